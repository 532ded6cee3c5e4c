// Every list action with each of its filters. A test holds this table against the contract.
import type { Actions } from "../../src/control/contract/generated/types.ts";
import * as estate from "./estate.ts";

export interface ListCase {
  readonly action: keyof Actions;
  /** What it lists, beside the page. */
  readonly parameters: object;
  /** Values for each filter name or parameter that narrows the list: some match next to nothing, some nearly all. */
  readonly filters: readonly Narrowing[];
}

interface Narrowing {
  readonly title: string;
  readonly parameters: object;
}

const { service, plan, key, app, plugin, upstream, ipStrategy, apiPlans, servicePlans, numbered } = estate;

const filter = (name: string, ...values: string[]): Narrowing => ({
  title: `${name} ${values.join(", ")}`,
  parameters: { Filters: [{ Name: name, Values: values }] },
});
const filters = (...pairs: (readonly [name: string, ...values: string[]])[]): Narrowing => ({
  title: pairs.map(([name, ...values]) => `${name} ${values.join(", ")}`).join(" and "),
  parameters: { Filters: pairs.map(([Name, ...Values]) => ({ Name, Values })) },
});
const parameter = (name: string, value: unknown): Narrowing => ({
  title: `${name} ${Array.isArray(value) ? value.join(", ") : value}`,
  parameters: { [name]: value },
});

/** A text next to no name holds, and one that all hold. */
const names = (name: string) => [filter(name, "e-4321"), filter(name, "name-")];

