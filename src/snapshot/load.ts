import type { CustomDomain } from "../model/custom-domain.ts";
import { mappingPrefix } from "../model/custom-domain-rules.ts";
import { defaultDomain } from "../model/domain.ts";
import { type EnvironmentName, environmentNames, isEnvironmentName } from "../model/environment.ts";
import type { RunningVersion } from "../model/release.ts";
import type { Service } from "../model/service.ts";
import type { ServiceStrategy } from "../model/strategy.ts";
import { activeCheckInForce, type HealthCheck } from "../model/upstream.ts";
import { nodeAddress } from "../model/upstream-rules.ts";
import type { UsagePlan } from "../model/usage-plan.ts";
import type { FrozenApi } from "../store/serving-repository.ts";
import type { Transaction } from "../store/store.ts";
import type {
  ApiState,
  AppBindingState,
  AppState,
  CustomDomainState,
  EnvironmentState,
  HealthCheckState,
  KeyState,
  PlanState,
  ServiceState,
  UpstreamState,
} from "./delta.ts";

/** What records alone do not say about what is served. */
export interface SnapshotSettings {
  /** The domain under which services have their default hosts. */
  readonly domain: string;
  /** Calls per second of a service in an environment where no strategy has been set. */
  readonly serviceRate: number;
}

/** Told the name of every record that has to be left out because its secret cannot be decrypted. */
export type OnUnreadable = (record: string) => void;

/** The live part of those of the services that exist. */
export async function loadServices(
  tx: Transaction,
  ids: readonly string[],
  settings: SnapshotSettings,
): Promise<readonly ServiceState[]> {
  const services = await tx.serving.services(ids);
  const rates = groupBy(await tx.serving.serviceStrategies(ids), (strategy) => strategy.serviceId);
  const apiRates = groupBy(await tx.serving.apiStrategies(ids), (strategy) => strategy.serviceId);
  const bindings = groupBy(await tx.serving.bindings(ids), (binding) => binding.serviceId);
  const domains = groupBy(await tx.serving.customDomains(ids), (domain) => domain.serviceId);
  const plugins = groupBy(await tx.serving.plugins(ids), (plugin) => plugin.serviceId);
  const ipStrategies = groupBy(await tx.serving.ipStrategies(ids), (strategy) => strategy.serviceId);
  const instanceRates = await loadInstanceRates(tx, services);
  return services.map((service) => ({
    id: service.id,
    appId: service.appId,
    region: service.region,
    protocol: service.protocol,
    instanceId: service.instanceId,
    hosts: hostsOf(service, settings.domain),
    customDomains: (domains.get(service.id) ?? []).map(toCustomDomainState),
    rates: ratesOf(rates.get(service.id) ?? [], instanceRates.get(service.instanceId ?? "") ?? settings.serviceRate),
    apiRates: (apiRates.get(service.id) ?? []).map(({ apiId, environment, rate }) => ({ apiId, environment, rate })),
    bindings: (bindings.get(service.id) ?? []).map(({ planId, environment, apiId }) => ({
      planId,
      environment,
      apiId,
    })),
    plugins: (plugins.get(service.id) ?? []).map(({ serviceId: _, ...plugin }) => plugin),
    ipStrategies: (ipStrategies.get(service.id) ?? []).map(({ serviceId: _, ...strategy }) => strategy),
  }));
}

/** By instance id, the rate of services placed there that set none. */
async function loadInstanceRates(tx: Transaction, services: readonly Service[]): Promise<Map<string, number>> {
  const rates = new Map<string, number>();
  for (const service of services) {
    if (service.instanceId === null || rates.has(service.instanceId)) continue;
    const instance = await tx.exclusiveInstances.find(service, service.instanceId);
    if (instance !== undefined) rates.set(instance.id, instance.rates.service);
  }
  return rates;
}

function ratesOf(strategies: readonly ServiceStrategy[], unset: number): ServiceState["rates"] {
  return environmentNames.map((environment) => ({
    environment,
    rate: strategies.find((strategy) => strategy.environment === environment)?.rate ?? unset,
  }));
}

function toCustomDomainState(domain: CustomDomain): CustomDomainState {
  const { name, protocol, isForcedHttps, certificateId, mappings } = domain;
  const prefixes = mappings?.map(({ path, environment }) => ({ prefix: mappingPrefix(path) ?? path, environment }));
  return { name, protocol, isForcedHttps, certificateId, mappings: prefixes ?? null };
}

function hostsOf(service: Service, baseDomain: string): readonly string[] {
  const outer = defaultDomain(service, baseDomain).toLowerCase();
  if (!service.netTypes.includes("INNER")) return [outer];
  return [outer, defaultDomain(service, baseDomain, "INNER").toLowerCase()];
}

/** What the environments of the services run; those that are offline are left out. */
export async function loadRunning(
  tx: Transaction,
  serviceIds: readonly string[],
): Promise<readonly EnvironmentState[]> {
  return withApis(tx, await tx.serving.running(serviceIds));
}

