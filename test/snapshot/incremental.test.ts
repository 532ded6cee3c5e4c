import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { environmentNames } from "../../src/model/environment.ts";
import { loadComplete } from "../../src/snapshot/complete.ts";
import { createSnapshotFeed } from "../../src/snapshot/follow.ts";
import { openStore } from "../../src/store/open.ts";
import type { Transaction } from "../../src/store/store.ts";
import {
  aBinding,
  aDefinition,
  aKey,
  anApi,
  anApp,
  anIpStrategy,
  anUpstream,
  aPlan,
  aPlugin,
  aService,
  scope,
} from "../store/samples.ts";
import { ServedState } from "./served-state.ts";

/** A write of some kind on small ids, so that things meet; it may find nothing to do. */
type Write = (tx: Transaction) => Promise<void>;

const domain = "gw.test";
const serviceRate = 5_000;
const small = fc.integer({ min: 0, max: 2 });
const environments = fc.constantFrom(...environmentNames);

const writes: fc.Arbitrary<Write> = fc.oneof(
  fc.tuple(small, fc.boolean()).map(
    ([n, isInner]): Write =>
      async (tx) => {
        const service = aService(`service-${n}`, { netTypes: isInner ? ["OUTER", "INNER"] : ["OUTER"] });
        if (await tx.services.find(scope, service.id)) await tx.services.update(service);
        else await tx.services.insert(service);
      },
  ),
  small.map(
    (n): Write =>
      (tx) =>
        tx.services.delete(scope, `service-${n}`),
  ),
  fc.tuple(small, small, fc.integer({ min: 0, max: 9 })).map(
    ([s, a, path]): Write =>
      async (tx) => {
        const api = anApi(`service-${s}`, `api-${s}-${a}`, { definition: aDefinition({ path: `/${path}` }) });
        if (!(await tx.services.find(scope, api.serviceId))) return;
        if (await tx.apis.find(scope, api.serviceId, api.id)) await tx.apis.update(api);
        else await tx.apis.insert(api);
      },
  ),
  fc.tuple(small, small).map(
    ([s, a]): Write =>
      (tx) =>
        tx.apis.delete(scope, `service-${s}`, `api-${s}-${a}`),
  ),
  fc.tuple(small, small, fc.boolean()).map(
    ([n, quota, isDeleted]): Write =>
      async (tx) => {
        const plan = aPlan(`usagePlan-${n}`, { quota });
        if (isDeleted) await tx.usagePlans.delete(scope, plan.id);
        else if (await tx.usagePlans.find(scope, plan.id)) await tx.usagePlans.update(plan);
        else await tx.usagePlans.insert(plan);
      },
  ),
  fc.tuple(small, small, fc.boolean()).map(
    ([n, secret, isEnabled]): Write =>
      async (tx) => {
        const key = aKey(`AKID${n}`, { secret: `secret ${secret}`, isEnabled });
        if (await tx.apiKeys.find(scope, key.id)) await tx.apiKeys.update(key);
        else await tx.apiKeys.insert(key);
      },
  ),
  small.map(
    (n): Write =>
      (tx) =>
        tx.apiKeys.delete(scope, `AKID${n}`),
  ),
  fc.tuple(small, small).map(
    ([p, k]): Write =>
      async (tx) => {
        const [planId, keyId] = [`usagePlan-${p}`, `AKID${k}`];
        if (!(await tx.usagePlans.find(scope, planId)) || !(await tx.apiKeys.find(scope, keyId))) return;
        if ((await tx.memberships.present(planId, [keyId])).length > 0) await tx.memberships.remove(planId, [keyId]);
        else await tx.memberships.add(planId, [keyId], 1);
      },
  ),
  fc.tuple(small, small, environments, fc.option(small)).map(
    ([p, s, environment, a]): Write =>
      async (tx) => {
        const apiId = a === null ? null : `api-${s}-${a}`;
        const binding = aBinding(`usagePlan-${p}`, `service-${s}`, { environment, apiId });
        if (!(await tx.usagePlans.find(scope, binding.planId))) return;
        if (!(await tx.services.find(scope, binding.serviceId))) return;
        const present = await tx.bindings.find({ planId: binding.planId, serviceId: binding.serviceId, environment });
        if (present.some((one) => one.apiId === apiId)) await tx.bindings.remove([binding]);
        else await tx.bindings.add([binding]);
      },
  ),
  fc.tuple(small, small, fc.boolean()).map(
    ([n, key, isDeleted]): Write =>
      async (tx) => {
        const app = anApp(`app-${n}`, { key: `APID${n}${key}`, secret: `secret ${key}` });
        if (isDeleted) await tx.apiApps.delete(scope, app.id);
        else if (await tx.apiApps.find(scope, app.id)) await tx.apiApps.update(app);
        else await tx.apiApps.insert(app);
      },
  ),
  fc.tuple(small, small, fc.boolean()).map(
    ([n, retries, isDeleted]): Write =>
      async (tx) => {
        const upstream = anUpstream(`upstream-${n}`, retries);
        if (isDeleted) await tx.upstreams.delete(scope, upstream.id);
        else if (await tx.upstreams.find(scope, upstream.id)) await tx.upstreams.update(upstream);
        else await tx.upstreams.insert(upstream);
      },
  ),
  fc.tuple(small, small, small, environments).map(
    ([n, s, a, environment]): Write =>
      async (tx) => {
        const place = { apiAppId: `app-${n}`, serviceId: `service-${s}`, environment, apiId: `api-${s}-${a}` };
        if (!(await tx.apiApps.find(scope, place.apiAppId))) return;
        if (!(await tx.apis.find(scope, place.serviceId, place.apiId))) return;
        const present = await tx.appBindings.find(place);
        if (present) await tx.appBindings.remove(present);
        else await tx.appBindings.add({ ...place, createdAt: 1 });
      },
  ),
  fc.tuple(small, small, fc.boolean()).map(
    ([n, entry, isDeleted]): Write =>
      async (tx) => {
        const data = `{"type":"black_list","blocks":"192.0.2.${entry}"}`;
        const plugin = aPlugin(`plugin-${n}`, { data });
        if (isDeleted) await tx.plugins.delete(scope, plugin.id);
        else if (await tx.plugins.find(scope, plugin.id)) await tx.plugins.update(plugin);
        else await tx.plugins.insert(plugin);
      },
  ),
  fc.tuple(small, small, small, environments).map(
    ([n, s, a, environment]): Write =>
      async (tx) => {
        const place = { pluginId: `plugin-${n}`, serviceId: `service-${s}`, environment, apiId: `api-${s}-${a}` };
        if (!(await tx.plugins.find(scope, place.pluginId))) return;
        if (!(await tx.apis.find(scope, place.serviceId, place.apiId))) return;
        const present = await tx.pluginAttachments.find({ ...place, apiIds: [place.apiId] });
        if (present.length > 0) await tx.pluginAttachments.remove(place);
        else await tx.pluginAttachments.add([{ ...place, attachedAt: 1 }]);
      },
  ),
  fc.tuple(small, small, small, environments).map(
    ([n, s, a, environment]): Write =>
      async (tx) => {
        const serviceId = `service-${s}`;
        const apiId = `api-${s}-${a}`;
        const strategy = anIpStrategy(serviceId, `IPStrategy-${s}-${n}`, { data: `192.0.2.${a}` });
        if (!(await tx.apis.find(scope, serviceId, apiId))) return;
        if (await tx.ipStrategies.find(scope, serviceId, strategy.id)) await tx.ipStrategies.update(strategy);
        else await tx.ipStrategies.insert(strategy);
        const binding = { strategyId: strategy.id, serviceId, environment, apiId, boundAt: 1 };
        const present = await tx.ipStrategyBindings.find(serviceId, {
          strategyIds: [strategy.id],
          environment,
          apiIds: [apiId],
        });
        if (present.length > 0) await tx.ipStrategyBindings.remove(present);
        else await tx.ipStrategyBindings.add([binding]);
      },
  ),
  fc.tuple(small, environments).map(
    ([s, environment]): Write =>
      async (tx) => {
        const serviceId = `service-${s}`;
        if (!(await tx.services.find(scope, serviceId))) return;
        const versionName = randomBytes(8).toString("hex");
        const version = { name: versionName, serviceId, description: null, createdAt: 1 };
        await tx.releases.insertVersion(version, await tx.apis.listAll(serviceId));
        await tx.releases.setRunning({ serviceId, environment, versionName, since: 1 });
      },
  ),
  fc.tuple(small, environments).map(
    ([s, environment]): Write =>
      (tx) =>
        tx.releases.clearRunning(`service-${s}`, environment),
  ),
  fc.tuple(small, environments, small).map(
    ([s, environment, rate]): Write =>
      async (tx) => {
        const serviceId = `service-${s}`;
        if (!(await tx.services.find(scope, serviceId))) return;
        await tx.strategies.setService({ serviceId, environment, rate });
        const apis = await tx.apis.listAll(serviceId);
        await tx.strategies.setApis(apis.map(({ id }) => ({ serviceId, apiId: id, environment, rate })));
      },
  ),
);

