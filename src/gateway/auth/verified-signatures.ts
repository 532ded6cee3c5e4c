import { soleValue } from "../headers.ts";
import { RecentEntries, RecentSightings } from "../recent-entries.ts";
import type { ServedKey } from "../served.ts";

/** Whose signature was found good. */
export interface Signer {
  readonly key: ServedKey;
  /** Time in X-Date, which has to be near the clock; null without one. */
  readonly dateMs: number | null;
}

/** A good signature with everything that was looked at to find it good. */
interface Verified extends Signer {
  /** `[lower-case name, value, …]`; undefined for a header that was absent. */
  readonly inputs: readonly (string | undefined)[];
}

/**
 * Remembers good signatures, so that the same signed headers need not be verified again: callers sign at most once a second,
 * for a header of whole seconds is all that changes. It saves the work and nothing else: whoever asks must see for himself that
 * the key is still the one being served.
 *
 * Only good ones are kept, from the second time they come on, by the text of Authorization, and a bounded number of them: what is
 * sent once would only push out what is not, and keep the garbage collector busy.
 */
export class VerifiedSignatures {
  readonly #maxClockSkewMs: number;
  readonly #verified: RecentEntries<Verified>;
  readonly #sightings: RecentSightings;

  constructor(maxClockSkewMs: number, places = 4_096) {
    this.#maxClockSkewMs = maxClockSkewMs;
    this.#verified = new RecentEntries(places);
    this.#sightings = new RecentSightings(places);
  }

  /** Who signed these fields, with his key as it was served then. */
  find(fields: readonly string[], nowMs: number): Signer | undefined {
    const authorization = soleValue(fields, "authorization");
    if (typeof authorization !== "string") return undefined;
    const verified = this.#verified.get(authorization);
    if (verified === undefined || !this.isTimely(verified, nowMs)) return undefined;
    const { inputs } = verified;
    for (let index = 0; index < inputs.length; index += 2) {
      if (soleValue(fields, inputs[index] ?? "") !== inputs[index + 1]) return undefined;
    }
    return verified;
  }

  isTimely({ dateMs }: Signer, nowMs: number): boolean {
    return dateMs === null || Math.abs(nowMs - dateMs) <= this.#maxClockSkewMs;
  }

  /** `names` are those of the signed headers, in any case. */
  remember(fields: readonly string[], names: readonly string[], { key, dateMs }: Signer): void {
    const authorization = soleValue(fields, "authorization");
    if (typeof authorization !== "string" || this.#sightings.isFirst(authorization)) return;
    const inputs: (string | undefined)[] = [];
    for (const name of new Set(["x-date", "date", ...names.map((listed) => listed.toLowerCase())])) {
      const value = soleValue(fields, name);
      if (value === null) return;
      inputs.push(name, value);
    }
    this.#verified.set(authorization, { key, dateMs, inputs });
  }
}
