/**
 * What was worked out for texts that callers sent lately, in a fixed number of places: a newer text takes the place of an older
 * one. Unlike a Map it needs no eviction and can be flooded without harm, and looking a text up compares it once: a Map makes
 * the engine intern every text it is asked for, which costs more than much of what there is to remember.
 */
export class RecentEntries<V> {
  readonly #keys: (string | undefined)[];
  readonly #values: (V | undefined)[];
  readonly #mask: number;

  /** `places` is a power of two. */
  constructor(places: number) {
    this.#keys = new Array(places).fill(undefined);
    this.#values = new Array(places).fill(undefined);
    this.#mask = places - 1;
  }

  /** `salt`: where it was set with one; entries of the same text have places of their own, as far as their salts differ. */
  get(key: string, salt = 0): V | undefined {
    const place = this.#placeOf(key, salt);
    return this.#keys[place] === key ? this.#values[place] : undefined;
  }

  set(key: string, value: V, salt = 0): void {
    const place = this.#placeOf(key, salt);
    this.#keys[place] = key;
    this.#values[place] = value;
  }

  #placeOf(key: string, salt: number): number {
    return (hashOfEnd(key) ^ salt) & this.#mask;
  }
}

/** Which texts came before, not long ago: a hash of each in a fixed number of places, and nothing of the texts. */
export class RecentSightings {
  readonly #hashes: Int32Array;
  readonly #mask: number;

  /** `places` is a power of two. */
  constructor(places: number) {
    this.#hashes = new Int32Array(places);
    this.#mask = places - 1;
  }

  /** Notes the text. False: it came before, or one that looks alike. */
  isFirst(text: string): boolean {
    const hash = hashOfEnd(text);
    const place = hash & this.#mask;
    const isFirst = this.#hashes[place] !== hash;
    this.#hashes[place] = hash;
    return isFirst;
  }
}

/** Longest part of a text that is looked at: more costs more than it tells apart. */
const MAX_HASHED = 32;

/** Of the length and the last characters, where paths and signatures differ. */
function hashOfEnd(text: string): number {
  return hashOf(text, Math.max(0, text.length - MAX_HASHED), text.length);
}

/** Of the length and the first characters, where host names differ. */
export function hashOfStart(text: string): number {
  return hashOf(text, 0, Math.min(MAX_HASHED, text.length));
}

function hashOf(text: string, start: number, end: number): number {
  let hash = text.length;
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash ^ (hash >>> 15);
}
