import type { EnvironmentName } from "../model/environment.ts";
import type { ServiceProtocol } from "../model/service.ts";
import type { CustomDomainState } from "../snapshot/delta.ts";
import type { ServedApi } from "./api-plan.ts";
import type { LeasedQuota } from "./limits/leased-quota.ts";
import type { RateCounter } from "./limits/rate-counters.ts";
import type { ApiPlugins } from "./plugins/api-plugins.ts";
import type { Router } from "./router/router.ts";

/** What a delta is turned into: everything a request needs, resolved when the snapshot changes. Objects are replaced, never changed. */
export interface ServedService {
  readonly id: string;
  readonly appId: number;
  readonly protocol: ServiceProtocol;
  readonly hosts: readonly string[];
  readonly customDomains: readonly CustomDomainState[];
  readonly environments: ReadonlyMap<EnvironmentName, ServedEnvironment>;
}

/** A host name of the operator's own, with the service it leads to. */
export interface ServedDomain {
  readonly name: string;
  readonly service: ServedService;
  readonly protocol: ServiceProtocol;
  readonly isForcedHttps: boolean;
  readonly certificateId: string | null;
  /** Longest first; null: the first segment of the path names the environment. */
  readonly mappings: CustomDomainState["mappings"];
}

export interface ServedEnvironment {
  readonly name: EnvironmentName;
  /** Null while the environment is offline. */
  readonly router: Router<ServedApi> | null;
  readonly rate: RateLimit | null;
  readonly apiRates: ReadonlyMap<string, RateLimit>;
  /** Plans bound to the whole service here, by plan id. */
  readonly servicePlans: ReadonlyMap<string, Grant>;
  /** Plans bound to single APIs here: api id, then plan id. */
  readonly apiPlans: ReadonlyMap<string, ReadonlyMap<string, Grant>>;
  /** What is attached to APIs here, by API id; null: nothing to any. */
  readonly plugins: ReadonlyMap<string, ApiPlugins> | null;
}

export interface RateLimit {
  /** The counter, which belongs to what is limited and outlives changes of the limit. */
  readonly counter: RateCounter;
  readonly ratePerSecond: number;
  /** How the field that tells callers about it ends. */
  readonly fieldEnd: string;
}

/** A usage plan where it is bound: what one rate counter and one quota belong to. */
export interface Grant {
  readonly name: string;
  readonly planId: string;
  readonly rateCounter: RateCounter;
  readonly quota: LeasedQuota;
}

export interface ServedKey {
  readonly id: string;
  readonly secret: string;
  readonly isEnabled: boolean;
  readonly planIds: readonly string[];
}

export interface ServedPlan {
  readonly id: string;
  readonly ratePerSecond: number;
  readonly quota: number;
  /** How the fields that tell callers about them end. */
  readonly rateFieldEnd: string;
  readonly quotaFieldEnd: string;
}
