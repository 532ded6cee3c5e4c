import assert from "node:assert/strict";
import { test } from "node:test";
import { present } from "../control/outcome.ts";
import { createApi, release } from "../control/resources.ts";
import { ask, createSample, secretApi, verdict } from "../harness/sample.ts";
import type { Client } from "../harness/sdk.ts";
import { startTurnpike } from "../harness/turnpike.ts";

const refused = "403 Your IP address is not allowed";
const everybody = JSON.stringify({ type: "black_list", blocks: "0.0.0.0/0;::/0" });
const nobody = JSON.stringify({ type: "black_list", blocks: "192.0.2.1" });

async function createList(sdk: Client, PluginData: string): Promise<string> {
  const { Result } = await sdk.CreatePlugin({ PluginName: "list", PluginType: "IPControl", PluginData });
  return present(Result?.PluginId);
}

test("a plugin is in force from the call after it is attached or changed until it is detached", async (t) => {
  const { port, client } = await startTurnpike(t);
  const sdk = client();
  const sample = await createSample(sdk);
  const ApiId = present(sample.api.ApiId);
  const PluginId = await createList(sdk, everybody);
  const place = { PluginId, ServiceId: sample.serviceId, EnvironmentName: "release" };
  assert.equal(verdict(await ask(port, sample)), "200");
  await sdk.AttachPlugin({ ...place, ApiIds: [ApiId] });
  assert.equal(verdict(await ask(port, sample)), refused);
  await sdk.ModifyPlugin({ PluginId, PluginData: nobody });
  assert.equal(verdict(await ask(port, sample)), "200");
  await sdk.ModifyPlugin({ PluginId, PluginData: everybody });
  assert.equal(verdict(await ask(port, sample)), refused);
  await sdk.DetachPlugin({ ...place, ApiId });
  assert.equal(verdict(await ask(port, sample)), "200");
});

test("taking an environment offline keeps its plugins for the next release", async (t) => {
  const { port, client } = await startTurnpike(t);
  const sdk = client();
  const sample = await createSample(sdk);
  const { serviceId: ServiceId } = sample;
  const place = { PluginId: await createList(sdk, everybody), ServiceId, EnvironmentName: "release" };
  await sdk.AttachPlugin({ ...place, ApiIds: [present(sample.api.ApiId)] });
  await sdk.UnReleaseService({ ServiceId, EnvironmentName: "release" });
  await release(sdk, ServiceId);
  assert.equal(verdict(await ask(port, sample)), refused);
});

test("deleting the draft of an API does not open what its running version has closed", async (t) => {
  const { port, client } = await startTurnpike(t);
  const sdk = client();
  const sample = await createSample(sdk);
  const { serviceId: ServiceId } = sample;
  const ApiId = present(sample.api.ApiId);
  const place = { PluginId: await createList(sdk, everybody), ServiceId, EnvironmentName: "release" };
  await sdk.AttachPlugin({ ...place, ApiIds: [ApiId] });
  await sdk.DeleteApi({ ServiceId, ApiId });
  assert.equal(verdict(await ask(port, sample)), refused);
});

test("an IP strategy is in force from the call after it is bound or changed until it is unbound", async (t) => {
  const { port, client } = await startTurnpike(t);
  const sdk = client();
  const sample = await createSample(sdk);
  const { serviceId: ServiceId } = sample;
  const other = await createApi(sdk, secretApi(ServiceId, "/other"));
  await release(sdk, ServiceId);
  const strategy = { ServiceId, StrategyName: "list", StrategyType: "WHITE", StrategyData: "192.0.2.1" };
  const StrategyId = present((await sdk.CreateIPStrategy(strategy)).Result?.StrategyId);
  const place = { ServiceId, StrategyId, EnvironmentName: "release" };
  const both = [present(sample.api.ApiId), other];
  const verdicts = async () => [
    verdict(await ask(port, sample)),
    verdict(await ask(port, sample, { path: "/release/other" })),
  ];
  await sdk.BindIPStrategy({ ...place, BindApiIds: both });
  assert.deepEqual(await verdicts(), [refused, refused]);
  await sdk.ModifyIPStrategy({ ServiceId, StrategyId, StrategyData: "192.0.2.1\n127.0.0.0/8" });
  assert.deepEqual(await verdicts(), ["200", "200"]);
  await sdk.ModifyIPStrategy({ ServiceId, StrategyId, StrategyData: "192.0.2.1" });
  await sdk.UnBindIPStrategy({ ...place, UnBindApiIds: [other] });
  assert.deepEqual(await verdicts(), [refused, "200"]);
});
