import assert from "node:assert/strict";
import { test } from "node:test";
import { type Endpoint, startEndpoint } from "../endpoint/endpoint.ts";
import { succeed } from "./legacy-call.ts";
import { mock } from "./resources.ts";

// That every published field is there is tested in every-action.test.ts; here it is what they hold.

const definition = {
  apiName: "orders",
  apiDesc: "orders an item",
  "requestConfig.path": "/orders/{id}",
  "requestConfig.method": "GET",
  "requestParameters.0.name": "id",
  "requestParameters.0.position": "PATH",
  "requestParameters.0.type": "string",
  "requestParameters.0.required": "REQUIRED",
  "requestParameters.0.desc": "which order",
  "requestParameters.1.name": "page",
  "requestParameters.1.location": "QUERY",
  "requestParameters.1.type": "int",
  "requestParameters.1.defaultValue": "1",
  "requestParameters.1.required": "optional",
  serviceType: "Http",
  serviceTimeout: "20",
  "serviceConfig.url": "http://backend.test",
  "serviceConfig.path": "/{number}",
  "serviceConfig.method": "GET",
  "serviceParameters.0.name": "number",
  "serviceParameters.0.in": "PATH",
  "serviceParameters.0.relevantRequestParameterName": "id",
  "serviceParameters.0.relevantRequestParameterIn": "PATH",
  "serviceParameters.0.desc": "mapped",
  "constantParameters.0.name": "source",
  "constantParameters.0.position": "HEADER",
  "constantParameters.0.defaultValue": "gateway",
  "constantParameters.0.desc": "who",
  enableCORS: "True",
  responseType: "json",
  responseSuccessExample: "yes",
  responseFailExample: "no",
  "responseErrorCodes.0.code": "7",
  "responseErrorCodes.0.msg": "seven",
  "responseErrorCodes.0.desc": "d",
  "responseErrorCodes.0.convertedCode": "70",
  "responseErrorCodes.0.needConvert": "TRUE",
};

test("an API reads as it was written, in the words of API 2.0", async (t) => {
  const endpoint = await startEndpoint(t);
  const { serviceId } = await succeed(endpoint, "CreateService", { protocol: "http", serviceName: "shop" });
  const made = await succeed(endpoint, "CreateApi", { serviceId: String(serviceId), ...definition });
  const { apiId, createdTime } = made;
  assert.deepEqual(made, { apiId, path: "/orders/{id}", method: "GET", createdTime });
  const ids = { serviceId: String(serviceId), apiId: String(apiId) };
  const times = { createdTime, modifiedTime: createdTime };
  assert.deepEqual(await succeed(endpoint, "DescribeApi", ids), {
    ...ids,
    ...times,
    serviceName: "shop",
    serviceDesc: "",
    apiName: "orders",
    apiDesc: "orders an item",
    apiType: "NORMAL",
    requestConfig: { path: "/orders/{id}", method: "GET" },
    requestParameters: [
      input("id", "PATH", { type: "string", defaultValue: "", required: "REQUIRED", desc: "which order" }),
      input("page", "QUERY", { type: "int", defaultValue: "1", required: "OPTIONAL", desc: "" }),
    ],
    serviceType: "HTTP",
    serviceTimeout: 20,
    serviceConfig: { url: "http://backend.test", path: "/{number}", method: "GET" },
    serviceParameters: [
      input("number", "PATH", {
        relevantRequestParameterName: "id",
        relevantRequestParameterIn: "PATH",
        relevantRequestParameterPosition: "PATH",
        defaultValue: "",
        desc: "mapped",
      }),
    ],
    constantParameters: [{ name: "source", desc: "who", position: "HEADER", defaultValue: "gateway" }],
    authRequired: "TRUE",
    enableCORS: "TRUE",
    responseType: "JSON",
    responseSuccessExample: "yes",
    responseFailExample: "no",
    responseErrorCodes: [{ code: 7, convertedCode: 70, needConvert: true, msg: "seven", desc: "d" }],
  });
  const row = { apiDesc: "orders an item", apiName: "orders", apiType: "NORMAL", path: "/orders/{id}", method: "GET" };
  assert.deepEqual(await succeed(endpoint, "DescribeApisStatus", { serviceId: ids.serviceId }), {
    serviceId,
    totalCount: 1,
    apiIdStatusSet: [{ ...ids, ...row, ...times, authRequired: "TRUE" }],
  });
});

function input(name: string, position: string, rest: object) {
  return { name, position, in: position, ...rest };
}

test("an API that answers by itself, and takes no key, says so", async (t) => {
  const endpoint = await startEndpoint(t);
  const { serviceId } = await succeed(endpoint, "CreateService", { protocol: "http" });
  const { apiId } = await succeed(endpoint, "CreateApi", { ...mock(serviceId), authRequired: "False" });
  const ids = { serviceId: String(serviceId), apiId: String(apiId) };
  const api = await succeed(endpoint, "DescribeApi", ids);
  assert.deepEqual(
    [api["serviceType"], api["serviceMockReturnMessage"], api["authRequired"], api["enableCORS"]],
    ["MOCK", "hello", "FALSE", "FALSE"],
  );
  await succeed(endpoint, "ModifyApi", { ...ids, authRequired: "TRUE" });
  assert.equal((await succeed(endpoint, "DescribeApi", ids))["authRequired"], "TRUE");
});