/** Everything exists and hangs together from the start, so that every write finds something to change. */
async function populate(tx: Transaction): Promise<void> {
  for (const n of [0, 1, 2]) {
    const serviceId = `service-${n}`;
    const apis = [0, 1, 2].map((a) => anApi(serviceId, `api-${n}-${a}`));
    await tx.services.insert(aService(serviceId));
    for (const api of apis) await tx.apis.insert(api);
    await tx.usagePlans.insert(aPlan(`usagePlan-${n}`));
    await tx.apiKeys.insert(aKey(`AKID${n}`));
    await tx.memberships.add(`usagePlan-${n}`, [`AKID${n}`], 1);
    const [api] = apis;
    await tx.apiApps.insert(anApp(`app-${n}`));
    for (const { id: apiId } of apis) {
      await tx.appBindings.add({ apiAppId: `app-${n}`, serviceId, environment: "test", apiId, createdAt: 1 });
    }
    await tx.bindings.add([aBinding(`usagePlan-${n}`, serviceId, { apiId: api?.id ?? null })]);
    await tx.strategies.setService({ serviceId, environment: "test", rate: 9 });
    await tx.releases.insertVersion({ name: `v${n}`, serviceId, description: null, createdAt: 1 }, apis);
    await tx.releases.setRunning({ serviceId, environment: "test", versionName: `v${n}`, since: 1 });
  }
}

