import assert from "node:assert/strict";
import { test } from "node:test";
import { createSample } from "../harness/sample.ts";
import { startTurnpike } from "../harness/turnpike.ts";
import { signedHead } from "../limits/barrage.ts";
import { openConnections } from "./running-pool.ts";

test("when a management call has answered, every thread serves what it changed", async (t) => {
  const { port, client } = await startTurnpike(t, { TURNPIKE_THREADS: "2" });
  const sdk = client();
  const sample = await createSample(sdk);
  const connections = await openConnections(t, port);
  const head = signedHead(sample.host, "/release/api", sample.key);
  const statuses = async () => [...new Set(await Promise.all(connections.map((one) => one.status(head))))];
  assert.deepEqual(await statuses(), [200]);
  for (let turn = 0; turn < 3; turn++) {
    await sdk.DisableApiKey({ AccessKeyId: sample.key.id });
    assert.deepEqual(await statuses(), [401]);
    await sdk.EnableApiKey({ AccessKeyId: sample.key.id });
    assert.deepEqual(await statuses(), [200]);
  }
});

test("a quota raised, lowered or lifted is in force on every thread, and what was spent stays spent", async (t) => {
  const { port, client } = await startTurnpike(t, { TURNPIKE_THREADS: "2" });
  const sdk = client();
  const sample = await createSample(sdk, { MaxRequestNum: 100 });
  const connections = await openConnections(t, port);
  const head = signedHead(sample.host, "/release/api", sample.key);
  const passed = async () =>
    (await Promise.all(connections.map((one) => one.status(head)))).filter((status) => status === 200).length;
  const change = (MaxRequestNum: number) => sdk.ModifyUsagePlan({ UsagePlanId: sample.planId, MaxRequestNum });
  assert.equal(await passed(), 40);
  await change(45);
  assert.equal(await passed(), 5);
  await change(60);
  assert.equal(await passed(), 15);
  await change(10);
  assert.equal(await passed(), 0);
  await change(-1);
  assert.equal(await passed(), 40);
  await change(70);
  assert.equal(await passed(), 10);
  const plan = { UsagePlanId: sample.planId, BindType: "SERVICE" };
  const { Result } = await sdk.DescribeUsagePlanEnvironments(plan);
  assert.equal(Result?.EnvironmentList?.[0]?.InUseRequestNum, 70);
});
