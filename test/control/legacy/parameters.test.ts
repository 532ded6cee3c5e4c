import assert from "node:assert/strict";
import { test } from "node:test";
import { type Endpoint, startEndpoint } from "../endpoint/endpoint.ts";
import { callLegacy, refusedLegacy, succeed } from "./legacy-call.ts";
import { mock } from "./resources.ts";

test("the first letter of a parameter may be of either case, at every level", async (t) => {
  const endpoint = await startEndpoint(t);
  const { serviceId } = await succeed(endpoint, "CreateService", { Protocol: "http", ServiceName: "shop" });
  const { "requestConfig.path": _path, "requestConfig.method": _method, ...rest } = mock(serviceId);
  const api = { ...rest, "RequestConfig.Path": "/a", "requestConfig.Method": "GET" };
  const { path, method } = await succeed(endpoint, "CreateApi", api);
  assert.deepEqual([path, method], ["/a", "GET"]);
});

test("the first letter of the action may be small", async (t) => {
  const endpoint = await startEndpoint(t);
  assert.deepEqual(await succeed(endpoint, "describeApiKeysStatus"), { totalCount: 0, apiKeyStatusSet: [] });
});

test("SecretId is the caller and secretId an API key, both in one call", async (t) => {
  const endpoint = await startEndpoint(t);
  const { secretId } = await succeed(endpoint, "CreateApiKey", { secretName: "partner" });
  assert.equal((await succeed(endpoint, "DescribeApiKey", { secretId: String(secretId) }))["secretName"], "partner");
  await refusedLegacy(callLegacy(endpoint, "DescribeApiKey"), 4000, "MissingParameter", /`secretId`/);
});

test("parameters that the action does not have are ignored", async (t) => {
  const endpoint = await startEndpoint(t);
  const strange = {
    $schema: "x",
    "usagePlanName.0.x": "y",
    __proto__x: "z",
    "constructor.prototype": "w",
    region: "mars",
  };
  assert.equal((await succeed(endpoint, "CreateUsagePlan", { usagePlanName: "p", ...strange }))["usagePlanName"], "p");
});

test("regions have short names, and there is one to fall back on", async (t) => {
  const endpoint = await startEndpoint(t);
  const { usagePlanId } = await succeed(endpoint, "CreateUsagePlan", {}, { common: { Region: "ger" } });
  for (const Region of ["de", "ger", "eu-frankfurt"]) {
    await succeed(endpoint, "DescribeUsagePlan", { usagePlanId: String(usagePlanId) }, { common: { Region } });
  }
  const elsewhere = callLegacy(endpoint, "DescribeUsagePlan", { usagePlanId: String(usagePlanId) });
  await refusedLegacy(elsewhere, 5000, "ResourceNotFound.InvalidUsagePlan");
  await succeed(endpoint, "CreateUsagePlan", {}, { common: { Region: undefined } });
  const { totalCount } = await succeed(
    endpoint,
    "DescribeUsagePlansStatus",
    {},
    { common: { Region: "ap-guangzhou" } },
  );
  assert.equal(totalCount, 1);
});

test("messages name parameters as they are sent", async (t) => {
  const endpoint = await startEndpoint(t);
  const { serviceId } = await succeed(endpoint, "CreateService", { protocol: "http" });
  const nameless = { ...mock(serviceId), "requestParameters.0.in": "QUERY" };
  await refusedLegacy(
    callLegacy(endpoint, "CreateApi", nameless),
    4000,
    "MissingParameter",
    /`requestParameters\.0\.name`/,
  );
  const placeless = { ...mock(serviceId), "requestParameters.0.name": "q" };
  await refusedLegacy(
    callLegacy(endpoint, "CreateApi", placeless),
    4000,
    "MissingParameter",
    /`requestParameters\.0\.in`/,
  );
  const manual = callLegacy(endpoint, "CreateApiKey", { type: "manual" });
  await refusedLegacy(manual, 4000, "InvalidParameter.FormatError", /`secretId`/);
});

