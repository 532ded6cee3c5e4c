/** A question to the management API, with the ids of what it is about. */
export interface Question {
  readonly action: string;
  readonly with?: object;
  /** The filter that leaves out what belongs to the last of the ids, which are no parameters then. */
  readonly leavingOut?: string;
  /** Only what belongs to it there is left out. */
  readonly environment?: string;
  /** Whether it takes none of the ids. */
  readonly isAboutAll?: boolean;
  /** Asked for each item of the reply's list `set`, by its `id`. */
  readonly each?: { readonly set: string; readonly id: string; readonly ask: readonly Question[] };
}

export const all = { Limit: 100, Offset: 0 };
/** Of which the rest is counted rather than read. */
const first = { Limit: 1, Offset: 0 };

/** All families, with all lists that are held against others. */
export const questions: readonly Question[] = [
  {
    action: "DescribeServicesStatus",
    with: all,
    each: {
      set: "ServiceSet",
      id: "ServiceId",
      ask: [
        { action: "DescribeService" },
        { action: "DescribeUsagePlansStatus", leavingOut: "NotServiceId" },
        { action: "DescribeUsagePlansStatus", leavingOut: "NotServiceId", environment: "test", with: first },
        { action: "DescribeApisStatus", with: { ...all, Filters: [{ Name: "ApiBuniessType", Values: ["NORMAL"] }] } },
        { action: "DescribeServiceEnvironmentList", with: all },
        { action: "DescribeServiceEnvironmentStrategy", with: all },
        { action: "DescribeServiceReleaseVersion", with: all },
        { action: "DescribeServiceUsagePlan", with: all },
        { action: "DescribeApiUsagePlan", with: all },
        { action: "DescribeApiEnvironmentStrategy", with: all },
        ...["prepub", "release"].map((EnvironmentName) => ({
          action: "DescribeServiceEnvironmentReleaseHistory",
          with: { ...all, EnvironmentName },
        })),
        {
          action: "DescribeApisStatus",
          with: all,
          each: {
            set: "ApiIdStatusSet",
            id: "ApiId",
            ask: [
              { action: "DescribeApi" },
              { action: "DescribeUsagePlansStatus", leavingOut: "NotApiId" },
              { action: "DescribePluginsByApi", with: all },
            ],
          },
        },
        {
          action: "DescribePlugins",
          isAboutAll: true,
          with: all,
          each: {
            set: "PluginSet",
            id: "PluginId",
            ask: [{ action: "DescribeAllPluginApis", with: { ...first, EnvironmentName: "release" } }],
          },
        },
        {
          action: "DescribeServiceSubDomains",
          with: all,
          each: { set: "DomainSet", id: "DomainName", ask: [{ action: "DescribeServiceSubDomainMappings" }] },
        },
        {
          action: "DescribeIPStrategysStatus",
          each: {
            set: "StrategySet",
            id: "StrategyId",
            ask: [
              { action: "DescribeIPStrategy", with: all },
              ...["test", "release"].map((EnvironmentName) => ({
                action: "DescribeIPStrategyApisStatus",
                with: { ...all, EnvironmentName },
              })),
            ],
          },
        },
      ],
    },
  },
  {
    action: "DescribeUsagePlansStatus",
    with: all,
    each: {
      set: "UsagePlanStatusSet",
      id: "UsagePlanId",
      ask: [
        { action: "DescribeUsagePlan" },
        { action: "DescribeApiKeysStatus", leavingOut: "NotUsagePlanId" },
        { action: "DescribeServicesStatus", leavingOut: "NotUsagePlanId" },
        { action: "DescribeServicesStatus", leavingOut: "NotUsagePlanId", environment: "release", with: first },
        { action: "DescribeUsagePlanSecretIds", with: all },
        { action: "DescribeUsagePlanEnvironments", with: { ...all, BindType: "SERVICE" } },
        { action: "DescribeUsagePlanEnvironments", with: { ...all, BindType: "API" } },
      ],
    },
  },
  { action: "DescribeApiKeysStatus", with: all },
  {
    action: "DescribeApiAppsStatus",
    with: all,
    each: {
      set: "ApiAppSet",
      id: "ApiAppId",
      ask: [
        { action: "DescribeApiAppBindApisStatus", with: all },
        { action: "DescribeApiAppBindApisStatus", with: { ...all, Filters: [{ Name: "ApiName", Values: ["apps"] }] } },
      ],
    },
  },
  {
    action: "DescribeAPIDocs",
    with: all,
    each: { set: "APIDocSet", id: "ApiDocId", ask: [{ action: "DescribeAPIDocDetail" }] },
  },
  {
    action: "DescribePlugins",
    with: all,
    each: { set: "PluginSet", id: "PluginId", ask: [{ action: "DescribePluginApis", with: all }] },
  },
  {
    action: "DescribeUpstreams",
    with: all,
    each: { set: "UpstreamSet", id: "UpstreamId", ask: [{ action: "DescribeUpstreamBindApis", with: all }] },
  },
  {
    action: "DescribeExclusiveInstancesStatus",
    with: all,
    each: { set: "InstanceSet", id: "InstanceId", ask: [{ action: "DescribeExclusiveInstanceDetail" }] },
  },
];
