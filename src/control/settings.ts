/** Quotas per account and region; defaults are the hosted product's. Source: Tencent Cloud docs 628/34009. */
export interface ResourceQuotas {
  readonly services: number;
  readonly apisPerService: number;
  readonly usagePlans: number;
  readonly apiKeys: number;
  readonly keysPerUsagePlan: number;
  readonly usagePlansPerKey: number;
  readonly apisPerUsagePlan: number;
  /** Highest rate a service or API strategy may set, calls per second. */
  readonly strategyRate: number;
}

export interface ControlSettings {
  /** What default domains end with, such as `apigw.localhost`. */
  readonly domain: string;
  /** Calls per second per action, account and region; 0 is off. */
  readonly actionRate: number;
  /** Host names clients may have signed besides the one they sent. */
  readonly signedHosts: readonly string[];
  readonly quotas: ResourceQuotas;
}

export const defaultQuotas: ResourceQuotas = {
  services: 50,
  apisPerService: 200,
  usagePlans: 200,
  apiKeys: 400,
  keysPerUsagePlan: 50,
  usagePlansPerKey: 10,
  apisPerUsagePlan: 10_000,
  strategyRate: 5_000,
};
