import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { ApiError } from "./errors.ts";
import { actions, commonErrorCodes } from "./generated/contract.ts";
import type { ActionName } from "./generated/types.ts";
import { unflatten } from "./unflatten.ts";
import { validateInput } from "./validate.ts";

const actionNames = Object.keys(actions) as ActionName[];

const validApi = {
  ServiceId: "service-a",
  ServiceType: "MOCK",
  ServiceTimeout: 15,
  Protocol: "HTTP",
  RequestConfig: { Path: "/a", Method: "GET" },
};
const validService = { ServiceName: "s", Protocol: "http" };
const validUpstream = { Scheme: "HTTP", Algorithm: "ROUND-ROBIN", UniqVpcId: "vpc-a" };
const validPlugin = { PluginName: "plugin_1", PluginType: "Cors", PluginData: "{}" };
const validStrategy = { ServiceId: "service-a", Strategy: 10, EnvironmentName: "test", ApiIds: ["api-a"] };
const ids = (count: number) => Array.from({ length: count }, (_, index) => `id-${index}`);

function failure(action: ActionName, raw: unknown): ApiError {
  try {
    validateInput(action, raw);
  } catch (error) {
    assert.ok(error instanceof ApiError);
    return error;
  }
  throw new assert.AssertionError({ message: `${action} accepted ${JSON.stringify(raw)?.slice(0, 200)}` });
}

