import { lookup as lookUpAddresses } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import type { AddressBlocks } from "../addressing/address-blocks.ts";

/** Thrown when a backend is at an address no backend may be at. */
export class BlockedAddress extends Error {
  override readonly name = "BlockedAddress";
}

/** Whether a backend's origin is itself a blocked address. Names are judged when they are resolved. */
export function isBlockedOrigin(origin: string, blocked: AddressBlocks): boolean {
  return blocked.has(bareAddress(new URL(origin).hostname));
}

/**
 * Resolves names, and fails if any of the addresses is blocked. The connection is made to what was judged: there is no second
 * look-up that could answer differently.
 */
export function guardedLookup(blocked: AddressBlocks): LookupFunction {
  return (hostname, options, callback) => {
    lookUpAddresses(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, []);
      if (addresses.some(({ address }) => blocked.has(address))) {
        return callback(new BlockedAddress(`${hostname} resolves to a blocked address`), []);
      }
      const first = addresses[0];
      if (options.all === true || first === undefined) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}

function bareAddress(hostname: string): string {
  const address = hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
  return isIP(address) === 0 ? "" : address;
}
