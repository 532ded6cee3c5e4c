import assert from "node:assert/strict";
import { test } from "node:test";
import { createSample } from "../harness/sample.ts";
import { startTurnpike } from "../harness/turnpike.ts";
import { barrage, signedHead } from "./barrage.ts";

test("of 10,000 calls on 250 connections exactly the quota of 1,000 pass", async (t) => {
  const { port, client } = await startTurnpike(t);
  const sdk = client();
  const sample = await createSample(sdk, { MaxRequestNum: 1_000 });
  const statuses = await barrage(port, signedHead(sample.host, "/release/api", sample.key), {
    connections: 250,
    calls: 10_000,
  });
  assert.deepEqual(
    statuses,
    new Map([
      [200, 1_000],
      [429, 9_000],
    ]),
  );
  const plan = { UsagePlanId: sample.planId, BindType: "SERVICE" };
  const { Result } = await sdk.DescribeUsagePlanEnvironments(plan);
  assert.equal(Result?.EnvironmentList?.[0]?.InUseRequestNum, 1_000);
});

test("calls the rate refuses spend nothing of the quota", async (t) => {
  const { port, client } = await startTurnpike(t);
  const sdk = client();
  const sample = await createSample(sdk, { MaxRequestNum: 100_000, MaxRequestNumPreSec: 50 });
  const statuses = await barrage(port, signedHead(sample.host, "/release/api", sample.key), {
    connections: 50,
    calls: 2_000,
  });
  const passed = statuses.get(200) ?? 0;
  assert.ok(passed > 0 && passed < 2_000);
  const plan = { UsagePlanId: sample.planId, BindType: "SERVICE" };
  const { Result } = await sdk.DescribeUsagePlanEnvironments(plan);
  assert.equal(Result?.EnvironmentList?.[0]?.InUseRequestNum, passed);
});
