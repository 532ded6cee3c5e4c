import assert from "node:assert/strict";
import { test } from "node:test";
import { openedStore } from "./opened-store.ts";
import { aBinding, aPlan, aService, scope } from "./samples.ts";

/** More than are sorted together. */
const many = 5_200;
const serviceIds = Array.from({ length: many }, (_, index) => `service-${String(index).padStart(4, "0")}`);

test("two plans bound to very many services each, and one bound to few, leave out what any of them is bound to", async () => {
  const store = await openedStore();
  const planIds = ["usagePlan-low", "usagePlan-high", "usagePlan-few"] as const;
  const [low, high, few] = planIds;
  await store.write(async (tx) => {
    for (const id of planIds) await tx.usagePlans.insert(aPlan(id));
    for (const [index, id] of serviceIds.entries()) {
      await tx.services.insert(aService(id, { createdAt: Math.floor(index / 3), name: index % 2 ? "odd" : "even" }));
    }
    const bound = (planId: string, ids: readonly string[]) => tx.bindings.add(ids.map((id) => aBinding(planId, id)));
    await bound(low, serviceIds.slice(0, 5_100));
    await bound(high, serviceIds.slice(90, 5_195));
    // The first of them is passed over by all three plans.
    await bound(few, [...serviceIds.slice(5_000, 5_001), ...serviceIds.slice(5_196, 5_198)]);
  });

  const list = (ids: readonly string[], filter: object, offset: number) =>
    store.read(async (tx) => {
      const notBoundTo = { planIds: ids };
      const { total, items } = await tx.services.list(scope, { ...filter, notBoundTo }, { offset, limit: 3 });
      return { total, items: items.map((item) => item.id.slice("service-".length)) };
    });
  assert.deepEqual(await list(planIds, {}, 0), { total: 3, items: ["5199", "5198", "5195"] });
  assert.deepEqual(await list([high, few], {}, 0), { total: 93, items: ["5199", "5198", "5195"] });
  assert.deepEqual(await list([high, few], {}, 91), { total: 93, items: ["0001", "0000"] });
  const odd = { nameContains: ["odd"] };
  assert.deepEqual(await list(planIds, odd, 0), { total: 2, items: ["5199", "5195"] });
  assert.deepEqual(await list([high, few], odd, 2), { total: 47, items: ["0089", "0087", "0085"] });
  assert.deepEqual(await list([few], odd, 2_598), { total: 2_599, items: ["0001"] });
});
