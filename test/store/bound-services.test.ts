import assert from "node:assert/strict";
import { test } from "node:test";
import { type EnvironmentName, environmentNames } from "../../src/model/environment.ts";
import type { Binding } from "../../src/model/usage-plan.ts";
import type { Transaction } from "../../src/store/store.ts";
import { Random } from "../security/model/random.ts";
import { openedStore } from "./opened-store.ts";
import { aBinding, aDefinition, anApi, aPlan, aService, firstPage, scope } from "./samples.ts";

// To see a failure again: TURNPIKE_TEST_SEED=<the seed it showed> node --test test/store/bound-services.test.ts
const seed = Number(process.env["TURNPIKE_TEST_SEED"] ?? Date.now() % 2 ** 32);
const random = new Random(seed);

const serviceIds = ["service-0", "service-1", "service-2", "service-3"] as const;
const planIds = ["usagePlan-0", "usagePlan-1", "usagePlan-2", "usagePlan-3"] as const;
const apiIdsOf = (serviceId: string) => [`${serviceId}-api-0`, `${serviceId}-api-1`, `${serviceId}-api-2`] as const;

const placeOf = ({ planId, serviceId, environment, apiId }: Binding) =>
  [planId, serviceId, environment, apiId ?? "all"].join("/");

function someBinding(): Binding {
  const serviceId = random.pick(...serviceIds);
  const apiId = random.onceIn(3) ? null : random.pick(...apiIdsOf(serviceId));
  return aBinding(random.pick(...planIds), serviceId, { environment: random.pick("test", "prepub", "release"), apiId });
}

const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id).toSorted();

/** Who is not bound to whom, in each environment and in any, as the lists tell it and as the bindings do. */
async function compare(tx: Transaction, bindings: readonly Binding[], after: string): Promise<void> {
  const isBound = (planId: string, serviceId: string, environments: readonly EnvironmentName[]) =>
    bindings.some(
      (own) =>
        own.planId === planId &&
        own.serviceId === serviceId &&
        (environments.length === 0 || environments.includes(own.environment)),
    );
  for (const environments of [[], ...environmentNames.map((name) => [name]), ["test", "release"] as const]) {
    for (const planId of planIds) {
      const notBoundTo = { planIds: [planId], environments };
      const { total, items } = await tx.services.list(scope, { notBoundTo }, firstPage);
      const wanted = serviceIds.filter((serviceId) => !isBound(planId, serviceId, environments));
      assert.deepEqual([total, idsOf(items)], [wanted.length, wanted], `seed ${seed}, after ${after}`);
    }
    for (const serviceId of serviceIds) {
      const { total, items } = await tx.usagePlans.list(
        scope,
        { notBoundToServices: [serviceId], environments },
        firstPage,
      );
      const wanted = planIds.filter((planId) => !isBound(planId, serviceId, environments));
      assert.deepEqual([total, idsOf(items)], [wanted.length, wanted], `seed ${seed}, after ${after}`);
    }
  }
}

test(`who is not bound to whom follows bindings, unbindings and deleted APIs, plans and services (seed ${seed})`, async () => {
  const store = await openedStore();
  let bindings: readonly Binding[] = [];
  const change = async (what: string, kept: readonly Binding[], work: (tx: Transaction) => Promise<unknown>) => {
    await store.write(work);
    bindings = kept;
    await store.read((tx) => compare(tx, bindings, what));
  };
  const remake = async (tx: Transaction, serviceId: string, apiId: string) =>
    tx.apis.insert(anApi(serviceId, apiId, { definition: aDefinition({ name: apiId, path: `/${apiId}` }) }));
  await store.write(async (tx) => {
    for (const planId of planIds) await tx.usagePlans.insert(aPlan(planId));
    for (const serviceId of serviceIds) {
      await tx.services.insert(aService(serviceId));
      for (const apiId of apiIdsOf(serviceId)) await remake(tx, serviceId, apiId);
    }
  });
  for (let round = 0; round < 6; round++) {
    const known = new Set(bindings.map(placeOf));
    const wanted = new Map(Array.from({ length: 12 }, someBinding).map((binding) => [placeOf(binding), binding]));
    const added = [...wanted.values()].filter((binding) => !known.has(placeOf(binding)));
    await change("binding", [...bindings, ...added], (tx) => tx.bindings.add(added));

    const removed = bindings.filter(() => random.onceIn(3));
    const left = bindings.filter((binding) => !removed.includes(binding));
    await change("unbinding", left, (tx) => tx.bindings.remove(removed));

    const serviceId = random.pick(...serviceIds);
    const apiId = random.pick(...apiIdsOf(serviceId));
    const withoutApi = bindings.filter((binding) => binding.apiId !== apiId);
    await change("deleting an API", withoutApi, async (tx) => {
      await tx.apis.delete(scope, serviceId, apiId);
      await remake(tx, serviceId, apiId);
    });

    const planId = random.pick(...planIds);
    const withoutPlan = bindings.filter((binding) => binding.planId !== planId);
    await change("deleting a plan", withoutPlan, async (tx) => {
      await tx.usagePlans.delete(scope, planId);
      await tx.usagePlans.insert(aPlan(planId));
    });
  }
  const gone = random.pick(...serviceIds);
  const withoutService = bindings.filter((binding) => binding.serviceId !== gone);
  await change("deleting a service", withoutService, async (tx) => {
    await tx.services.delete(scope, gone);
    await tx.services.insert(aService(gone));
  });
});

test("a plan of another account leaves nothing out, whatever it is bound to", async () => {
  const store = await openedStore();
  const other = { appId: scope.appId + 1 };
  await store.write(async (tx) => {
    await tx.services.insert(aService("service-1"));
    await tx.usagePlans.insert(aPlan("usagePlan-1"));
    for (const id of ["service-2", "service-3"]) await tx.services.insert(aService(id, other));
    await tx.usagePlans.insert(aPlan("usagePlan-2", other));
    await tx.bindings.add([aBinding("usagePlan-2", "service-2"), aBinding("usagePlan-2", "service-3")]);
  });
  const { services, plans } = await store.read(async (tx) => ({
    services: await tx.services.list(scope, { notBoundTo: { planIds: ["usagePlan-2"] } }, firstPage),
    plans: await tx.usagePlans.list(scope, { notBoundToServices: ["service-2"] }, firstPage),
  }));
  assert.deepEqual([services.total, idsOf(services.items)], [1, ["service-1"]]);
  assert.deepEqual([plans.total, idsOf(plans.items)], [1, ["usagePlan-1"]]);
});
