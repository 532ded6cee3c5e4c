import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { ApiError } from "./errors.ts";
import { actions, commonErrorCodes } from "./generated/contract.ts";
import type { ActionName } from "./generated/types.ts";
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
    ["ModifyUsagePlan", { UsagePlanId: "p", MaxRequestNum: 0 }, "InvalidParameter.FormatError"],
    ["ModifyApiEnvironmentStrategy", { ...validStrategy, Strategy: -2 }, "InvalidParameterValue.RangeExceeded"],
    ["CreateApi", { ...validApi, ServiceTimeout: 1801 }, "InvalidParameterValue.RangeExceeded"],
    [
      "CreateUpstream",
      { ...validUpstream, Nodes: [{ Host: "h", Port: 65536, Weight: 1 }] },
      "InvalidParameterValue.RangeExceeded",
    ],
    ["DescribeServicesStatus", { Limit: 101 }, "InvalidParameterValue"],
    ["DescribeApisStatus", { ServiceId: "s", Limit: 101 }, "InvalidParameter.FormatError"],
    ["DescribeUpstreams", { Limit: 101, Offset: 0 }, "InvalidParameterValue"],
    ["DescribeUpstreamBindApis", { UpstreamId: "u", Limit: 101, Offset: 0 }, "InvalidParameterValue"],
    ["DescribeExclusiveInstances", { Limit: 101, Offset: 0 }, "InvalidParameterValue"],
    ["DescribeExclusiveInstancesStatus", { Limit: 101, Offset: 0 }, "InvalidParameterValue"],
    ["DescribeApisStatus", { ServiceId: "s", Offset: -1 }, "InvalidParameter.FormatError"],
    // lengths and patterns
    ["CreateService", { ...validService, ServiceName: "a b" }, "InvalidParameter.FormatError"],
    ["CreateService", { ...validService, ServiceName: "a".repeat(51) }, "InvalidParameter.FormatError"],
    ["CreateService", { ...validService, ServiceName: "" }, "InvalidParameter.FormatError"],
    ["CreateService", { ...validService, ServiceDesc: "d".repeat(65_537) }, "InvalidParameter.FormatError"],
    ["CreatePlugin", { ...validPlugin, PluginName: "1plugin" }, "InvalidParameter.FormatError"],
    ["CreatePlugin", { ...validPlugin, PluginName: "p".repeat(51) }, "InvalidParameter.FormatError"],
    ["CreatePlugin", { ...validPlugin, Description: "d".repeat(201) }, "InvalidParameterValue.LengthExceeded"],
    ["CreateUsagePlan", { UsagePlanName: "" }, "InvalidParameter.FormatError"],
    ["ImportOpenApi", { ServiceId: "s", Content: "é".repeat(5 * 2 ** 20 + 1) }, "InvalidParameter.FormatError"],
    // lists
    ["ModifyApiEnvironmentStrategy", { ...validStrategy, ApiIds: ids(101) }, "InvalidParameterValue.LimitExceeded"],
    [
      "AttachPlugin",
      { PluginId: "p", ServiceId: "s", EnvironmentName: "test", ApiIds: ids(101) },
      "InvalidParameterValue.LimitExceeded",
    ],
    [
      "AttachPlugin",
      { PluginId: "p", ServiceId: "s", EnvironmentName: "test", ApiIds: [] },
      "InvalidParameter.FormatError",
    ],
    ["BindEnvironment", { UsagePlanIds: [], Environment: "test", ServiceId: "s" }, "InvalidParameter.FormatError"],
    [
      "CreateUpstream",
      { ...validUpstream, Nodes: Array(1001).fill({ Host: "h", Port: 1, Weight: 1 }) },
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
    test(`${action} (${index}) answers ${code}`, () =>
      assert.throws(() => validateInput(action, raw), { name: "ApiError", code }));
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
