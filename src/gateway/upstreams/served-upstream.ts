import type { UpstreamState } from "../../snapshot/delta.ts";
import type { Clock } from "../clock.ts";
import { ActiveChecks, type NodeProber } from "./active-checks.ts";
import { type HealthRules, Node, type NodeOutcome, prepareHealthRules } from "./node.ts";

/** An upstream as the gateway balances over it. Nodes that stay keep their health and their turn across changes. */
export class ServedUpstream {
  readonly #clock: Clock;
  readonly #prober: NodeProber;
  /** Asks the nodes; null: nobody does. */
  activeChecks: ActiveChecks | null = null;
  #state: UpstreamState;
  #nodes: readonly Node[] = [];
  #rules: HealthRules | null = null;

  constructor(state: UpstreamState, clock: Clock, prober: NodeProber) {
    this.#clock = clock;
    this.#prober = prober;
    this.#state = state;
    this.change(state);
  }

  change(state: UpstreamState): void {
    this.#state = state;
    const { healthCheck } = state;
    const active = healthCheck?.active ?? null;
    this.#rules = healthCheck === null ? null : prepareHealthRules(healthCheck.thresholds, active !== null);
    // Nobody would bring back a node that has been waiting to be asked.
    const isForgiving = this.#rules === null || (this.activeChecks !== null && active === null);
    this.activeChecks = active === null ? null : new ActiveChecks(this, active, this.#prober);
    const known = new Map(this.#nodes.map((node) => [node.address, node]));
    this.#nodes = state.nodes
      .filter(({ weight }) => weight > 0)
      .map(({ address, weight }) => {
        const node = known.get(address) ?? new Node(address, weight);
        node.weight = weight;
        if (isForgiving) node.recover();
        return node;
      });
  }

  get nodes(): readonly Node[] {
    return this.#nodes;
  }

  get isGrpc(): boolean {
    return this.#state.isGrpc;
  }

  get retries(): number {
    return this.#state.retries;
  }

  originOf(node: Node): string {
    return `${this.#state.scheme}://${node.address}`;
  }

  hostOf(node: Node): string {
    return this.#state.hostHeader ?? node.address;
  }

  /**
   * The node whose turn it is, of those that are healthy and have not been tried; null when there is none. Smooth weighted
   * round robin: of weights 5, 1 and 1 the first is never chosen five times in a row.
   */
  choose(tried: ReadonlySet<Node>): Node | null {
    const now = this.#clock.monotonic();
    let chosen: Node | null = null;
    let total = 0;
    for (const node of this.#nodes) {
      if (tried.has(node) || !node.isHealthy(now)) continue;
      node.credit += node.weight;
      total += node.weight;
      if (chosen === null || node.credit > chosen.credit) chosen = node;
    }
    if (chosen !== null) chosen.credit -= total;
    return chosen;
  }

  /** How a call of an API ended. */
  note(node: Node, outcome: NodeOutcome): void {
    if (this.#rules !== null && this.#state.healthCheck?.isPassive) {
      node.note(outcome, this.#rules, this.#clock.monotonic());
    }
  }

  noteAsked(node: Node, outcome: NodeOutcome): void {
    if (this.#rules !== null) node.noteAsked(outcome, this.#rules, this.#clock.monotonic());
  }
}
