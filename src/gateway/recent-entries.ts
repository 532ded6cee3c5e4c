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

  get(key: string): V | undefined {
    const place = this.#placeOf(key);
    return this.#keys[place] === key ? this.#values[place] : undefined;
  }

  set(key: string, value: V): void {
    const place = this.#placeOf(key);
    this.#keys[place] = key;
    this.#values[place] = value;
  }

  /** Looks at the length and at up to 32 characters of the end, where paths, hosts' ids and signatures differ. */
  #placeOf(key: string): number {
    let hash = key.length;
    for (let index = Math.max(0, key.length - 32); index < key.length; index++) {
      hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
    }
    return (hash ^ (hash >>> 15)) & this.#mask;
  }
}
