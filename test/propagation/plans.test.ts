import assert from "node:assert/strict";
import { test } from "node:test";
import { present } from "../control/outcome.ts";
import { createApi, release } from "../control/resources.ts";
import { ask, bind, createKey, createPlan, createSample, secretApi, verdict } from "../harness/sample.ts";
import { startTurnpike } from "../harness/turnpike.ts";

const noRight = "401 HMAC apikey is invalid for API";
const noPlan = "403 Found no validate usage plan";
const spent = "429 API quota exceeded";

test("calls pass while the plan is bound, and only in the environment it is bound to", async (t) => {
  const { port, client } = await startTurnpike(t);
  const sdk = client();
  const sample = await createSample(sdk);
  const { serviceId: ServiceId, planId } = sample;
  await release(sdk, ServiceId, "test");
  const inTest = { path: "/test/api" };
  assert.equal(verdict(await ask(port, sample, inTest)), noPlan);
  await bind(sdk, ServiceId, planId, "test");
  assert.equal(verdict(await ask(port, sample, inTest)), "200");
  const where = { ServiceId, UsagePlanIds: [planId], BindType: "SERVICE" };
  await sdk.UnBindEnvironment({ ...where, Environment: "test" });
  assert.equal(verdict(await ask(port, sample, inTest)), noPlan);
  assert.equal(verdict(await ask(port, sample)), "200");
  await sdk.UnBindEnvironment({ ...where, Environment: "release" });
  assert.equal(verdict(await ask(port, sample)), noPlan);
});

test("a plan bound to one API gives no right to another", async (t) => {
  const { port, client } = await startTurnpike(t);
  const sdk = client();
  const sample = await createSample(sdk);
  const { serviceId: ServiceId, planId } = sample;
  const other = await createApi(sdk, secretApi(ServiceId, "/other"));
  await release(sdk, ServiceId);
  const atRelease = { ServiceId, Environment: "release" };
  await sdk.UnBindEnvironment({ ...atRelease, UsagePlanIds: [planId], BindType: "SERVICE" });
  await sdk.BindEnvironment({
    ...atRelease,
    UsagePlanIds: [planId],
    BindType: "API",
    ApiIds: [present(sample.api.ApiId)],
  });
  assert.equal(verdict(await ask(port, sample)), "200");
  assert.equal(verdict(await ask(port, sample, { path: "/release/other" })), noPlan);

  const otherPlan = await createPlan(sdk);
  const otherKey = await createKey(sdk, otherPlan);
  await sdk.BindEnvironment({ ...atRelease, UsagePlanIds: [otherPlan], BindType: "API", ApiIds: [other] });
  assert.equal(verdict(await ask(port, sample, { path: "/release/other" })), noRight);
  assert.equal(verdict(await ask(port, sample, { path: "/release/other", key: otherKey })), "200");
  assert.equal(verdict(await ask(port, sample, { key: otherKey })), noRight);
});

test("a demoted plan serves the APIs there were, each with a quota of its own, and none created later", async (t) => {
  const { port, client } = await startTurnpike(t);
  const sdk = client();
  const sample = await createSample(sdk, { MaxRequestNum: 2 });
  const { serviceId: ServiceId, planId } = sample;
  await createApi(sdk, secretApi(ServiceId, "/second"));
  await release(sdk, ServiceId);
  const calls = async (path: string) => {
    const seen: string[] = [];
    for (let i = 0; i < 3; i++) seen.push(verdict(await ask(port, sample, { path })));
    return seen;
  };
  assert.deepEqual(await calls("/release/api"), ["200", "200", spent]);
  assert.equal(verdict(await ask(port, sample, { path: "/release/second" })), spent, "one quota for the service");

  await sdk.DemoteServiceUsagePlan({ UsagePlanId: planId, ServiceId, Environment: "release" });
  assert.deepEqual(await calls("/release/api"), ["200", "200", spent]);
  assert.deepEqual(await calls("/release/second"), ["200", "200", spent]);
  await createApi(sdk, secretApi(ServiceId, "/third"));
  await release(sdk, ServiceId);
  assert.equal(verdict(await ask(port, sample, { path: "/release/third" })), noPlan);
});

test("a changed quota is in force at the next call, and what is spent stays spent", async (t) => {
  const { port, client } = await startTurnpike(t);
  const sdk = client();
  const sample = await createSample(sdk, { MaxRequestNum: 3 });
  const { planId: UsagePlanId } = sample;
  const next = async () => verdict(await ask(port, sample));
  const spentCalls = async () => {
    const { Result } = await sdk.DescribeUsagePlanEnvironments({ UsagePlanId, BindType: "SERVICE" });
    return Result?.EnvironmentList?.[0]?.InUseRequestNum;
  };
  assert.deepEqual([await next(), await next(), await next(), await next()], ["200", "200", "200", spent]);
  assert.equal(await spentCalls(), 3);
  await sdk.ModifyUsagePlan({ UsagePlanId, MaxRequestNum: 5 });
  assert.deepEqual([await next(), await next(), await next()], ["200", "200", spent]);
  await sdk.ModifyUsagePlan({ UsagePlanId, MaxRequestNum: 2 });
  assert.equal(await next(), spent);
  await sdk.ModifyUsagePlan({ UsagePlanId, MaxRequestNum: -1 });
  assert.equal(await next(), "200");
  await sdk.ModifyUsagePlan({ UsagePlanId, MaxRequestNum: 6 });
  assert.deepEqual([await next(), await next()], ["200", spent]);
  assert.equal(await spentCalls(), 6);
});

test("a changed rate is in force at the next call", async (t) => {
  const { port, client } = await startTurnpike(t);
  const sdk = client();
  const sample = await createSample(sdk, { MaxRequestNumPreSec: 1000 });
  const shown = async () => String((await ask(port, sample)).headers["x-usageplan-ratelimit"]).replace(/^\d+\//, "");
  assert.equal(await shown(), "1000");
  for (const rate of [1, 2000, 17]) {
    await sdk.ModifyUsagePlan({ UsagePlanId: sample.planId, MaxRequestNumPreSec: rate });
    assert.equal(await shown(), String(rate));
  }
  await sdk.ModifyUsagePlan({ UsagePlanId: sample.planId, MaxRequestNumPreSec: -1 });
  assert.equal(await shown(), "unlimited");
});