test("following the changes leads to the same state as loading everything anew", async () => {
  const transaction = fc.array(writes, { minLength: 1, maxLength: 3 });
  const groups = fc.array(fc.array(transaction, { minLength: 1, maxLength: 2 }), { minLength: 10, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(groups, async (steps) => {
      const store = await openStore({ path: ":memory:", masterKey: Buffer.alloc(32, 1) });
      const onError = (error: unknown) => assert.fail(String(error));
      const feed = createSnapshotFeed(store, {
        domain,
        serviceRate,
        pollIntervalMs: 1e6,
        onError,
        onUnreadable: onError,
      });
      await store.write(populate);
      const followed = new ServedState();
      await feed.subscribe((delta) => followed.apply(delta));
      for (const transactions of steps) {
        for (const transaction of transactions) {
          await store.write(async (tx) => {
            for (const write of transaction) await write(tx);
          });
        }
        await feed.catchUp();
        const fresh = new ServedState();
        fresh.apply(await store.read((tx) => loadComplete(tx, { domain, serviceRate }, assert.fail)));
        assert.deepEqual(followed.toComparable(), fresh.toComparable());
        assert.equal(followed.seq, fresh.seq);
      }
      feed.close();
      await store.close();
    }),
    { numRuns: 20 },
  );
});