describe("which error a broken rule gets", () => {
  // [action, input, code]; the codes are those of the API's error lists.
  const table: [ActionName, unknown, string][] = [
    // form of the whole input
    ["DescribeService", [], "InvalidParameter"],
    ["DescribeService", "x", "InvalidParameter"],
    ["DescribeService", null, "InvalidParameter"],
    ["DescribeService", { ServiceId: "a", Foo: 1 }, "UnknownParameter"],
    ["DescribeService", { serviceId: "a" }, "UnknownParameter"],
    ["DescribeService", JSON.parse('{"ServiceId":"a","__proto__":{}}'), "UnknownParameter"],
    ["DescribeService", {}, "MissingParameter"],
    ["DescribeService", { ServiceId: null }, "MissingParameter"],
    ["CreateApi", { ...validApi, RequestConfig: {} }, "MissingParameter"],
    // types
    ["DescribeService", { ServiceId: 1 }, "InvalidParameter"],
    ["DescribeService", { ServiceId: ["a"] }, "InvalidParameter"],
    ["DescribeService", { ServiceId: "a\u0000" }, "InvalidParameter"],
    ["DescribeService", { ServiceId: "a\ud800" }, "InvalidParameter"],
    ["CreateApi", { ...validApi, ServiceTimeout: "15" }, "InvalidParameter"],
    ["CreateApi", { ...validApi, ServiceTimeout: 1.5 }, "InvalidParameter"],
    ["CreateApi", { ...validApi, ServiceTimeout: 2 ** 53 }, "InvalidParameter"],
    ["CreateApi", { ...validApi, EnableCORS: "true" }, "InvalidParameter"],
    ["CreateApi", { ...validApi, EnableCORS: 1 }, "InvalidParameter"],
    ["CreateApi", { ...validApi, RequestConfig: [] }, "InvalidParameter"],
    ["CreateApi", { ...validApi, RequestParameters: {} }, "InvalidParameter"],
    ["BindSecretIds", { UsagePlanId: "u", AccessKeyIds: "a" }, "InvalidParameter"],
    ["BindSecretIds", { UsagePlanId: "u", AccessKeyIds: [null] }, "InvalidParameter"],
    // closed values
    ["CreateService", { ...validService, Protocol: "ftp" }, "InvalidParameterValue.NotInOptions"],
    ["CreateService", { ...validService, Protocol: "HTTP" }, "InvalidParameterValue.NotInOptions"],
    ["CreateService", { ...validService, NetTypes: ["OUTER", "SIDE"] }, "InvalidParameterValue.NotInOptions"],
    ["CreateApi", { ...validApi, ServiceType: "FTP" }, "InvalidParameterValue.NotInOptions"],
    ["CreateApi", { ...validApi, ApiBusinessType: "X" }, "InvalidParameterValue.InvalidApiBusinessType"],
    ["CreateUpstream", { ...validUpstream, Scheme: "instance-HTTP" }, "InvalidParameterValue.NotInOptions"],
    ["CreatePlugin", { ...validPlugin, PluginType: "X" }, "InvalidParameterValue.NotInOptions"],
    [
      "CreateIPStrategy",
      { ServiceId: "s", StrategyName: "n", StrategyType: "GREY", StrategyData: "" },
      "InvalidParameter.FormatError",
    ],
    ["ReleaseService", { ServiceId: "s", EnvironmentName: "formal", ReleaseDesc: "" }, "InvalidParameter.FormatError"],
    [
      "BindApiApp",
      { ApiAppId: "a", Environment: "formal", ServiceId: "s", ApiId: "a" },
      "InvalidParameterValue.InvalidEnv",
    ],
    [
      "BindIPStrategy",
      { ServiceId: "s", StrategyId: "i", EnvironmentName: "x", BindApiIds: ["a"] },
      "InvalidParameterValue",
    ],
    [
      "ModifyApiEnvironmentStrategy",
      { ...validStrategy, EnvironmentName: "x" },
      "InvalidParameterValue.InvalidRequestParameters",
    ],
    [
      "ModifyServiceEnvironmentStrategy",
      { ServiceId: "s", Strategy: 1, EnvironmentNames: ["x"] },
      "InvalidParameterValue.InvalidRequestParameters",
    ],
    // ranges
    ["CreateUsagePlan", { UsagePlanName: "p", MaxRequestNum: 0 }, "InvalidParameterValue.InvalidMaxRequestNum"],
    [
      "CreateUsagePlan",
      { UsagePlanName: "p", MaxRequestNum: 100_000_000 },
      "InvalidParameterValue.InvalidMaxRequestNum",
    ],
    ["CreateUsagePlan", { UsagePlanName: "p", MaxRequestNumPreSec: 2001 }, "InvalidParameter.FormatError"],
    ["ModifyUsagePlan", { UsagePlanId: "p", MaxRequestNum: 0 }, "InvalidParameter.FormatError"],
    ["ModifyApiEnvironmentStrategy", { ...validStrategy, Strategy: 0 }, "InvalidParameterValue.RangeExceeded"],
    ["ModifyApiEnvironmentStrategy", { ...validStrategy, Strategy: 5001 }, "InvalidParameterValue.RangeExceeded"],
    ["ModifyApiEnvironmentStrategy", { ...validStrategy, Strategy: -2 }, "InvalidParameterValue.RangeExceeded"],
    ["CreateApi", { ...validApi, ServiceTimeout: 1801 }, "InvalidParameterValue.RangeExceeded"],
    [
      "CreateUpstream",
      { ...validUpstream, Nodes: [{ Host: "h", Port: 65536, Weight: 1 }] },
      "InvalidParameterValue.RangeExceeded",
    ],
    ["DescribeServicesStatus", { Limit: 101 }, "InvalidParameterValue"],
    ["DescribeApisStatus", { ServiceId: "s", Limit: 101 }, "InvalidParameter.FormatError"],
    ["DescribeApisStatus", { ServiceId: "s", Offset: -1 }, "InvalidParameter.FormatError"],
    ["DescribeLogSearch", { StartTime: "t", EndTime: "t", ServiceId: "s", Limit: 101 }, "InvalidParameterValue"],
    // lengths and patterns
    ["CreateService", { ...validService, ServiceName: "a b" }, "InvalidParameter.FormatError"],
    ["CreateService", { ...validService, ServiceName: "a".repeat(51) }, "InvalidParameter.FormatError"],
    ["CreateService", { ...validService, ServiceName: "" }, "InvalidParameter.FormatError"],
    ["CreateService", { ...validService, ServiceDesc: "d".repeat(65_537) }, "InvalidParameter.FormatError"],
    ["CreatePlugin", { ...validPlugin, PluginName: "1plugin" }, "InvalidParameter.FormatError"],
    ["CreatePlugin", { ...validPlugin, PluginName: "p".repeat(51) }, "InvalidParameter.FormatError"],
    ["CreatePlugin", { ...validPlugin, Description: "d".repeat(201) }, "InvalidParameterValue.LengthExceeded"],
    ["CreateUsagePlan", { UsagePlanName: "" }, "InvalidParameter.FormatError"],
    ["ImportOpenApi", { ServiceId: "s", Content: "é".repeat(51_201) }, "InvalidParameter.FormatError"],
    // lists
    ["ModifyApiEnvironmentStrategy", { ...validStrategy, ApiIds: ids(101) }, "InvalidParameterValue.LimitExceeded"],
    [
      "AttachPlugin",
      { PluginId: "p", ServiceId: "s", EnvironmentName: "test", ApiIds: ids(101) },
      "InvalidParameterValue.LimitExceeded",
    ],
    ["BindEnvironment", { UsagePlanIds: [], Environment: "test", ServiceId: "s" }, "InvalidParameter.FormatError"],
    [
      "CreateUpstream",
      { ...validUpstream, Nodes: Array(201).fill({ Host: "h", Port: 1, Weight: 1 }) },
      "InvalidParameterValue.RangeExceeded",
    ],
    // filters
    [
      "DescribeServicesStatus",
      { Filters: [{ Name: "Nope", Values: [] }] },
      "InvalidParameterValue.InvalidFilterNotSupportedName",
    ],
    [
      "DescribeServicesStatus",
      { Filters: [{ Name: "serviceId", Values: [] }] },
      "InvalidParameterValue.InvalidFilterNotSupportedName",
    ],
    ["DescribeServicesStatus", { Filters: [{ Name: "ServiceId" }] }, "MissingParameter"],
    [
      "DescribePlugins",
      { Filters: [{ Name: "PluginId", Values: [] }] },
      "InvalidParameterValue.InvalidFilterNotSupportedName",
    ],
    [
      "DescribeApisStatus",
      { ServiceId: "s", Filters: [{ Name: "Environment", Values: ["test"] }] },
      "InvalidParameterValue.InvalidFilterNotSupportedName",
    ],
  ];

  for (const [index, [action, raw, code]] of table.entries()) {
    test(`${action} (${index}) answers ${code}`, () => assert.equal(failure(action, raw).code, code));
  }

  test("only codes an action lists, or common ones, are ever answered", () => {
    const common = new Set<string>(commonErrorCodes);
    fc.assert(
      fc.property(fc.constantFrom(...actionNames), fc.infiniteStream(hostileValue), (action, values) => {
        const raw: Record<string, unknown> = {};
        for (const member of actions[action].input) {
          const value = values.next().value;
          raw[member.name] = member.list === true ? [value, value] : value;
        }
        try {
          validateInput(action, raw);
        } catch (error) {
          assert.ok(error instanceof ApiError);
          assert.ok(common.has(error.code) || actions[action].errors.includes(error.code), `${action}: ${error.code}`);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

const hostileValue = fc.oneof(
  fc.constantFrom<unknown>("", "x", "test", "a\u0000", 0, -1, -2, 1e9, 1.5, true, null),
  fc.string(),
  fc.object({ maxDepth: 2, maxKeys: 3 }),
  fc.constantFrom<unknown>(
    { Name: "Nope", Values: ["x"] },
    { Name: "a", Position: "side" },
    { Path: "/", Method: "X" },
  ),
);

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
      failure("CreateUsagePlan", { UsagePlanName: "p", MaxRequestNumPreSec: 0 }).message,
      "The parameter `MaxRequestNumPreSec` is `0`, but must be 1 to 2000, or -1.",
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

  test("positions and response types are recognised in any letter case", () => {
    const RequestParameters = [{ Name: "a", Position: "HEADER" }];
    const input = validateInput("CreateApi", { ...validApi, ResponseType: "html", RequestParameters });
    assert.equal(input.ResponseType, "HTML");
    assert.deepEqual(input.RequestParameters, [
      { Name: "a", Position: "header", Type: "", DefaultValue: "", Desc: "", Required: false },
    ]);
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
