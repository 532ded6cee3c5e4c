import type { PassiveCheck } from "../../model/upstream.ts";
import { parseStatuses } from "../../model/upstream-rules.ts";

/** How a call to a node ended: with a status, or with what kept it from one. */
export type NodeOutcome = number | "connection-failed" | "timed-out";

/** What the outcomes of a node's calls mean for its health. */
export interface HealthRules {
  readonly healthyStatuses: ReadonlySet<number>;
  readonly unhealthyStatuses: ReadonlySet<number>;
  readonly check: PassiveCheck;
}

export function prepareHealthRules(check: PassiveCheck): HealthRules {
  return {
    healthyStatuses: parseStatuses(check.healthyStatuses) ?? new Set(),
    unhealthyStatuses: parseStatuses(check.unhealthyStatuses) ?? new Set(),
    check,
  };
}

/** One node: its share of the calls, and whether it may have any just now. Times are monotonic milliseconds. */
export class Node {
  /** `host:port`. */
  readonly address: string;
  weight: number;
  /** Of smooth weighted round robin: how much the node is owed. */
  credit = 0;
  #unhealthyUntilMs = Number.NEGATIVE_INFINITY;
  #connectionFailures = 0;
  #timeouts = 0;
  #badStatuses = 0;

  constructor(address: string, weight: number) {
    this.address = address;
    this.weight = weight;
  }

  isHealthy(nowMs: number): boolean {
    return nowMs >= this.#unhealthyUntilMs;
  }

  /** Counts failures in a row of one kind; the threshold takes the node out until the time of the check has passed. */
  note(outcome: NodeOutcome, rules: HealthRules, nowMs: number): void {
    const { check } = rules;
    if (outcome === "connection-failed")
      this.#judge(++this.#connectionFailures, check.connectionFailures, check, nowMs);
    else if (outcome === "timed-out") this.#judge(++this.#timeouts, check.timeouts, check, nowMs);
    else if (rules.unhealthyStatuses.has(outcome)) this.#judge(++this.#badStatuses, check.badStatuses, check, nowMs);
    else if (rules.healthyStatuses.has(outcome)) this.#forgive();
  }

  /** Forgets all failures: nothing judges the node any more. */
  recover(): void {
    this.#unhealthyUntilMs = Number.NEGATIVE_INFINITY;
    this.#forgive();
  }

  #judge(failures: number, threshold: number, { unhealthySeconds }: PassiveCheck, nowMs: number): void {
    if (threshold === 0 || failures < threshold) return;
    this.#unhealthyUntilMs = nowMs + unhealthySeconds * 1000;
    this.#forgive();
  }

  #forgive(): void {
    this.#connectionFailures = 0;
    this.#timeouts = 0;
    this.#badStatuses = 0;
  }
}
