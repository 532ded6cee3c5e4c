import { BlockedAddress, dnsLookup, type Lookup } from "../../http1/address-cache.ts";
import type { AddressBlocks } from "../addressing/address-blocks.ts";

/**
 * Resolves names, and fails if any of the addresses is blocked. The connection is made to what was judged: there is no second
 * look-up that could answer differently.
 */
export function guardedLookup(blocked: AddressBlocks): Lookup {
  return (host, done) => {
    dnsLookup(host, (error, addresses) => {
      if (error === null && addresses.some((address) => blocked.has(address))) {
        done(new BlockedAddress(`${host} resolves to a blocked address`), []);
      } else done(error, addresses);
    });
  };
}
