import type { IpControl } from "../../../model/plugin/ip-control.ts";
import type { ApiPlugins } from "../api-plugins.ts";
import { AddressSet } from "./address-set.ts";

/** Whether an address may call. */
export type AddressRule = (address: string) => boolean;

export function compileIpControl({ allows, blocks }: IpControl): Partial<ApiPlugins> {
  const listed = new AddressSet(blocks);
  return { addressRules: [(address) => listed.has(address) === allows] };
}
