import type { HealthThresholds } from "../../model/upstream.ts";
import { parseStatuses } from "../../model/upstream-rules.ts";

/** How a call to a node ended: with a status, or with what kept it from one. */
export type NodeOutcome = number | "connection-failed" | "timed-out";

/** What the outcomes of a node's calls mean for its health. */
export interface HealthRules {
  readonly healthyStatuses: ReadonlySet<number>;
  readonly unhealthyStatuses: ReadonlySet<number>;
  readonly thresholds: HealthThresholds;
  /** How long a node is out that is not asked for its health. */
  readonly outMs: number;
}

export function prepareHealthRules(thresholds: HealthThresholds, isAsked: boolean): HealthRules {
  return {
    healthyStatuses: parseStatuses(thresholds.healthyStatuses) ?? new Set(),
    unhealthyStatuses: parseStatuses(thresholds.unhealthyStatuses) ?? new Set(),
    thresholds,
    outMs: isAsked ? Number.POSITIVE_INFINITY : thresholds.unhealthySeconds * 1000,
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

  /** Counts failures in a row of one kind; the threshold takes the node out. */
  note(outcome: NodeOutcome, rules: HealthRules, nowMs: number): void {
    const { connectionFailures, timeouts, badStatuses } = rules.thresholds;
    const until = nowMs + rules.outMs;
    if (outcome === "connection-failed") this.#judge(++this.#connectionFailures, connectionFailures, until);
    else if (outcome === "timed-out") this.#judge(++this.#timeouts, timeouts, until);
    else if (rules.unhealthyStatuses.has(outcome)) this.#judge(++this.#badStatuses, badStatuses, until);
    else if (rules.healthyStatuses.has(outcome)) this.#forgive();
  }

  /** What the node says when it is asked: a healthy status brings it back at once. */
  noteAsked(outcome: NodeOutcome, rules: HealthRules, nowMs: number): void {
    if (typeof outcome === "number" && rules.healthyStatuses.has(outcome)) this.recover();
    else this.note(outcome, rules, nowMs);
  }

  /** Forgets all failures: nothing judges the node any more. */
  recover(): void {
    this.#unhealthyUntilMs = Number.NEGATIVE_INFINITY;
    this.#forgive();
  }

  #judge(failures: number, threshold: number, until: number): void {
    if (threshold === 0 || failures < threshold) return;
    this.#unhealthyUntilMs = until;
    this.#forgive();
  }

  #forgive(): void {
    this.#connectionFailures = 0;
    this.#timeouts = 0;
    this.#badStatuses = 0;
  }
}
