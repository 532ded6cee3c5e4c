import { CR, LF } from "./grammar.ts";
import { END_OF_HEAD } from "./head-reader.ts";
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
  /** Of what was looked for last: bytes of the head, 0 if its end is not there, and their hash. */
  length = 0;
  private hash = 0;

  /** `count` of places is a power of two. */
  constructor(count = 2048) {
    this.places = new Array<KnownHead | null>(count).fill(null);
    this.seen = new Int32Array(count);
    this.mask = count - 1;
  }

  /** The head that `chunk` begins with; undefined when it has to be read. */
  find(chunk: Buffer): RequestHead | undefined {
    const length = lengthOfHead(chunk);
    this.length = length;
    if (length === 0 || length > MAX_BYTES) return undefined;
    this.hash = hashOf(chunk, length);
    const known = this.places[this.hash & this.mask];
    return known?.bytes.compare(chunk, 0, length) === 0 ? known.head : undefined;
  }

  /** `chunk`, in which a head has just been looked for in vain, begins with this one. */
  note(chunk: Buffer, head: RequestHead): void {
    const { hash, length } = this;
    if (head.length !== length || length > MAX_BYTES) return;
    const place = hash & this.mask;
    if (this.seen[place] === hash) this.places[place] = { bytes: lasting(chunk.subarray(0, length)), head };
    else this.seen[place] = hash;
  }
}

/** With the empty line that ends it. A read that ends with one is taken for a single head, as most are. */
function lengthOfHead(chunk: Buffer): number {
  const { length } = chunk;
  const endsWithEmptyLine =
    chunk[length - 1] === LF && chunk[length - 2] === CR && chunk[length - 3] === LF && chunk[length - 4] === CR;
  if (endsWithEmptyLine) return length;
  const emptyLineAt = chunk.indexOf(END_OF_HEAD);
  return emptyLineAt === -1 ? 0 : emptyLineAt + END_OF_HEAD.length;
}

/** Takes four bytes at a time: a multiplication is what costs. */
function hashOf(bytes: Buffer, length: number): number {
  const end = length & ~3;
  let hash = length;
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
