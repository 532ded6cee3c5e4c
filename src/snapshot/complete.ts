import type { Transaction } from "../store/store.ts";
import type {
  AppBindingState,
  AppState,
  EnvironmentState,
  KeyState,
  PlanState,
  ServiceState,
  SnapshotDelta,
  UpstreamState,
} from "./delta.ts";
import {
  loadAppBindings,
  loadApps,
  loadKeys,
  loadPlans,
  loadRunning,
  loadServices,
  loadUpstreams,
  type OnUnreadable,
  type SnapshotSettings,
} from "./load.ts";

/** How many records are read at once: between batches other work of the process gets its turn. */
export const batchSize = 500;
/** Services bring all that runs in them. */
const servicesAtOnce = 5;

/** The whole state as one delta, as the transaction sees it. Environments that are offline are left out. */
export async function loadComplete(
  tx: Transaction,
  settings: SnapshotSettings,
  onUnreadable: OnUnreadable,
): Promise<SnapshotDelta> {
  const seq = await tx.changes.latest();
  const services: ServiceState[] = [];
  const environments: EnvironmentState[] = [];
  const keys: KeyState[] = [];
  const plans: PlanState[] = [];
  const apps: AppState[] = [];
  const appBindings: AppBindingState[] = [];
  const upstreams: UpstreamState[] = [];
  for await (const ids of batches(tx, "service", servicesAtOnce)) {
    services.push(...(await loadServices(tx, ids, settings)));
    environments.push(...(await loadRunning(tx, ids)));
    appBindings.push(...(await loadAppBindings(tx, ids)));
  }
  for await (const ids of batches(tx, "api-key")) keys.push(...(await loadKeys(tx, ids, onUnreadable)));
  for await (const ids of batches(tx, "usage-plan")) plans.push(...(await loadPlans(tx, ids)));
  for await (const ids of batches(tx, "api-app")) apps.push(...(await loadApps(tx, ids, onUnreadable)));
  for await (const ids of batches(tx, "upstream")) upstreams.push(...(await loadUpstreams(tx, ids)));
  return {
    seq,
    isComplete: true,
    services,
    removedServices: [],
    environments,
    keys,
    removedKeys: [],
    plans,
    removedPlans: [],
    apps,
    removedApps: [],
    appBindings,
    upstreams,
    removedUpstreams: [],
  };
}

async function* batches(
  tx: Transaction,
  kind: "service" | "api-key" | "usage-plan" | "api-app" | "upstream",
  count = batchSize,
): AsyncGenerator<readonly string[], void> {
  let after = "";
  for (;;) {
    const ids = await tx.serving.ids(kind, after, count);
    const last = ids.at(-1);
    if (last === undefined) return;
    yield ids;
    await new Promise(setImmediate);
    after = last;
  }
}
