import assert from "node:assert/strict";
import { test } from "node:test";
import { present } from "../control/outcome.ts";
import { call } from "../gateway/running.ts";
import { ask, createSample, type Sample, verdict } from "../harness/sample.ts";
import { startTurnpike } from "../harness/turnpike.ts";

const exceeded = "429 API rate limit exceeded";

test("a changed protocol of the service is in force at the next call", async (t) => {
  const { port, client } = await startTurnpike(t);
  const sdk = client();
  const sample = await createSample(sdk);
  await sdk.ModifyService({ ServiceId: sample.serviceId, Protocol: "https" });
  assert.equal(verdict(await ask(port, sample)), "426 Not allow use HTTP protocol");
  await sdk.ModifyService({ ServiceId: sample.serviceId, Protocol: "http" });
  assert.equal(verdict(await ask(port, sample)), "200");
});

test("throttles of service and API are in force at the next call and lift again", async (t) => {
  const { port, client } = await startTurnpike(t);
  const sdk = client();
  const sample = await createSample(sdk);
  const { serviceId: ServiceId } = sample;
  const shown = async () => {
    const { headers } = await ask(port, sample);
    return [headers["x-service-ratelimit"], headers["x-api-ratelimit"]].map((text) =>
      String(text).replace(/^\d+\//, ""),
    );
  };
  const setService = (Strategy: number, EnvironmentNames = ["release"]) =>
    sdk.ModifyServiceEnvironmentStrategy({ ServiceId, Strategy, EnvironmentNames });
  const setApi = (Strategy: number, EnvironmentName = "release") =>
    sdk.ModifyApiEnvironmentStrategy({ ServiceId, Strategy, EnvironmentName, ApiIds: [present(sample.api.ApiId)] });

  const untouched = await shown();
  await setService(7, ["test", "prepub"]);
  await setApi(8, "test");
  assert.deepEqual(await shown(), untouched, "other environments are not touched");
  await setService(700);
  await setApi(300);
  assert.deepEqual(await shown(), ["700", "300"]);

  await setApi(1);
  assert.deepEqual((await burst(port, sample)).refusals, [exceeded]);
  await setApi(-1);
  assert.equal((await shown())[1], "unlimited");
  await setService(1);
  assert.deepEqual((await burst(port, sample)).refusals, [exceeded]);
});

test("a deleted service is an unknown host", async (t) => {
  const { port, client } = await startTurnpike(t);
  const sdk = client();
  const { serviceId: ServiceId, host, planId, api } = await createSample(sdk);
  await sdk.UnReleaseService({ ServiceId, EnvironmentName: "release" });
  await sdk.UnBindEnvironment({ ServiceId, UsagePlanIds: [planId], BindType: "SERVICE", Environment: "release" });
  await sdk.DeleteApi({ ServiceId, ApiId: present(api.ApiId) });
  await sdk.DeleteService({ ServiceId });
  const reply = await call(port, "/release/api", { host });
  assert.match(verdict(reply), /^404 There is no api match host/);
  assert.match(verdict(await call(port, `/_/${ServiceId}/release/api`, { host: "any" })), /^404 /);
});

/** Sends 40 calls at once where one a second may pass; fails when more passed than seconds went by. */
async function burst(port: number, sample: Sample): Promise<{ refusals: string[] }> {
  const first = Math.floor(Date.now() / 1000);
  const verdicts = await Promise.all(Array.from({ length: 40 }, async () => verdict(await ask(port, sample))));
  const seconds = Math.floor(Date.now() / 1000) - first + 1;
  const passed = verdicts.filter((text) => text === "200").length;
  assert.ok(passed <= seconds, `${passed} passed in ${seconds} seconds`);
  return { refusals: [...new Set(verdicts.filter((text) => text !== "200"))] };
}
