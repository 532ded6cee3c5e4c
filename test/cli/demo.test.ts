import assert from "node:assert/strict";
import { test } from "node:test";
import { runCommand } from "../harness/process.ts";

test("the demo that exits shows every call as expected and ends with 0", async (t) => {
  const { code, stdout, stderr } = await runCommand(t, ["demo", "--exit"]);
  assert.deepEqual([code, stderr], [0, ""]);
  assert.match(stdout, /Every call came out as expected\.\n$/);
  assert.doesNotMatch(stdout, /^NO /m);
});

test("the demo ends with 1 when its setup is refused", async (t) => {
  const { code, stderr } = await runCommand(t, ["demo", "--exit"], { TURNPIKE_MAX_USAGE_PLANS: "2" });
  assert.match(stderr, /^turnpike: CreateUsagePlan: [^\n]+ \(LimitExceeded\.[^\n]+\)\n$/);
  assert.equal(code, 1);
});
