import type { RequestHead } from "./message-head.ts";
import { lasting } from "./read-bytes.ts";

interface KnownHead {
  readonly bytes: Buffer;
  readonly head: RequestHead;
}

/** Longer heads are rarely sent twice. */
const MAX_BYTES = 2048;

/**
 * Request heads that came lately, by their bytes. The same bytes are the same head: it need not be read again, and what was
 * worked out for it holds. A program that calls the same API with the same credentials sends little else.
 *
 * A head is kept from the second time it comes, in a fixed number of places where a newer one takes the place of an older one, so
 * that it can be flooded without harm.
 */
export class KnownHeads {
  private readonly places: (KnownHead | null)[];
  /** Hashes of what came before and is not kept. */
  private readonly seen: Int32Array;
  private readonly mask: number;
  /** Of what was looked for last. */
  private hash = 0;

  /** `count` of places is a power of two. */
  constructor(count = 2048) {
    this.places = new Array<KnownHead | null>(count).fill(null);
    this.seen = new Int32Array(count);
    this.mask = count - 1;
  }

  /** The head that all of `chunk` is; undefined when it has to be read. */
  find(chunk: Buffer): RequestHead | undefined {
    if (chunk.length > MAX_BYTES) return undefined;
    this.hash = hashOf(chunk);
    const known = this.places[this.hash & this.mask];
    return known?.bytes.equals(chunk) === true ? known.head : undefined;
  }

  /** All of `chunk`, which has just been looked for in vain, is this head. */
  note(chunk: Buffer, head: RequestHead): void {
    if (chunk.length > MAX_BYTES || head.hasBody) return;
    const { hash } = this;
    const place = hash & this.mask;
    if (this.seen[place] === hash) this.places[place] = { bytes: lasting(chunk), head };
    else this.seen[place] = hash;
  }
}

/** Takes four bytes at a time: a multiplication is what costs. */
function hashOf(bytes: Buffer): number {
  const end = bytes.length & ~3;
  let hash = bytes.length;
  for (let i = 0; i < end; i += 4) {
    const word =
      (bytes[i] as number) |
      ((bytes[i + 1] as number) << 8) |
      ((bytes[i + 2] as number) << 16) |
      ((bytes[i + 3] as number) << 24);
    hash = Math.imul(hash ^ word, 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash;
}
