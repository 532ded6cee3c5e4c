import type {
  AppBindingState,
  AppState,
  EnvironmentState,
  KeyState,
  PlanState,
  ServiceState,
  SnapshotDelta,
  UpstreamState,
} from "../../src/snapshot/delta.ts";

/** The plainest thing that follows deltas: what a gateway must end up knowing. */
export class ServedState {
  seq = 0;
  readonly services = new Map<string, ServiceState>();
  readonly environments = new Map<string, EnvironmentState>();
  readonly keys = new Map<string, KeyState>();
  readonly plans = new Map<string, PlanState>();
  readonly apps = new Map<string, AppState>();
  readonly appBindings = new Map<string, AppBindingState>();
  readonly upstreams = new Map<string, UpstreamState>();

  apply(delta: SnapshotDelta): void {
    this.seq = delta.seq;
    if (delta.isComplete) {
      const { services, environments, keys, plans, apps, appBindings, upstreams } = this;
      const maps = [services, environments, keys, plans, apps, appBindings, upstreams];
      for (const map of maps) map.clear();
    }
    for (const service of delta.services) this.services.set(service.id, service);
    for (const id of delta.removedServices) {
      this.services.delete(id);
      for (const [name, { serviceId }] of this.environments) if (serviceId === id) this.environments.delete(name);
    }
    for (const environment of delta.environments) {
      const name = `${environment.serviceId}/${environment.environment}`;
      if (environment.versionName === null) this.environments.delete(name);
      else this.environments.set(name, environment);
    }
    for (const key of delta.keys) this.keys.set(key.id, key);
    for (const id of delta.removedKeys) this.keys.delete(id);
    for (const plan of delta.plans) this.plans.set(plan.id, plan);
    for (const id of delta.removedPlans) this.plans.delete(id);
    for (const app of delta.apps) this.apps.set(app.id, app);
    for (const id of delta.removedApps) this.apps.delete(id);
    for (const upstream of delta.upstreams) this.upstreams.set(upstream.id, upstream);
    for (const id of delta.removedUpstreams) this.upstreams.delete(id);
    for (const state of delta.appBindings) this.#bind(state);
  }

  #bind(state: AppBindingState): void {
    const place = `${state.serviceId}/${state.environment}/${state.apiId}`;
    if (state.appIds.length === 0) this.appBindings.delete(place);
    else this.appBindings.set(place, state);
  }

  /** Comparable whatever the order things arrived in. */
  toComparable(): unknown {
    const sorted = <T>(items: Iterable<T>): T[] =>
      [...items].toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    return {
      services: sorted(
        [...this.services.values()].map((service) => ({ ...service, bindings: sorted(service.bindings) })),
      ),
      environments: sorted(
        [...this.environments.values()].map((environment) => ({ ...environment, apis: sorted(environment.apis) })),
      ),
      keys: sorted(this.keys.values()),
      plans: sorted(this.plans.values()),
      apps: sorted(this.apps.values()),
      upstreams: sorted(this.upstreams.values()),
      appBindings: sorted([...this.appBindings.values()].map((state) => ({ ...state, appIds: sorted(state.appIds) }))),
    };
  }
}
