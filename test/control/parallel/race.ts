import assert from "node:assert/strict";
import type { Client } from "../management.ts";
import { codeOf } from "../outcome.ts";

type Send = () => Promise<unknown>;

/** Sends all calls at the same moment, each over a connection of its own, and gives their codes in the order given. */
export function race(...calls: readonly Send[]): Promise<readonly string[]> {
  return Promise.all(calls.map((send) => codeOf(send())));
}

export function times(count: number, send: (index: number) => Promise<unknown>): readonly Send[] {
  return Array.from({ length: count }, (_, index) => () => send(index));
}

/** Fails unless exactly `count` succeeded and all others were answered with `code`. */
export function assertWinners(codes: readonly string[], count: number, code: string): void {
  assert.equal(codes.filter((each) => each === "ok").length, count, codes.join(" "));
  assert.deepEqual(new Set(codes.filter((each) => each !== "ok")), new Set([code]));
}

/** Two calls that must not both succeed; whichever comes first makes the other impossible. */
export interface Rivals {
  readonly title: string;
  /** Makes what the calls are about anew, and gives them. */
  prepare(client: Client): Promise<{ readonly one: Send; readonly other: Send }>;
  /** What the loser of each is told. */
  readonly oneLoses: string;
  readonly otherLoses: string;
}
