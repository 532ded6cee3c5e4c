import { BlockList, isIP } from "node:net";

/** A set of addresses given as CIDR blocks or single addresses, IPv4 ones written as IPv6 among them. */
export class AddressBlocks {
  readonly #blocks = new BlockList();
  readonly isEmpty: boolean;

  /** Throws a RangeError that names the block which cannot be read. */
  constructor(blocks: readonly string[]) {
    this.isEmpty = blocks.length === 0;
    for (const block of blocks) {
      const [, address = "", prefix] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(block) ?? [];
      const family = familyOf(address);
      const longest = family === "ipv4" ? 32 : 128;
      const bits = prefix === undefined ? longest : Number(prefix);
      if (family === undefined || bits > longest) throw new RangeError(`not an address block: ${block}`);
      this.#blocks.addSubnet(address, bits, family);
    }
  }

  /** False for what is not an address. */
  has(address: string): boolean {
    const family = familyOf(address);
    return family !== undefined && this.#blocks.check(address, family);
  }
}

function familyOf(address: string): "ipv4" | "ipv6" | undefined {
  const version = isIP(address);
  if (version === 4) return "ipv4";
  return version === 6 ? "ipv6" : undefined;
}
