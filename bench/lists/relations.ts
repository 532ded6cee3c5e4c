// The lists of what belongs to one thing: versions of the service, keys of the plan, APIs of the plugin and so on.
import type { Store, Transaction } from "../../src/store/store.ts";
import * as estate from "./estate.ts";
import { insertApp, insertPlan, insertPlugin, insertService, insertUpstream } from "./records.ts";

const { scope, service, plan, app, plugin, upstream, ipStrategy, servicePlans, apiPlans } = estate;

/** The things that everything is bound to. */
export async function addWholes(tx: Transaction, now: number): Promise<void> {
  await insertService(tx, service, 0, now);
  await insertPlan(tx, plan, 0, now);
  await insertApp(tx, app, 0, now);
  await insertPlugin(tx, plugin, 0, now);
  await insertUpstream(tx, upstream, 0, now);
  const times = { createdAt: now, modifiedAt: now };
  const list = { name: "whole", type: "BLACK", data: "192.0.2.1" } as const;
  await tx.ipStrategies.insert({ ...scope, ...times, ...list, id: ipStrategy, serviceId: service });
}

/** Versions without APIs, and a last one with all of them, which runs. */
export async function release(store: Store, rows: number, rowsAtOnce: number): Promise<void> {
  for (const [start, end] of parts(rows - 1, rowsAtOnce)) {
    await store.write(async (tx) => {
      for (let index = start; index < end; index++) await addVersion(tx, index, []);
    });
  }
  await store.write(async (tx) => addVersion(tx, rows - 1, await tx.apis.listAll(service)));
  const running = { serviceId: service, environment: apiPlans, versionName: estate.versionName(rows - 1) } as const;
  await store.write((tx) => tx.releases.setRunning({ ...running, since: Date.now() }));
}

async function addVersion(
  tx: Transaction,
  index: number,
  apis: Parameters<Transaction["releases"]["insertVersion"]>[1],
): Promise<void> {
  const name = estate.versionName(index);
  await tx.releases.insertVersion({ name, serviceId: service, description: null, createdAt: index }, apis);
  const entry = { serviceId: service, versionName: name, description: null, at: index };
  await tx.releases.appendHistory({ ...entry, environment: index % 2 === 0 ? servicePlans : apiPlans });
}

export async function bindEverything(store: Store, rows: number, rowsAtOnce: number): Promise<void> {
  for (const [start, end] of parts(rows, rowsAtOnce)) {
    await store.write((tx) => bindPart(tx, start, end));
  }
  // Documents carry their pages, so they are written in smaller parts.
  for (const [start, end] of parts(rows, 500)) await store.write((tx) => addDocs(tx, start, end));
}

async function bindPart(tx: Transaction, start: number, end: number): Promise<void> {
  const indices = Array.from({ length: end - start }, (_, offset) => start + offset);
  const now = Date.now();
  const times = (index: number) => ({ createdAt: now + index });
  await tx.memberships.add(plan, indices.map(estate.keyId), now + start);
  await tx.bindings.add([
    // The plan in every service, at service level; every plan in the one service; the plan at every API.
    ...indices.map((index) => binding(plan, estate.numbered("service", index), servicePlans, null, times(index))),
    ...indices.map((index) => binding(estate.numbered("usagePlan", index), service, servicePlans, null, times(index))),
    ...indices.map((index) => binding(plan, service, apiPlans, estate.numbered("api", index), times(index))),
  ]);
  const at = { serviceId: service, environment: apiPlans } as const;
  const attached = { ...at, pluginId: plugin };
  await tx.pluginAttachments.add(
    indices.map((index) => ({ ...attached, apiId: estate.numbered("api", index), attachedAt: now + index })),
  );
  const bound = { ...at, strategyId: ipStrategy };
  await tx.ipStrategyBindings.add(
    indices.map((index) => ({ ...bound, apiId: estate.numbered("api", index), boundAt: now + index })),
  );
  for (const index of indices) {
    const apiId = estate.numbered("api", index);
    await tx.appBindings.add({ ...at, apiAppId: app, apiId, ...times(index) });
    const other = { ...at, environment: servicePlans, apiId: estate.numbered("api", 1) } as const;
    await tx.appBindings.add({ ...other, apiAppId: estate.numbered("app", index), ...times(index) });
  }
}

function binding(
  planId: string,
  serviceId: string,
  environment: typeof servicePlans | typeof apiPlans,
  apiId: string | null,
  times: { readonly createdAt: number },
) {
  return { planId, serviceId, environment, apiId, ...times };
}

async function addDocs(tx: Transaction, start: number, end: number): Promise<void> {
  const pages = { html: "<!doctype html>".repeat(200), openApi: '{"openapi":"3.0.0"}' };
  for (let index = start; index < end; index++) {
    const id = estate.numbered("apidoc", index);
    const about = { serviceId: service, environment: apiPlans, apiIds: [estate.numbered("api", index)] } as const;
    const counts = { releaseCount: 1, viewCount: 0 };
    const times = { createdAt: index, builtAt: index };
    const doc = { ...scope, ...about, ...counts, ...times, id, name: `name-${index}`, tags: [] };
    await tx.apiDocs.insert({ ...doc, sharePassword: "123456" }, pages);
  }
}

function parts(rows: number, size: number): (readonly [start: number, end: number])[] {
  return Array.from({ length: Math.ceil(rows / size) }, (_, part) => [part * size, Math.min((part + 1) * size, rows)]);
}
