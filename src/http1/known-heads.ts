import { CR, LF } from "./grammar.ts";
import { KnownBytes } from "./known-bytes.ts";
import type { RequestHead } from "./message-head.ts";
import { READ_BUFFER, READ_WORDS } from "./read-bytes.ts";

interface KnownHead {
  readonly bytes: KnownBytes;
  readonly head: RequestHead;
  /** Whether it came since another was refused its place. */
  isDefended: boolean;
}

/** Longer heads are rarely sent twice. */
const MAX_BYTES = 2048;
/** No head is shorter than its empty line. */
const MIN_BYTES = 4;
const FNV_PRIME = 0x01000193;

/**
 * Request heads that came lately, by their bytes. The same bytes are the same head: it need not be read again, and what was
 * worked out for it holds. A program that calls the same API with the same credentials sends little else.
 *
 * A head is kept from the second time it comes, in a fixed number of places, so that it can be flooded without harm. A newer one
 * takes the place of one that does not come any more; of two that take turns, one stays.
 */
export class KnownHeads {
  private readonly places: (KnownHead | null)[];
  /** Hashes of what came before and is not kept. */
  private readonly seen: Int32Array;
  private readonly mask: number;

  /** `count` of places is a power of two. */
  constructor(count = 8_192) {
    this.places = new Array<KnownHead | null>(count).fill(null);
    this.seen = new Int32Array(count);
    this.mask = count - 1;
  }

  /** The head that the first `length` bytes of READ_BUFFER are; their hash is that of `hashOfRead`. */
  find(length: number, hash: number): RequestHead | null {
    const known = this.places[hash & this.mask];
    if (!known || known.bytes.length !== length || !known.bytes.lead(length)) return null;
    known.isDefended = true;
    return known.head;
  }

  /** `bytes`, which have this hash and were looked for in vain, are this head. */
  note(bytes: Buffer, hash: number, head: RequestHead): void {
    const place = hash & this.mask;
    const kept = this.places[place];
    if (kept?.isDefended) kept.isDefended = false;
    else if (this.seen[place] === hash) {
      this.places[place] = { bytes: new KnownBytes(bytes), head, isDefended: false };
    } else this.seen[place] = hash;
  }
}

/**
 * Length of the head, with the empty line that ends it, that the first `length` bytes of READ_BUFFER begin with; 0 when its end is
 * not among them, or too far. A read that ends with an empty line is taken for a single head, as most are.
 */
export function lengthOfHead(length: number): number {
  const last = Math.min(length, MAX_BYTES);
  if (length === last && endsHead(length)) return length;
  for (let end = MIN_BYTES; end <= last; end++) if (endsHead(end)) return end;
  return 0;
}

function endsHead(end: number): boolean {
  if (READ_BUFFER[end - 1] !== LF || READ_BUFFER[end - 3] !== LF) return false;
  return READ_BUFFER[end - 2] === CR && READ_BUFFER[end - 4] === CR;
}

/**
 * Of the first `length` bytes of READ_BUFFER, eight at a time; what is left over, mostly the empty line, does not count. There are two
 * chains side by side, because a multiplication waits for the one before it in its chain.
 */
export function hashOfRead(length: number): number {
  const words = length >> 2;
  let even = length;
  let odd = 0;
  for (let i = 1; i < words; i += 2) {
    even = Math.imul(even ^ (READ_WORDS[i - 1] as number), FNV_PRIME);
    even ^= even >>> 15;
    odd = Math.imul(odd ^ (READ_WORDS[i] as number), FNV_PRIME);
    odd ^= odd >>> 15;
  }
  return Math.imul(even, FNV_PRIME) ^ odd;
}
