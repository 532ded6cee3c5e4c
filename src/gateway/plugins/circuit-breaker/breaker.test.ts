import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFailureCondition } from "../../../model/plugin/failure-condition.ts";
import { Breaker } from "./breaker.ts";

const failed = { status: 500, latencyMs: 1, isTimeout: false };
const passed = { status: 200, latencyMs: 1, isTimeout: false };

function breaker(condition = "func_not_in(status_code,{200})"): Breaker {
  return new Breaker({
    failure: parseFailureCondition(condition),
    failureThreshold: 1,
    windowMs: 10_000,
    openMs: 15_000,
  });
}

test("more failures than the threshold within a window open it for its duration", () => {
  const subject = breaker();
  subject.record(failed, 100_000);
  assert.equal(subject.isOpen(100_000), false);
  subject.record(passed, 100_001);
  subject.record(failed, 109_999);
  assert.equal(subject.isOpen(109_999), true);
  subject.record(failed, 110_000);
  assert.equal(subject.isOpen(124_998), true);
  assert.equal(subject.isOpen(124_999), false);
  subject.record(failed, 125_000);
  assert.equal(subject.isOpen(125_000), false, "it starts over");
});

test("failures of different windows do not add up", () => {
  const subject = breaker();
  subject.record(failed, 100_000);
  subject.record(failed, 110_000);
  assert.equal(subject.isOpen(110_000), false);
});

test("slow answers, chosen statuses and timeouts are failures where the condition says so", () => {
  const opens = (condition: string, outcome: typeof failed) => {
    const subject = breaker(condition);
    for (const now of [1, 2]) subject.record(outcome, 100_000 + now);
    return subject.isOpen(100_003);
  };
  assert.equal(opens("latency_seconds>1", { ...passed, latencyMs: 1001 }), true);
  assert.equal(opens("latency_seconds>1", { ...failed, latencyMs: 1000 }), false);
  assert.equal(opens("func_in(status_code,{500,503})", failed), true);
  assert.equal(opens("func_in(status_code,{503})", failed), false);
  assert.equal(opens("timeout", { ...failed, isTimeout: true }), true);
  assert.equal(opens("timeout", failed), false);
  assert.equal(opens("latency_seconds>1 or timeout or func_in(status_code,{500})", failed), true);
});
