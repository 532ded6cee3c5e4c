import type { SnapshotDelta } from "./delta.ts";
import { appRecord, keyRecord, type OnUnreadable } from "./load.ts";

/** The records that are not served because their secrets cannot be decrypted, as of the last delta. */
export class UnreadableRecords {
  #names: ReadonlySet<string> = new Set();
  readonly #onFound: OnUnreadable;

  /** `onFound` is told of each record once, until it can be read again. */
  constructor(onFound: OnUnreadable) {
    this.#onFound = onFound;
  }

  get count(): number {
    return this.#names.size;
  }

  /** `found` are those `delta` had to leave out. */
  update(delta: SnapshotDelta, found: ReadonlySet<string>): void {
    const names = new Set(delta.isComplete ? [] : this.#names);
    for (const id of [...delta.keys.map((key) => key.id), ...delta.removedKeys]) names.delete(keyRecord(id));
    for (const id of [...delta.apps.map((app) => app.id), ...delta.removedApps]) names.delete(appRecord(id));
    for (const name of found) {
      names.add(name);
      if (!this.#names.has(name)) this.#onFound(name);
    }
    this.#names = names;
  }
}
