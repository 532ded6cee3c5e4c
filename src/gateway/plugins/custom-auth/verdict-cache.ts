import { createHash } from "node:crypto";
import type { Clock } from "../../clock.ts";

const capacity = 10_000;

/** Remembers verdicts for a while: so many, by a digest of what they were about. */
export class VerdictCache {
  readonly #ttlMs: number;
  readonly #clock: Clock;
  readonly #verdicts = new Map<string, { readonly isAdmitted: boolean; readonly until: number }>();

  constructor(ttlMs: number, clock: Clock) {
    this.#ttlMs = ttlMs;
    this.#clock = clock;
  }

  find(identity: string): boolean | undefined {
    if (this.#ttlMs === 0) return undefined;
    const verdict = this.#verdicts.get(digest(identity));
    return verdict !== undefined && this.#clock.monotonic() < verdict.until ? verdict.isAdmitted : undefined;
  }

  keep(identity: string, isAdmitted: boolean): void {
    if (this.#ttlMs === 0) return;
    const key = digest(identity);
    // Again at the end, so that the first is the oldest.
    this.#verdicts.delete(key);
    if (this.#verdicts.size >= capacity) {
      const [oldest] = this.#verdicts.keys();
      if (oldest !== undefined) this.#verdicts.delete(oldest);
    }
    this.#verdicts.set(key, { isAdmitted, until: this.#clock.monotonic() + this.#ttlMs });
  }
}

/** Credentials themselves are not kept. */
function digest(identity: string): string {
  return createHash("sha256").update(identity).digest("base64");
}
