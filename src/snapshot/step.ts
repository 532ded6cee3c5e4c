import type { Change } from "../store/change-log.ts";
import type { Transaction } from "../store/store.ts";
import { batchSize, loadComplete } from "./complete.ts";
import type { SnapshotDelta } from "./delta.ts";
import {
  loadAppPlaces,
  loadApps,
  loadEnvironments,
  loadKeys,
  loadPlans,
  loadServices,
  loadUpstreams,
  type OnUnreadable,
  type SnapshotSettings,
} from "./load.ts";

const logPageSize = 10_000;

/** The delta from `seq` to now, or undefined when nothing has changed. */
export async function loadStep(
  tx: Transaction,
  seq: number,
  settings: SnapshotSettings,
  onUnreadable: OnUnreadable,
): Promise<SnapshotDelta | undefined> {
  const latest = await tx.changes.latest();
  if (latest === seq) return undefined;
  // A log that ends before us belongs to a restored backup; one that starts after us has dropped what we need.
  if (latest < seq || (await tx.changes.oldest()) > seq + 1) return loadComplete(tx, settings, onUnreadable);

  const touched = await readTouched(tx, seq);
  const services = await inBatches(touched.service, (ids) => loadServices(tx, ids, settings));
  const removedServices = missing(touched.service, services);
  const keys = await inBatches(touched["api-key"], (ids) => loadKeys(tx, ids, onUnreadable));
  const plans = await inBatches(touched["usage-plan"], (ids) => loadPlans(tx, ids));
  const environments = await inBatches(touched.environment, (names) => loadEnvironments(tx, names));
  const apps = await inBatches(touched["api-app"], (ids) => loadApps(tx, ids, onUnreadable));
  const appBindings = await inBatches(touched["app-bindings"], (names) => loadAppPlaces(tx, names));
  const upstreams = await inBatches(touched.upstream, (ids) => loadUpstreams(tx, ids));
  const gone = new Set(removedServices);
  return {
    seq: latest,
    isComplete: false,
    services,
    removedServices,
    environments: environments.filter(({ serviceId }) => !gone.has(serviceId)),
    keys,
    removedKeys: missing(touched["api-key"], keys),
    plans,
    removedPlans: missing(touched["usage-plan"], plans),
    apps,
    removedApps: missing(touched["api-app"], apps),
    appBindings,
    upstreams,
    removedUpstreams: missing(touched.upstream, upstreams),
  };
}

/** The ids that changes after `seq` name, each once. */
async function readTouched(tx: Transaction, seq: number): Promise<Record<Change["kind"], string[]>> {
  const touched = {
    service: new Set<string>(),
    environment: new Set<string>(),
    "api-key": new Set<string>(),
    "usage-plan": new Set<string>(),
    "api-app": new Set<string>(),
    "app-bindings": new Set<string>(),
    upstream: new Set<string>(),
  } satisfies Record<Change["kind"], Set<string>>;
  let position = seq;
  for (;;) {
    const page = await tx.changes.after(position, logPageSize);
    for (const change of page) touched[change.kind].add(change.id);
    const last = page.at(-1);
    if (last === undefined) break;
    position = last.seq;
  }
  return {
    service: [...touched.service],
    environment: [...touched.environment],
    "api-key": [...touched["api-key"]],
    "usage-plan": [...touched["usage-plan"]],
    "api-app": [...touched["api-app"]],
    "app-bindings": [...touched["app-bindings"]],
    upstream: [...touched.upstream],
  };
}

/** A step is small as a rule; after an import it is not, and must not hold up the process. */
async function inBatches<T>(
  names: readonly string[],
  load: (batch: readonly string[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const loaded: T[] = [];
  for (let start = 0; start < names.length; start += batchSize) {
    loaded.push(...(await load(names.slice(start, start + batchSize))));
    if (start + batchSize < names.length) await new Promise(setImmediate);
  }
  return loaded;
}

function missing(wanted: readonly string[], found: readonly { readonly id: string }[]): readonly string[] {
  const present = new Set(found.map(({ id }) => id));
  return wanted.filter((id) => !present.has(id));
}
