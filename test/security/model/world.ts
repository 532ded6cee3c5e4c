import { Random } from "./random.ts";
import type { ModelService, Mutable, Tenant } from "./tenant.ts";

type Kind =
  | "service"
  | "api"
  | "usagePlan"
  | "AKID"
  | "app"
  | "plugin"
  | "upstream"
  | "IPStrategy"
  | "instance"
  | "apidoc"
  | "version";

/** How small the quotas of the server under test are, so that a short run meets them. */
export const limits = {
  services: 3,
  apis: 5,
  plans: 5,
  keys: 6,
  keysPerPlan: 3,
  plansPerKey: 2,
  apps: 4,
  appsPerApi: 2,
  domains: 2,
  docs: 3,
  ipStrategies: 2,
  servicesPerPlugin: 2,
  rate: 5_000,
};

/** Settings that give a server these quotas. */
export const limitSettings: NodeJS.ProcessEnv = {
  TURNPIKE_MAX_SERVICES: String(limits.services),
  TURNPIKE_MAX_APIS_PER_SERVICE: String(limits.apis),
  TURNPIKE_MAX_USAGE_PLANS: String(limits.plans),
  TURNPIKE_MAX_API_KEYS: String(limits.keys),
  TURNPIKE_MAX_KEYS_PER_USAGE_PLAN: String(limits.keysPerPlan),
  TURNPIKE_MAX_USAGE_PLANS_PER_KEY: String(limits.plansPerKey),
  TURNPIKE_MAX_API_APPS: String(limits.apps),
  TURNPIKE_MAX_API_APPS_PER_API: String(limits.appsPerApi),
  TURNPIKE_MAX_CUSTOM_DOMAINS_PER_SERVICE: String(limits.domains),
  TURNPIKE_MAX_API_DOCS: String(limits.docs),
  TURNPIKE_MAX_IP_STRATEGIES_PER_SERVICE: String(limits.ipStrategies),
  TURNPIKE_MAX_SERVICES_PER_PLUGIN: String(limits.servicesPerPlugin),
};

/** All tenants, and the ids there ever were: those of others and of what is deleted are tried as well. */
export class World {
  readonly random: Random;
  readonly tenants: Tenant[] = [];
  readonly #seen = new Map<Kind, string[]>();

  constructor(seed: number) {
    this.random = new Random(seed);
  }

  saw(kind: Kind, id: string): void {
    this.#seen.set(kind, [...(this.#seen.get(kind) ?? []), id]);
  }

  /** Mostly one of `own`, now and then one that belongs to others, is deleted or never was. */
  id(kind: Kind, own: Iterable<string>): string {
    const fitting = this.random.onceIn(14) ? undefined : this.random.among(own);
    return fitting ?? this.random.among([...(this.#seen.get(kind) ?? []), `${kind}-00000000`]) ?? "";
  }

  /** A service of the tenant, or undefined with an id that is none of his. */
  service(tenant: Tenant): { readonly id: string; readonly service: Mutable<ModelService> | undefined } {
    const id = this.id("service", tenant.services.keys());
    return { id, service: tenant.services.get(id) };
  }

  /** Whether an app of whoever exists. */
  isApp(id: string): boolean {
    return this.tenants.some(({ apps }) => apps.has(id));
  }

  services(): readonly Mutable<ModelService>[] {
    return this.tenants.flatMap(({ services }) => [...services.values()]);
  }
}