export const listCases: readonly ListCase[] = [
  {
    action: "DescribeServicesStatus",
    parameters: {},
    filters: [
      filter("ServiceId", numbered("service", 77)),
      ...names("ServiceName"),
      filter("NotUsagePlanId", plan),
      filter("NotUsagePlanId", numbered("usagePlan", 5)),
      filter("NotUsagePlanId", plan, numbered("usagePlan", 5)),
      filters(["NotUsagePlanId", plan], ["Environment", apiPlans]),
      filters(["NotUsagePlanId", plan, numbered("usagePlan", 5)], ["ServiceName", "name-"]),
      filter("Environment", apiPlans),
      filter("IpVersion", "IPv4"),
      filter("InstanceId", numbered("instance", 1)),
      filter("NetType", "INNER"),
      filter("EIAMAppId", "eiam-1"),
    ],
  },
  {
    action: "DescribeApisStatus",
    parameters: { ServiceId: service },
    filters: [
      filter("ApiId", numbered("api", 77)),
      ...names("ApiName"),
      filter("ApiPath", "/resource-4321/"),
      filter("ApiPath", "/items"),
      filter("ApiType", "NORMAL"),
      filter("AuthRelationApiId", numbered("api", 5)),
      filter("AuthType", "SECRET"),
      filter("ApiBuniessType", "NORMAL"),
      filter("ApiBusinessType", "NORMAL"),
      filters(["NotUsagePlanId", plan], ["Environment", apiPlans]),
      filters(["NotUsagePlanId", plan], ["Environment", "prepub"]),
      filters(["NotUsagePlanId", plan, numbered("usagePlan", 5)], ["Environment", "prepub", apiPlans]),
      filter("Tags", "team:blue"),
      filter("TagKeys", "team"),
    ],
  },
  {
    action: "DescribeApiKeysStatus",
    parameters: {},
    filters: [
      filter("AccessKeyId", estate.keyId(77)),
      filter("AccessKeySecret", `secret-of-${key}`),
      ...names("SecretName"),
      filter("NotUsagePlanId", plan),
      filter("NotUsagePlanId", numbered("usagePlan", 5)),
      filter("NotUsagePlanId", plan, numbered("usagePlan", 5)),
      filters(["NotUsagePlanId", plan], ["SecretName", "name-"]),
      filter("Status", "0"),
      filter("Status", "1"),
      filter("KeyWord", "4321"),
      filter("KeyWord", "AKID"),
    ],
  },
  {
    action: "DescribeUsagePlansStatus",
    parameters: {},
    filters: [
      filter("UsagePlanId", plan),
      ...names("UsagePlanName"),
      filter("NotServiceId", service),
      filter("NotServiceId", service, numbered("service", 5)),
      filters(["NotServiceId", service], ["Environment", apiPlans]),
      filters(["NotServiceId", service], ["NotApiId", numbered("api", 77), numbered("api", 78)]),
      filter("NotApiId", numbered("api", 77)),
      filter("Environment", servicePlans),
    ],
  },
  { action: "DescribeUsagePlanEnvironments", parameters: { UsagePlanId: plan, BindType: "SERVICE" }, filters: [] },
  { action: "DescribeUsagePlanEnvironments", parameters: { UsagePlanId: plan, BindType: "API" }, filters: [] },
  { action: "DescribeUsagePlanSecretIds", parameters: { UsagePlanId: plan }, filters: [] },
  { action: "DescribeServiceUsagePlan", parameters: { ServiceId: service }, filters: [] },
  { action: "DescribeApiUsagePlan", parameters: { ServiceId: service }, filters: [] },
  {
    action: "DescribeApiAppsStatus",
    parameters: {},
    filters: [filter("ApiAppId", app), ...names("ApiAppName"), filter("KeyWord", "4321"), filter("KeyWord", "APP-")],
  },
  {
    action: "DescribeApiAppBindApisStatus",
    parameters: { ApiAppId: app },
    filters: [
      filter("ApiId", numbered("api", 77)),
      ...names("ApiName"),
      filter("ServiceId", service),
      filter("Environment", apiPlans),
      filter("KeyWord", "4321"),
      filter("KeyWord", "API-"),
    ],
  },
  {
    action: "DescribeApiBindApiAppsStatus",
    parameters: { ServiceId: service, ApiIds: [numbered("api", 1)] },
    filters: [
      filter("ApiAppId", numbered("app", 77)),
      filter("Environment", servicePlans),
      filter("KeyWord", "4321"),
      filter("KeyWord", "APP-"),
    ],
  },
  {
    action: "DescribePlugins",
    parameters: {},
    filters: [
      parameter("PluginIds", [plugin, numbered("plugin", 77)]),
      parameter("PluginName", "e-4321"),
      parameter("PluginName", "name-"),
      parameter("PluginType", "Cors"),
    ],
  },
  { action: "DescribePlugin", parameters: { PluginId: plugin }, filters: [] },
  { action: "DescribePluginApis", parameters: { PluginId: plugin }, filters: [] },
  {
    action: "DescribePluginsByApi",
    parameters: { ServiceId: service, ApiId: numbered("api", 77) },
    filters: [parameter("EnvironmentName", apiPlans)],
  },
  {
    action: "DescribeAllPluginApis",
    parameters: { ServiceId: service, PluginId: plugin, EnvironmentName: apiPlans },
    filters: [],
  },
  {
    action: "DescribeUpstreams",
    parameters: {},
    filters: [filter("UpstreamId", upstream), ...names("UpstreamName")],
  },
  {
    action: "DescribeUpstreamBindApis",
    parameters: { UpstreamId: upstream },
    filters: [filter("ServiceId", service), filter("ApiId", numbered("api", 77))],
  },
  {
    action: "DescribeIPStrategy",
    parameters: { ServiceId: service, StrategyId: ipStrategy },
    filters: [parameter("EnvironmentName", apiPlans)],
  },
  {
    action: "DescribeIPStrategyApisStatus",
    parameters: { ServiceId: service, StrategyId: ipStrategy, EnvironmentName: servicePlans },
    filters: [
      filter("ApiPath", "/resource-4321/"),
      ...names("ApiName"),
      filter("KeyWord", "4321"),
      filter("KeyWord", "NAME-"),
    ],
  },
  { action: "DescribeServiceSubDomains", parameters: { ServiceId: service }, filters: [] },
  { action: "DescribeAPIDocs", parameters: {}, filters: [] },
  {
    action: "DescribeExclusiveInstances",
    parameters: {},
    filters: [filter("InstanceId", numbered("instance", 77)), ...names("InstanceName")],
  },
  {
    action: "DescribeExclusiveInstancesStatus",
    parameters: {},
    filters: [filter("InstanceId", numbered("instance", 77)), ...names("InstanceName")],
  },
  {
    action: "DescribeServiceEnvironmentReleaseHistory",
    parameters: { ServiceId: service },
    filters: [parameter("EnvironmentName", apiPlans)],
  },
  { action: "DescribeServiceReleaseVersion", parameters: { ServiceId: service }, filters: [] },
  {
    action: "DescribeApiEnvironmentStrategy",
    parameters: { ServiceId: service },
    filters: [parameter("ApiId", numbered("api", 77)), parameter("EnvironmentNames", [apiPlans])],
  },
];

/** Lists of what every service has three of, and one that is always empty. */
export const fixedLists: readonly (keyof Actions)[] = [
  "DescribeInstancesNetworkConfig",
  "DescribeServiceEnvironmentList",
  "DescribeServiceEnvironmentStrategy",
];
