import assert from "node:assert/strict";
import { test } from "node:test";
import { legacyActions } from "../../../src/control/legacy/actions.ts";
import { type Endpoint, startEndpoint } from "../endpoint/endpoint.ts";
import { succeed } from "./legacy-call.ts";
import { type Published, publishedFields } from "./published-fields.ts";

test("every action of API 2.0 succeeds and answers the published fields, no more and no less", async (t) => {
  const endpoint = await startEndpoint(t);
  const called = new Set<string>();
  const call = recorder(endpoint, called);

  const { serviceId } = await call("CreateService", { protocol: "http", serviceDesc: "d", serviceName: "shop" });
  await call("ModifyService", { serviceId, serviceDesc: "e" });
  const { apiId } = await call("CreateApi", { serviceId, ...httpApi });
  await call("ModifyApi", { serviceId, apiId, apiDesc: "changed" });
  await call("DescribeApi", { serviceId, apiId });
  await call("DescribeApisStatus", { serviceId });
  await call("ReleaseService", { serviceId, environmentName: "release", releaseDesc: "first" });
  const { versionList } = await call("DescribeServiceReleaseVersion", { serviceId });
  const [{ versionName = "" } = {}] = versionList as { versionName?: string }[];
  await call("UpdateService", { serviceId, environmentName: "release", versionName, updateDesc: "again" });
  await call("DescribeService", { serviceId });
  await call("DescribeServicesStatus");
  await call("DescribeServiceEnvironmentList", { serviceId });
  await call("DescribeServiceEnvironmentReleaseHistory", { serviceId, environmentName: "release" });

  const { usagePlanId } = await call("CreateUsagePlan", { usagePlanName: "gold", usagePlanDesc: "d" });
  await call("ModifyUsagePlan", { usagePlanId, maxRequestNumPreSec: "500" });
  const { secretId } = await call("CreateApiKey", { secretName: "partner" });
  await call("BindSecretIds", { usagePlanId, "secretIds.0": secretId });
  const binding = { "usagePlanIds.0": usagePlanId, serviceId, environment: "release" };
  await call("BindEnvironment", binding);
  await call("DescribeUsagePlan", { usagePlanId });
  await call("DescribeUsagePlansStatus");
  await call("DescribeUsagePlanEnvironments", { usagePlanId });
  await call("DescribeUsagePlanSecretIds", { usagePlanId });
  await call("DescribeServiceUsagePlan", { serviceId });
  await call("DemoteServiceUsagePlan", { serviceId, environment: "release", usagePlanId });
  await call("DescribeApiUsagePlan", { serviceId });
  await call("UnBindEnvironment", { ...binding, bindType: "API", "apiIds.0": apiId });

  await call("DescribeApiKey", { secretId });
  await call("DescribeApiKeysStatus");
  await call("UpdateApiKey", { secretId });
  await call("UnBindSecretIds", { usagePlanId, "secretIds.0": secretId });
  await call("DisableApiKey", { secretId });
  await call("EnableApiKey", { secretId });
  await call("DisableApiKey", { secretId });
  await call("DeleteApiKey", { secretId });
  await call("DeleteUsagePlan", { usagePlanId });

  const domain = { serviceId, subDomain: "api.example.com" };
  await call("BindSubDomain", domain);
  await call("DescribeServiceSubDomains", { serviceId });
  await call("ModifySubDomain", {
    ...domain,
    isDefaultMapping: "FALSE",
    "pathMappingSet.0.path": "/",
    "pathMappingSet.0.environment": "release",
    "pathMappingSet.1.path": "/try",
    "pathMappingSet.1.environment": "test",
  });
  await call("DescribeServiceSubDomainMappings", domain);
  await call("DeleteServiceSubDomainMapping", { ...domain, environment: "test" });
  await call("UnBindSubDomain", domain);

  await call("UnReleaseService", { serviceId, environmentName: "release", unReleaseDesc: "over" });
  await call("DeleteApi", { serviceId, apiId });
  await call("DeleteService", { serviceId });

  const inService = [...legacyActions].filter(([, { isRetired }]) => isRetired !== true).map(([name]) => name);
  assert.deepEqual([...called].sort(), inService.sort(), "every action was called");
  assert.deepEqual(Object.keys(publishedFields).sort(), [...legacyActions.keys()].sort());
  assert.deepEqual(endpoint.logged, []);
});

const httpApi = {
  apiName: "orders",
  "requestConfig.path": "/orders/{id}",
  "requestConfig.method": "GET",
  "requestParameters.0.name": "id",
  "requestParameters.0.position": "PATH",
  "requestParameters.0.type": "string",
  "requestParameters.0.required": "TRUE",
  serviceType: "HTTP",
  serviceTimeout: "15",
  "serviceConfig.url": "http://backend.test",
  "serviceConfig.path": "/{id}",
  "serviceConfig.method": "GET",
  "serviceParameters.0.name": "id",
  "serviceParameters.0.position": "PATH",
  "serviceParameters.0.relevantRequestParameterName": "id",
  "serviceParameters.0.relevantRequestParameterPosition": "PATH",
  "constantParameters.0.name": "source",
  "constantParameters.0.position": "QUERY",
  "constantParameters.0.defaultValue": "gateway",
};

/** Calls in turn by GET and POST, and checks the form of each answer. */
function recorder(endpoint: Endpoint, called: Set<string>) {
  let count = 0;
  return async (action: string, parameters: Readonly<Record<string, unknown>> = {}) => {
    count += 1;
    const texts = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)]));
    const fields = await succeed(endpoint, action, texts, { method: count % 2 === 0 ? "GET" : "POST" });
    assertForm(action, publishedFields[action] ?? {}, fields);
    called.add(action);
    return fields;
  };
}

function assertForm(path: string, published: unknown, actual: unknown): void {
  if (Array.isArray(published)) {
    assert.ok(Array.isArray(actual), `${path} is a list`);
    const [item] = published;
    if (item === undefined) return;
    assert.ok(actual.length > 0, `${path} has items`);
    for (const [index, value] of actual.entries()) assertForm(`${path}[${index}]`, item, value);
    return;
  }
  assert.equal(typeof actual, typeof published, path);
  if (typeof published !== "object") {
    if (String(published).endsWith("Z")) assert.match(String(actual), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, path);
    return;
  }
  assert.deepEqual(Object.keys(actual as object).sort(), Object.keys(published as Published).sort(), path);
  for (const [name, value] of Object.entries(published as Published)) {
    assertForm(`${path}.${name}`, value, (actual as Record<string, unknown>)[name]);
  }
}
