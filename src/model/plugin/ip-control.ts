import { isAddressBlock, splitAddressList } from "./address-list.ts";
import type { DataReader } from "./data-reader.ts";
import { checkDistinct } from "./data-reader.ts";

/** Callers by address: `allows` lets only those listed through, otherwise they are kept out. */
export interface IpControl {
  readonly allows: boolean;
  readonly blocks: readonly string[];
}

export function readIpControl(data: DataReader): IpControl {
  const type = data.oneOf("type", ["white_list", "black_list"]);
  const blocks = splitAddressList(data.text("blocks"));
  if (blocks.length === 0) throw data.wrong("blocks", "must hold at least one address");
  const wrong = blocks.findIndex((block) => !isAddressBlock(block));
  if (wrong >= 0) throw data.wrong("blocks", `must hold addresses or CIDR blocks; entry ${wrong + 1} is neither`);
  checkDistinct(data.at("blocks"), blocks);
  return { allows: type === "white_list", blocks };
}
