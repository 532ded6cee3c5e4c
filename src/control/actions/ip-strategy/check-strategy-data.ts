import { isAddressBlock, splitAddressList } from "../../../model/plugin/address-list.ts";
import { ApiError } from "../../contract/errors.ts";

/** The data must list at least one address or CIDR block. */
export function checkStrategyData(data: string): void {
  const blocks = splitAddressList(data);
  if (blocks.length === 0) throw invalidData("must list at least one address");
  const wrong = blocks.findIndex((block) => !isAddressBlock(block));
  if (wrong >= 0) throw invalidData(`must list addresses or CIDR blocks, but entry ${wrong + 1} is neither`);
}

function invalidData(problem: string): ApiError {
  return new ApiError("InvalidParameter.FormatError", `The parameter \`StrategyData\` ${problem}.`);
}
