import { DeadlineSweeper } from "../../http1/deadline-sweeper.ts";
import type { SnapshotDelta, UpstreamState } from "../../snapshot/delta.ts";
import type { Clock } from "../clock.ts";
import type { NodeProber } from "./active-checks.ts";
import { ServedUpstream } from "./served-upstream.ts";

const SWEEP_INTERVAL_MS = 200;

/** The upstreams APIs may send their calls to, by id. Those with active checks have their nodes asked from time to time. */
export class UpstreamDirectory {
  readonly #clock: Clock;
  readonly #prober: NodeProber;
  readonly #byId = new Map<string, ServedUpstream>();
  readonly #sweeper: DeadlineSweeper;

  constructor(clock: Clock, prober: NodeProber) {
    this.#clock = clock;
    this.#prober = prober;
    this.#sweeper = new DeadlineSweeper(() => clock.monotonic(), SWEEP_INTERVAL_MS);
  }

  apply(delta: SnapshotDelta): void {
    for (const id of delta.removedUpstreams) this.#remove(id);
    if (delta.isComplete) {
      const present = new Set(delta.upstreams.map(({ id }) => id));
      for (const id of this.#byId.keys()) if (!present.has(id)) this.#remove(id);
    }
    for (const state of delta.upstreams) this.#set(state);
  }

  find(id: string): ServedUpstream | undefined {
    return this.#byId.get(id);
  }

  /** Nodes are not asked any more. */
  close(): void {
    for (const { activeChecks } of this.#byId.values()) if (activeChecks !== null) this.#sweeper.forget(activeChecks);
  }

  #set(state: UpstreamState): void {
    const known = this.#byId.get(state.id);
    const upstream = known ?? new ServedUpstream(state, this.#clock, this.#prober);
    const before = known?.activeChecks ?? null;
    if (known === undefined) this.#byId.set(state.id, upstream);
    else known.change(state);
    if (before !== null) this.#sweeper.forget(before);
    if (upstream.activeChecks !== null) this.#sweeper.watch(upstream.activeChecks);
  }

  #remove(id: string): void {
    const activeChecks = this.#byId.get(id)?.activeChecks ?? null;
    if (activeChecks !== null) this.#sweeper.forget(activeChecks);
    this.#byId.delete(id);
  }
}
