import type { FunctionRoute } from "../model/cloud-function.ts";
import { type EnvironmentName, environmentNames } from "../model/environment.ts";
import type { QuotaKey } from "../model/quota.ts";
import { unlimited } from "../model/usage-plan.ts";
import type { EnvironmentState, ServiceState, SnapshotDelta } from "../snapshot/delta.ts";
import { prepareDomain } from "./addressing/custom-domain.ts";
import { planApi, type ServedApi } from "./api-plan.ts";
import { AppDirectory } from "./auth/app-directory.ts";
import { planAuthorities } from "./auth/token-policy.ts";
import type { Clock } from "./clock.ts";
import { LeasedQuota } from "./limits/leased-quota.ts";
import { limitFieldEnd } from "./limits/limit-fields.ts";
import type { QuotaDesk } from "./limits/quota-desk.ts";
import type { RateCounters } from "./limits/rate-counters.ts";
import type { PluginInstances, ServicePlugins } from "./plugins/plugin-instances.ts";
import { compileRoutes, type Router } from "./router/router.ts";
import type {
  Grant,
  RateLimit,
  ServedDomain,
  ServedEnvironment,
  ServedKey,
  ServedPlan,
  ServedService,
} from "./served.ts";
import type { NodeProber } from "./upstreams/active-checks.ts";
import { UpstreamDirectory } from "./upstreams/upstream-directory.ts";

interface SnapshotOptions {
  readonly clock: Clock;
  readonly counters: RateCounters;
  readonly quotas: QuotaDesk;
  readonly plugins: PluginInstances;
  /** An API that cannot be served, or not under its path. */
  readonly onProblem: (place: string, message: string) => void;
  /** The exclusive instance this node belongs to; null: none. */
  readonly instanceId: string | null;
  /** Where functions are called. */
  readonly functions: readonly FunctionRoute[];
  /** Asks nodes of upstreams for their health. */
  readonly prober: NodeProber;
}

/**
 * What the gateway serves: every look-up a request makes is one in a Map. Deltas are applied in one go and touch only what
 * they name; limits keep their counters, which go by name.
 */
export class Snapshot {
  /** Default domains. */
  readonly hosts = new Map<string, ServedService>();
  readonly customDomains = new Map<string, ServedDomain>();
  readonly services = new Map<string, ServedService>();
  readonly keys = new Map<string, ServedKey>();
  readonly plans = new Map<string, ServedPlan>();
  readonly apps = new AppDirectory();
  readonly upstreams: UpstreamDirectory;
  /** Change-log position of the last delta; -1 before the first. */
  seq = -1;
  /** Grows with every delta, whatever its position: what was worked out under another one no longer counts. */
  revision = 0;
  readonly #options: SnapshotOptions;
  /** By `serviceId/environment`. */
  readonly #routers = new Map<string, Router<ServedApi>>();
  /** Ids of services that nodes of other exclusive instances serve. */
  readonly #elsewhere = new Set<string>();

  constructor(options: SnapshotOptions) {
    this.#options = options;
    this.upstreams = new UpstreamDirectory(options.clock, options.prober);
  }

  apply(delta: SnapshotDelta): void {
    if (delta.isComplete) this.#removeAllBut(delta);
    for (const id of delta.removedServices) {
      this.#removeService(id);
      this.#elsewhere.delete(id);
    }
    for (const id of delta.removedKeys) this.keys.delete(id);
    for (const id of delta.removedPlans) this.plans.delete(id);
    for (const { id, ratePerSecond, quota } of delta.plans) {
      const [rateFieldEnd, quotaFieldEnd] = [limitFieldEnd(ratePerSecond), limitFieldEnd(quota)];
      this.plans.set(id, { id, ratePerSecond, quota, rateFieldEnd, quotaFieldEnd });
    }
    for (const { id, secret, isEnabled, planIds } of delta.keys) this.keys.set(id, { id, secret, isEnabled, planIds });
    this.apps.apply(delta);
    this.upstreams.apply(delta);
    for (const service of delta.services) this.#place(service);
    for (const environment of delta.environments) this.#setRouter(environment);
    for (const service of delta.services) this.#setService(service);
    for (const environment of delta.environments) this.#replaceRouter(environment);
    this.seq = delta.seq;
    this.revision++;
  }

