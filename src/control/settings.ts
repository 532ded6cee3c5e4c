import type { FunctionRoute } from "../model/cloud-function.ts";

/** Quotas per account and region; defaults are the hosted product's. Source: Tencent Cloud docs 628/34009. */
export interface ResourceQuotas {
  readonly services: number;
  readonly apisPerService: number;
  /** Source: Tencent Cloud docs on importing APIs. */
  readonly apisPerImport: number;
  /** Size of an imported document. Source: the same page. */
  readonly importKilobytes: number;
  readonly usagePlans: number;
  readonly apiKeys: number;
  readonly keysPerUsagePlan: number;
  readonly usagePlansPerKey: number;
  readonly apisPerUsagePlan: number;
  readonly apiApps: number;
  readonly apiAppsPerApi: number;
  readonly customDomainsPerService: number;
  readonly pathMappingsPerDomain: number;
  readonly nodesPerUpstream: number;
  readonly apiDocs: number;
  readonly servicesPerPlugin: number;
  /** Our figure: none is published. */
  readonly ipStrategiesPerService: number;
  /** Highest rate a usage plan may set, calls per second. */
  readonly usagePlanRate: number;
  /** The same for a service or API strategy. */
  readonly strategyRate: number;
}

export interface ControlSettings {
  /** What default domains end with, such as `apigw.localhost`. */
  readonly domain: string;
  /** What links to the management listener begin with, without a slash at the end. */
  readonly publicUrl: string;
  /** Calls per second per action, account and region; 0 is off. */
  readonly actionRate: number;
  /** Host names clients may have signed besides the one they sent. */
  readonly signedHosts: readonly string[];
  readonly quotas: ResourceQuotas;
  /** Where functions that APIs and plugins name are called. */
  readonly functions: readonly FunctionRoute[];
}

export const defaultQuotas: ResourceQuotas = {
  services: 50,
  apisPerService: 200,
  apisPerImport: 10,
  importKilobytes: 100,
  usagePlans: 200,
  apiKeys: 400,
  keysPerUsagePlan: 50,
  usagePlansPerKey: 10,
  apisPerUsagePlan: 10_000,
  apiApps: 1_000,
  apiAppsPerApi: 1_000,
  customDomainsPerService: 5,
  pathMappingsPerDomain: 3,
  nodesPerUpstream: 200,
  apiDocs: 200,
  servicesPerPlugin: 50,
  ipStrategiesPerService: 50,
  usagePlanRate: 2_000,
  strategyRate: 5_000,
};
