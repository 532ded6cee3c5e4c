import { legacyApiActions } from "./actions/api.ts";
import { legacyApiKeyActions } from "./actions/api-key.ts";
import { legacyEnvironmentActions } from "./actions/environment.ts";
import { legacyServiceActions } from "./actions/service.ts";
import { legacySubDomainActions } from "./actions/sub-domain.ts";
import { legacyUsagePlanActions } from "./actions/usage-plan.ts";
import type { LegacyAction } from "./legacy-action.ts";

/** The actions of API 2.0 by family. */
export const legacyFamilies = {
  service: legacyServiceActions,
  environment: legacyEnvironmentActions,
  "sub-domain": legacySubDomainActions,
  api: legacyApiActions,
  "usage-plan": legacyUsagePlanActions,
  "api-key": legacyApiKeyActions,
} as const satisfies Readonly<Record<string, Readonly<Record<string, LegacyAction>>>>;

export const legacyActions: ReadonlyMap<string, LegacyAction> = new Map(
  Object.values(legacyFamilies).flatMap((family) => Object.entries<LegacyAction>(family)),
);

/** Actions of API 2.0 that no action of API 3.0 stands for, and what their callers are told. */
export const notServed: ReadonlyMap<string, string> = new Map([
  ["RunApi", "is not served by Turnpike; call the API through the gateway instead"],
  ["GetAccountSettings", "is not served by Turnpike: what it answers was never published"],
  [
    "DescribeServiceVersion",
    "is not served by Turnpike: what it answers was never published; DescribeServiceReleaseVersion lists versions",
  ],
]);
