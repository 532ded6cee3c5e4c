import type { SnapshotDelta } from "../../snapshot/delta.ts";
import type { Clock } from "../clock.ts";
import { ServedUpstream } from "./served-upstream.ts";

/** The upstreams APIs may send their calls to, by id. */
export class UpstreamDirectory {
  readonly #clock: Clock;
  readonly #byId = new Map<string, ServedUpstream>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  apply(delta: SnapshotDelta): void {
    for (const id of delta.removedUpstreams) this.#byId.delete(id);
    if (delta.isComplete) {
      const present = new Set(delta.upstreams.map(({ id }) => id));
      for (const id of this.#byId.keys()) if (!present.has(id)) this.#byId.delete(id);
    }
    for (const state of delta.upstreams) {
      const known = this.#byId.get(state.id);
      if (known === undefined) this.#byId.set(state.id, new ServedUpstream(state, this.#clock));
      else known.change(state);
    }
  }

  find(id: string): ServedUpstream | undefined {
    return this.#byId.get(id);
  }
}