test("what is said of a service, a release and a change is told again", async (t) => {
  const endpoint = await startEndpoint(t);
  const request = { protocol: "https", serviceName: "shop", serviceDesc: "for orders" };
  const { serviceId, subDomain, createdTime } = await succeed(endpoint, "CreateService", request);
  assert.equal(subDomain, `${serviceId}-1251006373.gz.apigw.localhost`);
  const own = { serviceId: String(serviceId) };
  const change = { serviceName: "market", serviceDescription: "for all" };
  const { modifiedTime, ...changed } = await succeed(endpoint, "ModifyService", { ...own, ...change });
  assert.deepEqual(changed, { ...own, serviceName: "market", serviceDesc: "for all", protocol: "https" });

  const place = { ...own, environmentName: "test" };
  const released = await succeed(endpoint, "ReleaseService", { ...place, releaseDesc: "first" });
  assert.deepEqual(released, { releaseDesc: "first", releaseTime: isoTime(endpoint) });
  const { versionList } = await succeed(endpoint, "DescribeServiceEnvironmentReleaseHistory", place);
  const [{ versionName, ...entry }] = versionList as [{ versionName: string }];
  assert.deepEqual(entry, { versionDesc: "first", releaseTime: released["releaseTime"] });
  const updated = await succeed(endpoint, "UpdateService", { ...place, versionName, updateDesc: "again" });
  assert.deepEqual(updated, { updateDesc: "again" });

  const { environmentList } = await succeed(endpoint, "DescribeServiceEnvironmentList", own);
  const running = { status: 1, verisonName: versionName, versionName };
  const offline = { status: 0, verisonName: "", versionName: "" };
  assert.deepEqual(environmentList, [
    { environmentName: "test", url: `${subDomain}/test`, ...running },
    { environmentName: "prepub", url: `${subDomain}/prepub`, ...offline },
    { environmentName: "release", url: `${subDomain}/release`, ...offline },
  ]);
  const told = { ...own, serviceName: "market", subDomain, protocol: "https", availableEnvironments: ["test"] };
  const times = { createdTime, modifiedTime };
  assert.deepEqual(await succeed(endpoint, "DescribeService", own), { ...told, ...times, serviceDesc: "for all" });
  const { serviceStatusSet } = await succeed(endpoint, "DescribeServicesStatus");
  assert.deepEqual(serviceStatusSet, [{ ...told, ...times, serviceDescription: "for all" }]);
  const over = await succeed(endpoint, "UnReleaseService", { ...place, unReleaseDesc: "over" });
  assert.deepEqual(over, { unReleaseDesc: "over" });
});

test("what is spent of a plan, and by whom it may be, is told wherever the plan is", async (t) => {
  const endpoint = await startEndpoint(t);
  const { serviceId } = await succeed(endpoint, "CreateService", { protocol: "http", serviceName: "shop" });
  const created = await succeed(endpoint, "CreateApi", { ...mock(serviceId), apiName: "orders" });
  const limits = { maxRequestNum: "100", maxRequestNumPreSec: "5" };
  const plan = await succeed(endpoint, "CreateUsagePlan", { usagePlanName: "gold", usagePlanDesc: "d", ...limits });
  const own = { serviceId: String(serviceId) };
  const named = { usagePlanId: String(plan["usagePlanId"]), usagePlanName: "gold", usagePlanDesc: "d" };
  const { createdTime, ...told } = plan;
  assert.deepEqual(told, named);
  const binding = { "usagePlanIds.0": named.usagePlanId, ...own };
  await succeed(endpoint, "BindEnvironment", { ...binding, environment: "test" });
  const apiId = String(created["apiId"]);
  await succeed(endpoint, "BindEnvironment", {
    ...binding,
    environment: "release",
    bindType: "API",
    "apiIds.0": apiId,
  });
  const places = { planId: named.usagePlanId, ...own } as const;
  await endpoint.store.quotas.lease({ ...places, environment: "test", apiId: null }, 7, 100);
  await endpoint.store.quotas.lease({ ...places, environment: "release", apiId }, 3, 100);

  const spent = (inUseRequestNum: number) => ({ inUseRequestNum, maxRequestNum: 100 });
  const row = { ...named, createdTime, modifiedTime: createdTime, maxRequestNumPreSec: 5 };
  const ofService = await succeed(endpoint, "DescribeServiceUsagePlan", own);
  assert.deepEqual(ofService["usagePlanList"], [{ ...row, ...spent(7), environment: "test" }]);
  const api = { apiId, path: "/mock", method: "GET", apiName: "orders", ...own, serviceName: "shop" };
  const ofApi = await succeed(endpoint, "DescribeApiUsagePlan", own);
  assert.deepEqual(ofApi["usagePlanList"], [{ ...row, ...spent(3), environment: "release", ...api }]);
  const { environmentList } = await succeed(endpoint, "DescribeUsagePlanEnvironments", named);
  const place = { seviceId: own.serviceId, ...own, serviceName: "shop", environmentName: "test" };
  assert.deepEqual(environmentList, [{ ...place, ...spent(7) }]);
});

/** The endpoint's clock, as replies show times. */
function isoTime({ time }: Endpoint): string {
  return `${new Date(time * 1000).toISOString().slice(0, 19)}Z`;
}
