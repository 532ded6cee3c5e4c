import { createHash } from "node:crypto";

const maxNameLength = 64;

/**
 * Counts by name in windows aligned to the clock (UTC): all start over when a window ends. Callers choose the names, so only so
 * many are kept; beyond that the one that has not been counted for longest is forgotten.
 */
export class WindowCounters {
  readonly #windowMs: number;
  readonly #capacity: number;
  readonly #counts = new Map<string, number>();
  #window = -1;

  constructor(windowSeconds: number, capacity = 10_000) {
    this.#windowMs = windowSeconds * 1000;
    this.#capacity = capacity;
  }

  count(name: string, nowMs: number): number {
    this.#turn(nowMs);
    return this.#counts.get(shortened(name)) ?? 0;
  }

  add(name: string, nowMs: number): void {
    this.#turn(nowMs);
    const key = shortened(name);
    const count = this.#counts.get(key) ?? 0;
    // Again at the end: the map's order is that of the last count.
    this.#counts.delete(key);
    if (this.#counts.size >= this.#capacity) {
      for (const oldest of this.#counts.keys()) {
        this.#counts.delete(oldest);
        break;
      }
    }
    this.#counts.set(key, count + 1);
  }

  /** Whole seconds until the window ends, at least one. */
  secondsLeft(nowMs: number): number {
    return Math.ceil((this.#windowMs - (nowMs % this.#windowMs)) / 1000);
  }

  #turn(nowMs: number): void {
    const window = Math.floor(nowMs / this.#windowMs);
    // A clock that is set back stays in the window that has begun.
    if (window <= this.#window) return;
    this.#window = window;
    this.#counts.clear();
  }
}

/** Long names are kept as digests, or a few callers could fill the memory. */
function shortened(name: string): string {
  return name.length <= maxNameLength ? name : `#${createHash("sha256").update(name).digest("base64")}`;
}
