import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFailureCondition } from "./failure-condition.ts";
import { InvalidPluginData } from "./invalid-plugin-data.ts";

test("up to three terms are read, in any order", () => {
  // The first is the example of the product's user guide.
  assert.deepEqual(parseFailureCondition("latency_seconds>1 or func_not_in(status_code,{200,201,202})"), {
    latencyAboveMs: 1000,
    statuses: { isFailureInside: false, codes: new Set([200, 201, 202]) },
    isTimeoutFailure: false,
  });
  assert.deepEqual(parseFailureCondition("timeout OR func_in( status_code , { 500 } ) or latency_seconds > 0.5"), {
    latencyAboveMs: 500,
    statuses: { isFailureInside: true, codes: new Set([500]) },
    isTimeoutFailure: true,
  });
});

test("anything else is refused", () => {
  const broken = [
    "",
    "or",
    "timeout or",
    "timeout and timeout",
    "latency_seconds<1",
    "latency_seconds>x",
    "status_code=500",
  ];
  const lists = [
    "func_in(status_code,{})",
    "func_in(status_code,{200,})",
    "func_in(status_code,{200)",
    "func_in({200})",
  ];
  const repeated = ["timeout or timeout", "latency_seconds>1 or latency_seconds>2"];
  const both = "func_in(status_code,{500}) or func_not_in(status_code,{200})";
  for (const text of [...broken, ...lists, ...repeated, both, "latency_seconds>-1", "timeout timeout"]) {
    assert.throws(() => parseFailureCondition(text), InvalidPluginData, text);
  }
});
