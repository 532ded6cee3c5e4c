import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ApiError } from "./errors.ts";
import { actions } from "./generated/contract.ts";
import type { ActionName } from "./generated/types.ts";
import { unflatten } from "./unflatten.ts";
import { validateInput } from "./validate.ts";

const validApi = {
  ServiceId: "service-a",
  ServiceType: "MOCK",
  ServiceTimeout: 15,
  Protocol: "HTTP",
  RequestConfig: { Path: "/a", Method: "GET" },
};
const validService = { ServiceName: "s", Protocol: "http" };
const validStrategy = { ServiceId: "service-a", Strategy: 10, EnvironmentName: "test", ApiIds: ["api-a"] };

function failure(action: ActionName, raw: unknown): ApiError {
  try {
    validateInput(action, raw);
  } catch (error) {
    assert.ok(error instanceof ApiError);
    return error;
  }
  throw new assert.AssertionError({ message: `${action} accepted ${JSON.stringify(raw)?.slice(0, 200)}` });
}

describe("the order of failures", () => {
  test("unknown comes before missing, missing before type, type before value", () => {
    const all = { Nope: 1, UsagePlanDesc: 7, MaxRequestNum: 0 };
    assert.equal(failure("CreateUsagePlan", all).code, "UnknownParameter");
    const { Nope: _, ...known } = all;
    assert.equal(failure("CreateUsagePlan", known).code, "MissingParameter");
    assert.equal(failure("CreateUsagePlan", { ...known, UsagePlanName: "p" }).code, "InvalidParameter");
    const typed = { ...known, UsagePlanName: "p", UsagePlanDesc: "" };
    assert.equal(failure("CreateUsagePlan", typed).code, "InvalidParameterValue.InvalidMaxRequestNum");
  });

  test("of several failures of one kind the first declared member is named", () => {
    assert.match(failure("CreateApi", {}).message, /`ServiceId`/);
    const { message } = failure("DescribeServicesStatus", { Limit: "a", Offset: "b" });
    assert.match(message, /`Limit`/);
  });
});

describe("what the caller is told", () => {
  test("messages are those of the platform where they are known", () => {
    assert.equal(failure("DescribeService", {}).message, "The request is missing a required parameter `ServiceId`.");
    assert.equal(failure("DescribeService", { $schema: 1 }).message, "The parameter `$schema` is not recognized.");
    assert.equal(
      failure("BindSecretIds", { UsagePlanId: "u", AccessKeyIds: [1] }).message,
      "The value type of parameter `AccessKeyIds.0` is not valid, the parameter type should be `string`.",
    );
  });

  test("a broken limit is named with what is allowed", () => {
    assert.equal(
      failure("CreateUsagePlan", { UsagePlanName: "p", MaxRequestNum: 0 }).message,
      "The parameter `MaxRequestNum` is `0`, but must be 1 to 99999999, or -1.",
    );
  });

  test("values are repeated shortened and without control characters", () => {
    const { message } = failure("CreateService", { ...validService, Protocol: `x\r\n\u202e\`${"y".repeat(5000)}` });
    assert.ok(message.length < 250, message);
    assert.match(message, /`x\\u000d\\u000a\\u202e\\u0060y+…`/);
    assert.ok(failure("DescribeService", { ["n".repeat(5000)]: 1 }).message.length < 150);
  });
});

describe("what a handler gets", () => {
  test("defaults stand in for absent members and null counts as absent", () => {
    assert.deepEqual(validateInput("CreateUsagePlan", { UsagePlanName: "p", UsagePlanDesc: null }), {
      UsagePlanName: "p",
      MaxRequestNum: -1,
      MaxRequestNumPreSec: -1,
    });
    assert.equal(validateInput("DescribeUsagePlanEnvironments", { UsagePlanId: "u" }).BindType, "SERVICE");
    assert.equal(validateInput("ModifyUsagePlan", { UsagePlanId: "u" }).MaxRequestNum, undefined);
  });

  test("-1 passes as no limit, and so do the ends of a range", () => {
    for (const Strategy of [-1, 1, 5000]) {
      assert.equal(validateInput("ModifyApiEnvironmentStrategy", { ...validStrategy, Strategy }).Strategy, Strategy);
    }
    for (const Limit of [0, 100]) assert.equal(validateInput("DescribeServicesStatus", { Limit }).Limit, Limit);
  });

  test("white space and quotes around ids and closed values are dropped", () => {
    const input = validateInput("BindSecretIds", {
      UsagePlanId: " usagePlan-a\r\n",
      AccessKeyIds: ['"AKIDa"', "AKIDb\n"],
    });
    assert.deepEqual(input, { UsagePlanId: "usagePlan-a", AccessKeyIds: ["AKIDa", "AKIDb"] });
    assert.equal(validateInput("CreateService", { ...validService, Protocol: "https\n" }).Protocol, "https");
    assert.equal(validateInput("CreateService", { ...validService, ServiceDesc: " kept " }).ServiceDesc, " kept ");
  });

  test("response types are recognised in any letter case, and positions are kept as written", () => {
    const RequestParameters = [{ Name: "a", Position: "HEADER" }];
    const input = validateInput("CreateApi", { ...validApi, ResponseType: "html", RequestParameters });
    assert.equal(input.ResponseType, "HTML");
    assert.deepEqual(input.RequestParameters, [
      { Name: "a", Position: "HEADER", Type: "", DefaultValue: "", Desc: "", Required: false },
    ]);
  });

  test("lengths count characters, not UTF-16 units", () => {
    const ApiName = "\u{1F600}".repeat(60);
    assert.equal(validateInput("CreateApi", { ...validApi, ApiName }).ApiName, ApiName);
    assert.equal(failure("CreateApi", { ...validApi, ApiName: `${ApiName}x` }).code, "InvalidParameter.FormatError");
  });

  test("members that are no longer declared are accepted and dropped", () => {
    const service = validateInput("CreateService", { ...validService, ExclusiveSetName: "set" });
    assert.ok(!("ExclusiveSetName" in service));
  });

  test("unknown nested members are dropped, prototype spellings included", () => {
    const RequestConfig = JSON.parse('{"Path":"/a","Method":"GET","Nope":1,"__proto__":{"polluted":1}}');
    const input = validateInput("CreateApi", { ...validApi, RequestConfig });
    assert.deepEqual(input.RequestConfig, { Path: "/a", Method: "GET" });
    assert.equal(Reflect.get(input.RequestConfig, "polluted"), undefined);
  });

  test("inherited members do not count as sent", () => {
    assert.equal(failure("DescribeService", Object.create({ ServiceId: "service-a" })).code, "MissingParameter");
  });

  test("flattened and JSON input give the same", () => {
    const flat = unflatten(actions.CreateApi, [
      ["ServiceId", "service-a"],
      ["ServiceType", "MOCK"],
      ["ServiceTimeout", "15"],
      ["Protocol", "HTTP"],
      ["RequestConfig.Path", "/a"],
      ["RequestConfig.Method", "GET"],
    ]);
    assert.deepEqual(validateInput("CreateApi", flat), validateInput("CreateApi", validApi));
    const mistyped = unflatten(actions.CreateApi, [...Object.entries({ ServiceTimeout: "soon" })]);
    assert.equal(failure("CreateApi", { ...validApi, ...mistyped }).code, "InvalidParameter");
  });
});
