import assert from "node:assert/strict";
import { test } from "node:test";
import { callManagement } from "../../src/cli/management-client.ts";
import { present } from "../control/outcome.ts";
import { ask, createSample, verdict } from "../harness/sample.ts";
import { startTurnpike } from "../harness/turnpike.ts";
import { readDatabase } from "./database.ts";

/** Values no parameter was made for. */
const hostile: readonly unknown[] = [
  null,
  -1,
  0,
  1.5,
  1e308,
  true,
  "",
  " ",
  "x".repeat(100_000),
  "\u0000",
  "\ud800",
  "\u202e\r\nX: y",
  "__proto__",
  "constructor",
  "toString",
  "'; drop table services; --",
  "../../etc/passwd",
  "%00%2f",
  "(".repeat(50),
  [],
  [[[]]],
  [null],
  ["__proto__", "__proto__"],
  {},
  { constructor: { prototype: { polluted: true } } },
  JSON.parse('{"__proto__": {"polluted": true}}'),
];

const documented =
  /^(?:AuthFailure|FailedOperation|InvalidParameter|InvalidParameterValue|LimitExceeded|MissingParameter|ResourceNotFound|UnknownParameter|UnsupportedOperation)(?:\.|$)/;

test("a hostile value in any parameter is a documented error that changes nothing, or valid", async (t) => {
  const { client, data, port } = await startTurnpike(t);
  const sdk = client();
  const sample = await createSample(sdk);
  const { serviceId: ServiceId, planId: UsagePlanId } = sample;
  const AccessKeyId = sample.key.id;
  const good: Record<string, object> = {
    CreateService: { ServiceName: "s", Protocol: "http", ServiceDesc: "d", NetTypes: ["OUTER"] },
    ModifyService: { ServiceId, ServiceName: "s", Protocol: "http" },
    CreateApi: { ...sample.api, ApiId: undefined, ApiName: "other", RequestConfig: { Path: "/o", Method: "GET" } },
    CreateUsagePlan: { UsagePlanName: "p", MaxRequestNum: 1, MaxRequestNumPreSec: 1 },
    ModifyUsagePlan: { UsagePlanId, UsagePlanName: "p" },
    CreateApiKey: { SecretName: "k", AccessKeyType: "manual", AccessKeyId: "key_1", AccessKeySecret: "secret_0123456" },
    DisableApiKey: { AccessKeyId: "nobody" },
    BindSecretIds: { UsagePlanId, AccessKeyIds: [AccessKeyId] },
    BindEnvironment: { ServiceId, UsagePlanIds: [UsagePlanId], BindType: "SERVICE", Environment: "release" },
    ReleaseService: { ServiceId, EnvironmentName: "test", ReleaseDesc: "r" },
    UpdateService: { ServiceId, EnvironmentName: "test", VersionName: "v", UpdateDesc: "u" },
    ModifyServiceEnvironmentStrategy: { ServiceId, Strategy: 1, EnvironmentNames: ["test"] },
    DescribeApisStatus: { ServiceId, Limit: 1, Offset: 0, Filters: [{ Name: "ApiName", Values: ["x"] }] },
  };
  let before = readDatabase(data);
  let refusals = 0;
  for (const [action, parameters] of Object.entries(good)) {
    for (const name of Object.keys(parameters)) {
      for (const value of hostile) {
        const told = `${action} with ${name} = ${JSON.stringify(value).slice(0, 60)}`;
        try {
          await sdk.request(action, { ...parameters, [name]: value });
        } catch (error) {
          const { code, message } = error as Error & { code?: string };
          assert.match(String(code), documented, `${told}: ${code} ${message}`);
          assert.ok(message.length < 1000, told);
          assert.deepEqual(readDatabase(data), before, `${told} changed something`);
          refusals++;
          continue;
        }
        before = readDatabase(data);
      }
    }
  }
  assert.ok(refusals > 500);
  assert.equal(Reflect.get({}, "polluted"), undefined);
  await sdk.ModifyService({ ServiceId, Protocol: "http" });
  assert.equal(verdict(await ask(port, sample)), "200");
});

test("hostile actions and members are documented errors", async (t) => {
  const { app, client, data } = await startTurnpike(t);
  const sdk = client();
  const before = readDatabase(data);
  for (const action of [
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "x".repeat(5_000),
    "Create Service",
  ]) {
    await assert.rejects(sdk.request(action, {}), { code: /^Invalid(?:Action|ParameterValue|Parameter)$/ }, action);
  }
  for (const member of ["__proto__.polluted", "constructor.prototype.polluted", "a[__proto__][b]", "x".repeat(5_000)]) {
    await assert.rejects(
      sdk.request("DescribeUsagePlansStatus", { [member]: "x" }),
      { code: "UnknownParameter" },
      member,
    );
  }
  // The SDK itself fails on such a depth.
  const json = JSON.parse(`{"Filters":${"[".repeat(5_000)}${"]".repeat(5_000)}}`);
  const { key } = app.rootAccount;
  const answer = await callManagement(app.management, key, "DescribeUsagePlansStatus", "ap-guangzhou", { json });
  assert.match(String(answer.Error?.Code), /^InvalidParameter/);
  assert.deepEqual(readDatabase(data), before);
  assert.equal(Reflect.get({}, "polluted"), undefined);
  assert.equal(present((await sdk.DescribeUsagePlansStatus({})).Result?.TotalCount), 0);
});
