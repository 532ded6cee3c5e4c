import { setImmediate as nextTurn } from "node:timers/promises";
import type { SnapshotDelta } from "../snapshot/delta.ts";
import { pack, split } from "./delta-parts.ts";
import type { WorkerThread } from "./worker-thread.ts";

/** Hands deltas to workers one after another, large ones in parts, between which this thread does other things. */
export function createHandOut(workers: readonly WorkerThread[]): (delta: SnapshotDelta) => void {
  let last = Promise.resolve();
  return (delta) => {
    for (const worker of workers) worker.announce();
    last = last.then(() => hand(delta));
  };

  async function hand(delta: SnapshotDelta): Promise<void> {
    const parts = split(delta);
    for (let part = parts.next(); !part.done; ) {
      const packed = pack(part.value);
      part = parts.next();
      for (const worker of workers) worker.apply(packed, part.done === true);
      if (!part.done) await nextTurn();
    }
  }
}