  #removeAllBut(delta: SnapshotDelta): void {
    const serviceIds = new Set(delta.services.map((service) => service.id));
    const keyIds = new Set(delta.keys.map((key) => key.id));
    const planIds = new Set(delta.plans.map((plan) => plan.id));
    for (const id of this.services.keys()) if (!serviceIds.has(id)) this.#removeService(id);
    for (const id of this.keys.keys()) if (!keyIds.has(id)) this.keys.delete(id);
    for (const id of this.plans.keys()) if (!planIds.has(id)) this.plans.delete(id);
    this.#routers.clear();
    this.#elsewhere.clear();
  }

  #place({ id, instanceId }: ServiceState): void {
    if (instanceId === this.#options.instanceId) {
      this.#elsewhere.delete(id);
      return;
    }
    this.#removeService(id);
    this.#elsewhere.add(id);
  }

  #setRouter({ serviceId, environment, versionName, apis }: EnvironmentState): void {
    if (this.#elsewhere.has(serviceId)) return;
    const place = `${serviceId}/${environment}`;
    if (versionName === null) {
      this.#routers.delete(place);
      return;
    }
    const onProblem = (apiId: string, message: string) => this.#options.onProblem(`${place}/${apiId}`, message);
    const authorities = planAuthorities(apis);
    const router = compileRoutes(
      apis.map((api) => ({
        id: api.id,
        path: api.definition.path,
        method: api.definition.method,
        createdAt: api.createdAt,
        target: planApi(api, authorities, this.#options.functions, onProblem),
      })),
    );
    for (const problem of router.problems) onProblem(problem.id, problem.message);
    this.#routers.set(place, router);
  }

  #setService(state: ServiceState): void {
    if (this.#elsewhere.has(state.id)) return;
    const { id, appId, protocol, hosts, customDomains } = state;
    const environments = new Map<EnvironmentName, ServedEnvironment>();
    const attached = this.#options.plugins.build(state);
    for (const name of environmentNames) environments.set(name, this.#buildEnvironment(state, name, attached));
    this.#publish({ id, appId, protocol, hosts, customDomains, environments });
  }

  #replaceRouter({ serviceId, environment: name }: EnvironmentState): void {
    const service = this.services.get(serviceId);
    const environment = service?.environments.get(name);
    if (service === undefined || environment === undefined) return;
    const router = this.#routers.get(`${serviceId}/${name}`) ?? null;
    if (environment.router === router) return;
    const environments = new Map(service.environments).set(name, { ...environment, router });
    this.#publish({ ...service, environments });
  }

  #publish(service: ServedService): void {
    this.#dropHosts(service.id);
    this.services.set(service.id, service);
    for (const host of service.hosts) this.hosts.set(host, service);
    for (const domain of service.customDomains) this.customDomains.set(domain.name, prepareDomain(domain, service));
  }

  #buildEnvironment(state: ServiceState, name: EnvironmentName, attached: ServicePlugins): ServedEnvironment {
    const place = `${state.id}/${name}`;
    const rate = state.rates.find((entry) => entry.environment === name)?.rate ?? unlimited;
    const apiRates = new Map<string, RateLimit>();
    for (const entry of state.apiRates) {
      if (entry.environment !== name || entry.rate === unlimited) continue;
      apiRates.set(entry.apiId, this.#rateLimit(`rate/${place}/${entry.apiId}`, entry.rate));
    }
    const servicePlans = new Map<string, Grant>();
    const apiPlans = new Map<string, Map<string, Grant>>();
    for (const { planId, environment, apiId } of state.bindings) {
      if (environment !== name) continue;
      const grant = this.#grant({ planId, serviceId: state.id, environment, apiId });
      if (apiId === null) {
        servicePlans.set(planId, grant);
        continue;
      }
      const ofApi = apiPlans.get(apiId) ?? new Map<string, Grant>();
      apiPlans.set(apiId, ofApi.set(planId, grant));
    }
    return {
      name,
      router: this.#routers.get(place) ?? null,
      rate: rate === unlimited ? null : this.#rateLimit(`rate/${place}`, rate),
      apiRates,
      servicePlans,
      apiPlans,
      plugins: attached.get(name) ?? null,
    };
  }

  #rateLimit(name: string, ratePerSecond: number): RateLimit {
    const fieldEnd = limitFieldEnd(ratePerSecond);
    return { counter: this.#options.counters.counter(name), ratePerSecond, fieldEnd };
  }

  /** A grant that was there before is kept: it knows where its quota is counted. */
  #grant(key: QuotaKey): Grant {
    const { planId, serviceId, environment, apiId } = key;
    const before = this.services.get(serviceId)?.environments.get(environment);
    const known = (apiId === null ? before?.servicePlans : before?.apiPlans.get(apiId))?.get(planId);
    if (known !== undefined) return known;
    const { counters, quotas, clock } = this.#options;
    const name = `plan/${planId}/${serviceId}/${environment}/${apiId ?? "*"}`;
    return { name, planId, rateCounter: counters.counter(name), quota: new LeasedQuota(key, quotas, clock) };
  }

  #removeService(id: string): void {
    this.#dropHosts(id);
    this.services.delete(id);
    for (const name of environmentNames) this.#routers.delete(`${id}/${name}`);
    this.#options.plugins.remove(id);
  }

  #dropHosts(serviceId: string): void {
    const { hosts = [], customDomains = [] } = this.services.get(serviceId) ?? {};
    for (const host of hosts) if (this.hosts.get(host)?.id === serviceId) this.hosts.delete(host);
    for (const { name } of customDomains) {
      // In one step a domain may have gone to another service that came first.
      if (this.customDomains.get(name)?.service.id === serviceId) this.customDomains.delete(name);
    }
  }
}
