import { findServedApps } from "./api-apps.ts";
import { findServedKeys } from "./api-keys.ts";
import { findAppBindings, findAppsAt } from "./app-bindings.ts";
import { findBindings } from "./bindings.ts";
import type { Context } from "./context.ts";
import { findCustomDomains } from "./custom-domains.ts";
import { findFrozenApis } from "./frozen-apis.ts";
import { findServedIpStrategies } from "./ip-strategy-bindings.ts";
import { findServedPlugins } from "./plugin-attachments.ts";
import { findRunning } from "./releases.ts";
import { findServices } from "./services.ts";
import type { ServingRepository } from "./serving-repository.ts";
import { findApiStrategies, findServiceStrategies } from "./strategies.ts";
import { findUpstreams } from "./upstreams.ts";
import { findUsagePlans } from "./usage-plans.ts";

const tables = {
  service: "services",
  "api-key": "api_keys",
  "usage-plan": "usage_plans",
  "api-app": "api_apps",
  upstream: "upstreams",
} as const;

export function servingRepository(context: Context): ServingRepository {
  return {
    async ids(kind, after, limit) {
      const rows = await context.db
        .selectFrom(tables[kind])
        .select("id")
        .where("id", ">", after)
        .orderBy("id")
        .limit(limit)
        .execute();
      return rows.map((row) => row.id);
    },
    services: (ids) => findServices(context, ids),
    serviceStrategies: (serviceIds) => findServiceStrategies(context, serviceIds),
    apiStrategies: (serviceIds) => findApiStrategies(context, serviceIds),
    bindings: (serviceIds) => findBindings(context, serviceIds),
    customDomains: (serviceIds) => findCustomDomains(context, serviceIds),
    plugins: (serviceIds) => findServedPlugins(context, serviceIds),
    ipStrategies: (serviceIds) => findServedIpStrategies(context, serviceIds),
    running: (serviceIds) => findRunning(context, serviceIds),
    frozenApis: (versionNames) => findFrozenApis(context, versionNames),
    apiKeys: (ids) => findServedKeys(context, ids),
    usagePlans: (ids) => findUsagePlans(context, ids),
    apiApps: (ids) => findServedApps(context, ids),
    appBindings: (serviceIds) => findAppBindings(context, serviceIds),
    appsAt: (place) => findAppsAt(context, place),
    upstreams: (ids) => findUpstreams(context, ids),
  };
}
