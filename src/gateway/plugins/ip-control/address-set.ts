/** Addresses and CIDR blocks, merged and sorted: a look-up is one binary search however long the list is. */
export class AddressSet {
  readonly #ipv4: readonly AddressRange<number>[];
  readonly #ipv6: readonly AddressRange<bigint>[];

  /** Throws a RangeError that names the entry which is neither. */
  constructor(blocks: readonly string[]) {
    const ipv4: AddressRange<number>[] = [];
    const ipv6: AddressRange<bigint>[] = [];
    for (const block of blocks) {
      const [address = "", prefix] = block.split("/");
      const four = parseIpv4(address);
      const six = four === undefined ? parseIpv6(address) : undefined;
      const bits = prefix === undefined ? (six === undefined ? 32 : 128) : Number(prefix);
      if (!Number.isInteger(bits) || bits < 0) throw new RangeError(`not an address block: ${block}`);
      if (four !== undefined && bits <= 32) {
        const size = 2 ** (32 - bits);
        const first = Math.floor(four / size) * size;
        ipv4.push({ first, last: first + size - 1 });
      } else if (six !== undefined && bits <= 128) {
        const hostBits = BigInt(128 - bits);
        const first = (six >> hostBits) << hostBits;
        ipv6.push({ first, last: first + (1n << hostBits) - 1n });
      } else {
        throw new RangeError(`not an address block: ${block}`);
      }
    }
    this.#ipv4 = merge(ipv4);
    this.#ipv6 = merge(ipv6);
  }

  /** False for what is not an address. IPv4 written as IPv6 (`::ffff:192.0.2.1`) is IPv4. */
  has(address: string): boolean {
    const four = parseIpv4(address);
    if (four !== undefined) return covers(this.#ipv4, four);
    const six = parseIpv6(address);
    if (six === undefined) return false;
    return six >> 32n === 0xffffn ? covers(this.#ipv4, Number(six & 0xffff_ffffn)) : covers(this.#ipv6, six);
  }
}

interface AddressRange<T> {
  readonly first: T;
  readonly last: T;
}

function merge<T extends number | bigint>(ranges: readonly AddressRange<T>[]): readonly AddressRange<T>[] {
  const merged: AddressRange<T>[] = [];
  for (const range of ranges.toSorted((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))) {
    const last = merged.at(-1);
    if (last === undefined || range.first > last.last) merged.push(range);
    else if (range.last > last.last) merged[merged.length - 1] = { first: last.first, last: range.last };
  }
  return merged;
}

function covers<T extends number | bigint>(ranges: readonly AddressRange<T>[], address: T): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined) return false;
    if (address < range.first) high = middle - 1;
    else if (address > range.last) low = middle + 1;
    else return true;
  }
  return false;
}

const decimal = /^[0-9]{1,3}$/;
const hextet = /^[0-9A-Fa-f]{1,4}$/;

function parseIpv4(text: string): number | undefined {
  const parts = text.split(".", 5);
  if (parts.length !== 4) return undefined;
  let address = 0;
  for (const part of parts) {
    if (!decimal.test(part) || Number(part) > 255) return undefined;
    address = address * 256 + Number(part);
  }
  return address;
}

/** RFC 4291 §2.2; a zone (`%eth0`) does not count. */
function parseIpv6(text: string): bigint | undefined {
  const [address = ""] = text.split("%", 1);
  const halves = address.split("::", 3);
  if (halves.length > 2) return undefined;
  const head = parseGroups(halves[0] ?? "");
  const tail = halves.length === 2 ? parseGroups(halves[1] ?? "") : [];
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...new Array<number>(missing).fill(0), ...tail];
  return groups.reduce((value, group) => (value << 16n) | BigInt(group), 0n);
}

/** Groups of sixteen bits; the last may be an IPv4 address, which is two. */
function parseGroups(text: string): number[] | undefined {
  if (text === "") return [];
  const groups: number[] = [];
  const parts = text.split(":", 9);
  for (const [index, part] of parts.entries()) {
    const four = index === parts.length - 1 ? parseIpv4(part) : undefined;
    if (four !== undefined) groups.push(Math.floor(four / 65_536), four % 65_536);
    else if (hextet.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups;
}
