import assert from "node:assert/strict";
import { test } from "node:test";
import { codeOf, startEndpoint } from "./endpoint.ts";

test("the first calls of a clock second pass, the rest are refused, and the next second starts anew", async (t) => {
  const endpoint = await startEndpoint(t, { actionRate: 3 });
  const codes = async (count: number) => {
    const seen: string[] = [];
    for (let i = 0; i < count; i += 1) seen.push(codeOf(await endpoint.tc3("DescribeApiKeysStatus")));
    return seen;
  };
  assert.deepEqual(await codes(4), ["ok", "ok", "ok", "RequestLimitExceeded"]);
  // A window belongs to the clock, not to the first call in it.
  endpoint.time += 0.999;
  assert.deepEqual(await codes(1), ["RequestLimitExceeded"]);
  endpoint.time += 0.001;
  assert.deepEqual(await codes(4), ["ok", "ok", "ok", "RequestLimitExceeded"]);
});

test("a refused call is told how many were made and how many may be", async (t) => {
  const endpoint = await startEndpoint(t, { actionRate: 1 });
  for (let i = 0; i < 2; i += 1) await endpoint.tc3("DescribeApiKeysStatus");
  const answer = await endpoint.tc3("DescribeApiKeysStatus");
  assert.equal(
    answer.response.Error?.Message,
    "Your current request times equals to `3` in a second, which exceeds the frequency limit `1` for a second. " +
      "Please reduce the frequency of calls.",
  );
});

test("each action, region and account has a rate of its own", async (t) => {
  const endpoint = await startEndpoint(t, { actionRate: 1 });
  const other = { secretId: "AKIDotherfake000000000000000000000001", secretKey: "another" };
  await endpoint.store.write(async ({ accounts }) => {
    await accounts.insert({ appId: 1_251_000_001, name: "other", createdAt: 0 });
    await accounts.insertKey({ ...other, appId: 1_251_000_001 });
  });
  assert.equal(codeOf(await endpoint.tc3("DescribeApiKeysStatus")), "ok");
  assert.equal(codeOf(await endpoint.tc3("CreateApiKey", { SecretName: "key" })), "ok");
  const shanghai = { headers: { "X-TC-Region": "ap-shanghai" } };
  assert.equal(codeOf(await endpoint.tc3("DescribeApiKeysStatus", {}, shanghai)), "ok");
  assert.equal(codeOf(await endpoint.tc3("DescribeApiKeysStatus", {}, { pair: other })), "ok");
  for (const again of [{}, shanghai, { pair: other }]) {
    assert.equal(codeOf(await endpoint.tc3("DescribeApiKeysStatus", {}, again)), "RequestLimitExceeded");
  }
});

test("both signature methods and all transports draw on one rate", async (t) => {
  const endpoint = await startEndpoint(t, { actionRate: 2 });
  assert.equal(codeOf(await endpoint.tc3("DescribeApiKeysStatus")), "ok");
  assert.equal(codeOf(await endpoint.v1("DescribeApiKeysStatus", {}, "GET")), "ok");
  assert.equal(codeOf(await endpoint.v1("DescribeApiKeysStatus", {}, "POST")), "RequestLimitExceeded");
});

test("an action with a higher rate of its own keeps it, whatever the others have", async (t) => {
  const endpoint = await startEndpoint(t, { actionRate: 1 });
  for (let i = 0; i < 30; i += 1) assert.equal(codeOf(await endpoint.tc3("DescribeInstancesNetworkConfig")), "ok");
});

test("a call with a wrong signature does not use up its victim's rate", async (t) => {
  const endpoint = await startEndpoint(t, { actionRate: 1 });
  const pair = { secretId: "AKIDEXAMPLEfake0000000000000000000001", secretKey: "guess" };
  for (let i = 0; i < 5; i += 1) await endpoint.tc3("DescribeApiKeysStatus", {}, { pair });
  assert.equal(codeOf(await endpoint.tc3("DescribeApiKeysStatus")), "ok");
});

test("a rate of 0 is no limit", async (t) => {
  const endpoint = await startEndpoint(t, { actionRate: 0 });
  for (let i = 0; i < 50; i += 1) assert.equal(codeOf(await endpoint.tc3("DescribeApiKeysStatus")), "ok");
});

test("a refused write changes nothing", async (t) => {
  const endpoint = await startEndpoint(t, { actionRate: 1 });
  for (let i = 0; i < 3; i += 1) await endpoint.tc3("CreateApiKey", { SecretName: "key" });
  const listed = await endpoint.tc3("DescribeApiKeysStatus");
  assert.equal((listed.response["Result"] as { TotalCount: number }).TotalCount, 1);
});
