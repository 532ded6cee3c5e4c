import { soleValue } from "../headers.ts";
import { RecentEntries, RecentSightings } from "../recent-entries.ts";
import type { ServedKey } from "../served.ts";

/** A good signature with everything that was looked at to find it good. */
interface Verified {
  readonly key: ServedKey;
  /** `[lower-case name, value, …]`; undefined for a header that was absent. */
  readonly inputs: readonly (string | undefined)[];
  /** The list they were found in last. */
  fields: readonly string[];
  /** Time in X-Date, which has to be near the clock; null without one. */
  readonly dateMs: number | null;
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

  /** The key that signed these fields, as it was served then. */
  find(fields: readonly string[], nowMs: number): ServedKey | undefined {
    const authorization = soleValue(fields, "authorization");
    if (typeof authorization !== "string") return undefined;
    const verified = this.#verified.get(authorization);
    if (verified === undefined) return undefined;
    const { key, inputs, dateMs } = verified;
    if (dateMs !== null && Math.abs(nowMs - dateMs) > this.#maxClockSkewMs) return undefined;
    // The very same list holds the same values.
    if (verified.fields === fields) return key;
    for (let index = 0; index < inputs.length; index += 2) {
      if (soleValue(fields, inputs[index] ?? "") !== inputs[index + 1]) return undefined;
    }
    verified.fields = fields;
    return key;
  }

  /** `names` are those of the signed headers, in any case. */
  remember(fields: readonly string[], names: readonly string[], key: ServedKey, dateMs: number | null): void {
    const authorization = soleValue(fields, "authorization");
    if (typeof authorization !== "string" || this.#sightings.isFirst(authorization)) return;
    const inputs: (string | undefined)[] = [];
    for (const name of new Set(["x-date", "date", ...names.map((listed) => listed.toLowerCase())])) {
      const value = soleValue(fields, name);
      if (value === null) return;
      inputs.push(name, value);
    }
    this.#verified.set(authorization, { key, inputs, fields, dateMs });
  }
}