test("names are made up for what is created without one", async (t) => {
  const endpoint = await startEndpoint(t);
  const { serviceName } = await succeed(endpoint, "CreateService", { protocol: "http" });
  assert.match(String(serviceName), /^service_[a-z0-9]{8}$/);
  assert.match(String((await succeed(endpoint, "CreateUsagePlan"))["usagePlanName"]), /^usagePlan_[a-z0-9]{8}$/);
  assert.match(String((await succeed(endpoint, "CreateApiKey"))["secretName"]), /^secret_[a-z0-9]{8}$/);
});

test("a usage plan has a rate of 1000 and no quota unless said otherwise", async (t) => {
  const endpoint = await startEndpoint(t);
  const { usagePlanId } = await succeed(endpoint, "CreateUsagePlan");
  const { usagePlanStatusSet } = await succeed(endpoint, "DescribeUsagePlansStatus", { searchId: String(usagePlanId) });
  const [row] = usagePlanStatusSet as Record<string, unknown>[];
  assert.deepEqual(
    [row?.["requestControlUnit"], row?.["requestControlNum"], row?.["maxRequestNumPreSec"], row?.["maxRequestNum"]],
    ["SECOND", 1000, 1000, -1],
  );
});

test("a usage plan can be given its first keys when it is created, or is not created", async (t) => {
  const endpoint = await startEndpoint(t);
  const { secretId } = await succeed(endpoint, "CreateApiKey");
  const { usagePlanId } = await succeed(endpoint, "CreateUsagePlan", { "bindSecretIds.0": String(secretId) });
  const { bindSecretIds } = await succeed(endpoint, "DescribeUsagePlan", { usagePlanId: String(usagePlanId) });
  assert.deepEqual(bindSecretIds, [secretId]);
  const refused = callLegacy(endpoint, "CreateUsagePlan", { "bindSecretIds.0": "AKIDnothing" });
  await refusedLegacy(refused, 5000, "ResourceNotFound.InvalidAccessKeyId");
  assert.equal((await succeed(endpoint, "DescribeUsagePlansStatus"))["totalCount"], 1);
});

test("spellings of the published examples are understood", async (t) => {
  const endpoint = await startEndpoint(t);
  const { serviceId } = await succeed(endpoint, "CreateService", { protocol: "http", serviceDescription: "old" });
  assert.equal((await succeed(endpoint, "DescribeService", { serviceId: String(serviceId) }))["serviceDesc"], "old");
  const chosen = { type: "manunal", secretId: "own_key_1", secretKey: "own_secret_1" };
  assert.equal((await succeed(endpoint, "CreateApiKey", chosen))["type"], "manual");
  const { usagePlanId } = await succeed(endpoint, "CreateUsagePlan");
  const place = { serviceId: String(serviceId), bindEnvironment: "test" };
  await succeed(endpoint, "BindEnvironment", { ...place, "usagePlanId.0": String(usagePlanId) });
  await release(endpoint, String(serviceId));
  const { versionList } = await succeed(endpoint, "DescribeServiceReleaseVersion", { serviceId: String(serviceId) });
  const [{ versionName = "" } = {}] = versionList as { versionName?: string }[];
  const update = { serviceId: String(serviceId), environmentalName: "release", versionName };
  assert.deepEqual(await succeed(endpoint, "UpdateService", update), { updateDesc: "" });
});

test("a version tells where it runs and when it was made", async (t) => {
  const endpoint = await startEndpoint(t);
  const { serviceId } = await succeed(endpoint, "CreateService", { protocol: "http" });
  const { releaseTime } = await release(endpoint, String(serviceId));
  await release(endpoint, String(serviceId), "test");
  const { versionList } = await succeed(endpoint, "DescribeServiceReleaseVersion", { serviceId: String(serviceId) });
  const [second, first] = versionList as Record<string, unknown>[];
  assert.deepEqual([first?.["environments"], second?.["environments"]], [["release"], ["test"]]);
  assert.equal(first?.["createTime"], releaseTime);
});

async function release(endpoint: Endpoint, serviceId: string, environmentName = "release") {
  return succeed(endpoint, "ReleaseService", { serviceId, environmentName, releaseDesc: "now" });
}
