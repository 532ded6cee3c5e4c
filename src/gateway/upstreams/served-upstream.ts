import type { UpstreamState } from "../../snapshot/delta.ts";
import type { Clock } from "../clock.ts";
import { type HealthRules, Node, type NodeOutcome, prepareHealthRules } from "./node.ts";

/** An upstream as the gateway balances over it. Nodes that stay keep their health and their turn across changes. */
export class ServedUpstream {
  readonly #clock: Clock;
  #state: UpstreamState;
  #nodes: readonly Node[] = [];
  #rules: HealthRules | null = null;

  constructor(state: UpstreamState, clock: Clock) {
    this.#clock = clock;
    this.#state = state;
    this.change(state);
  }

  change(state: UpstreamState): void {
    this.#state = state;
    this.#rules = state.passiveCheck === null ? null : prepareHealthRules(state.passiveCheck);
    const known = new Map(this.#nodes.map((node) => [node.address, node]));
    this.#nodes = state.nodes
      .filter(({ weight }) => weight > 0)
      .map(({ address, weight }) => {
        const node = known.get(address) ?? new Node(address, weight);
        node.weight = weight;
        if (this.#rules === null) node.recover();
        return node;
      });
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

  note(node: Node, outcome: NodeOutcome): void {
    if (this.#rules !== null) node.note(outcome, this.#rules, this.#clock.monotonic());
  }
}
