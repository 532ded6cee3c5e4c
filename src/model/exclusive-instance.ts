import type { Scope } from "./account.ts";
import type { Tag } from "./service.ts";

/** What was bought on the hosted product; kept for reading back. */
export interface InstancePurchase {
  readonly type: string;
  readonly zones: readonly string[];
  readonly chargeType: "POSTPAID" | "PREPAID";
  readonly prepaid: { readonly months: number; readonly renewFlag: string } | null;
  readonly maxBandwidthMbps: number;
  readonly vpcId: string;
  readonly subnetId: string;
}

/** Highest rates, in calls per second, that throttles of services on the instance may set. */
export interface InstanceRates {
  readonly service: number;
  readonly api: number;
}

/** A named group of gateway nodes: services placed on it are served by nodes of that group only. */
export interface ExclusiveInstance extends Scope {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly purchase: InstancePurchase;
  readonly rates: InstanceRates;
  readonly ratesModifiedAt: number;
  readonly tags: readonly Tag[];
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/** What a new instance starts with, and what rates may be set to. Source: Tencent Cloud docs 628/34009. */
export const instanceRateLimits = { default: 2_500, minimum: 1, maximum: 50_000 } as const;