/** One state for each environment named `serviceId/environment`, offline ones included. */
export async function loadEnvironments(
  tx: Transaction,
  names: readonly string[],
): Promise<readonly EnvironmentState[]> {
  const wanted = names.map(parseEnvironment);
  const running = await tx.serving.running([...new Set(wanted.map(({ serviceId }) => serviceId))]);
  const byName = new Map(running.map((entry) => [`${entry.serviceId}/${entry.environment}`, entry]));
  const online = names.flatMap((name) => byName.get(name) ?? []);
  const offline = wanted
    .filter((_, i) => !byName.has(names[i] ?? ""))
    .map(({ serviceId, environment }) => ({ serviceId, environment, versionName: null, apis: [] }));
  return [...(await withApis(tx, online)), ...offline];
}

async function withApis(tx: Transaction, running: readonly RunningVersion[]): Promise<readonly EnvironmentState[]> {
  const versionNames = [...new Set(running.map(({ versionName }) => versionName))];
  const frozen = groupBy(await tx.serving.frozenApis(versionNames), (api) => api.versionName);
  // Environments that run the same version share its APIs.
  const apis = new Map([...frozen].map(([versionName, list]) => [versionName, list.map(toApiState)]));
  return running.map(({ serviceId, environment, versionName }) => ({
    serviceId,
    environment,
    versionName,
    apis: apis.get(versionName) ?? [],
  }));
}

function parseEnvironment(name: string): { readonly serviceId: string; readonly environment: EnvironmentName } {
  const slash = name.indexOf("/");
  const environment = name.slice(slash + 1);
  if (slash < 0 || !isEnvironmentName(environment)) throw new Error(`a change names no environment: ${name}`);
  return { serviceId: name.slice(0, slash), environment };
}

export async function loadKeys(
  tx: Transaction,
  ids: readonly string[],
  onUnreadable: OnUnreadable,
): Promise<readonly KeyState[]> {
  const keys = await tx.serving.apiKeys(ids);
  const plans = await tx.memberships.plansOf(ids);
  return keys.flatMap(({ id, appId, secret, isEnabled }) => {
    if (secret !== null) return { id, appId, secret, isEnabled, planIds: plans.get(id) ?? [] };
    onUnreadable(keyRecord(id));
    return [];
  });
}

export async function loadPlans(tx: Transaction, ids: readonly string[]): Promise<readonly PlanState[]> {
  return (await tx.serving.usagePlans(ids)).map(toPlanState);
}

export async function loadApps(
  tx: Transaction,
  ids: readonly string[],
  onUnreadable: OnUnreadable,
): Promise<readonly AppState[]> {
  return (await tx.serving.apiApps(ids)).flatMap(({ id, key, secret }) => {
    if (secret !== null) return { id, key, secret };
    onUnreadable(appRecord(id));
    return [];
  });
}

export const keyRecord = (id: string): string => `api key ${id}`;
export const appRecord = (id: string): string => `api app ${id}`;

/** The app bindings of all APIs of the services; APIs without any are left out. */
export async function loadAppBindings(
  tx: Transaction,
  serviceIds: readonly string[],
): Promise<readonly AppBindingState[]> {
  const bindings = await tx.serving.appBindings(serviceIds);
  const places = groupBy(bindings, ({ apiId, environment }) => `${apiId}/${environment}`).values();
  return [...places].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { serviceId, environment, apiId } = first;
    return { serviceId, environment, apiId, appIds: [first, ...others].map(({ apiAppId }) => apiAppId) };
  });
}

/** One state for each place named `serviceId/environment/apiId`, those without any app included. */
export async function loadAppPlaces(tx: Transaction, names: readonly string[]): Promise<readonly AppBindingState[]> {
  const states: AppBindingState[] = [];
  for (const name of names) {
    const slash = name.lastIndexOf("/");
    const place = { ...parseEnvironment(name.slice(0, slash)), apiId: name.slice(slash + 1) };
    states.push({ ...place, appIds: await tx.serving.appsAt(place) });
  }
  return states;
}

export async function loadUpstreams(tx: Transaction, ids: readonly string[]): Promise<readonly UpstreamState[]> {
  return (await tx.serving.upstreams(ids)).map(({ id, definition }) => ({
    id,
    scheme: definition.scheme === "HTTPS" || definition.scheme === "gRPCs" ? "https" : "http",
    isGrpc: definition.scheme === "gRPC" || definition.scheme === "gRPCs",
    retries: definition.retries,
    hostHeader: definition.hostHeader,
    nodes: definition.nodes.map((node) => ({ address: nodeAddress(node), weight: node.weight })),
    healthCheck: definition.healthCheck === null ? null : toHealthCheckState(definition.healthCheck),
  }));
}

function toHealthCheckState(check: HealthCheck): HealthCheckState | null {
  const { isPassiveEnabled: isPassive, isActiveEnabled: isActive = false, active, ...thresholds } = check;
  return isPassive || isActive ? { thresholds, isPassive, active: isActive ? activeCheckInForce(active) : null } : null;
}

function toPlanState({ id, ratePerSecond, quota }: UsagePlan): PlanState {
  return { id, ratePerSecond, quota };
}

function toApiState({ id, createdAt, definition }: FrozenApi): ApiState {
  return { id, createdAt, definition };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  return Map.groupBy(items, keyOf);
}
