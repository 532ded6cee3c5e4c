import assert from "node:assert/strict";
import { test } from "node:test";
import { MemoryLedger } from "../../../test/gateway/ledger.ts";
import { delta, planId, service, serviceId } from "../../../test/gateway/state.ts";
import type { QuotaKey } from "../../model/quota.ts";
import { systemClock } from "../clock.ts";
import { LeasedQuota } from "./leased-quota.ts";
import { Quotas } from "./quotas.ts";

const key: QuotaKey = { planId, serviceId, environment: "release", apiId: null };
const binding = { planId, environment: "release", apiId: null } as const;
const plan = (quota: number) => ({ id: planId, ratePerSecond: -1, quota });
const bound = delta({ isComplete: true, services: [service({ bindings: [binding] })], plans: [plan(100)] });

function open() {
  const ledger = new MemoryLedger();
  const quotas = new Quotas({ source: ledger, clock: systemClock, leaseTimeoutMs: 5_000, onFailure: () => {} });
  const taker = () => new LeasedQuota(key, quotas, systemClock);
  return { ledger, quotas, taker };
}

/** Takes until it is refused, at most `most` calls. */
async function takeAll(quota: LeasedQuota, limit: number, most = 1_000): Promise<{ taken: number; end: string }> {
  for (let taken = 0; ; ) {
    const verdict = taken === most ? "enough" : quota.take(limit);
    if (verdict === "taken") taken++;
    else if (verdict === "empty") await quota.refilled();
    else return { taken, end: verdict };
  }
}

test("takers share what is leased, to the last call", async () => {
  const { ledger, quotas, taker } = open();
  quotas.apply(bound);
  const takers = [taker(), taker(), taker()];
  const results = await Promise.all(takers.map((one) => takeAll(one, 100)));
  assert.equal(
    results.reduce((sum, { taken }) => sum + taken, 0),
    100,
  );
  assert.ok(results.every(({ end }) => end === "spent"));
  assert.equal(ledger.total(), 100);
});

test("a place where no plan is bound, or not any more, leases nothing and gives back what it had", async () => {
  for (const step of [
    delta({ services: [service()] }),
    delta({ removedServices: [serviceId] }),
    delta({ removedPlans: [planId] }),
    delta({ isComplete: true }),
  ]) {
    const { ledger, quotas, taker } = open();
    const quota = taker();
    assert.deepEqual(await takeAll(quota, 100), { taken: 0, end: "unavailable" });
    quotas.apply(bound);
    const early = taker();
    assert.deepEqual(await takeAll(early, 100, 20), { taken: 20, end: "enough" });
    const takenOver = quotas.apply(step);
    assert.deepEqual(await takeAll(early, 100, 1), { taken: 1, end: "enough" });
    takenOver();
    assert.deepEqual(await takeAll(early, 100), { taken: 0, end: "unavailable" });
    await quotas.close();
    assert.equal(ledger.total(), 21);
  }
});

test("a plan bound again goes on where it stopped", async () => {
  const { quotas, taker } = open();
  quotas.apply(bound);
  assert.equal((await takeAll(taker(), 100, 30)).taken, 30);
  quotas.apply(delta({ services: [service()] }))();
  quotas.apply(bound);
  assert.deepEqual(await takeAll(taker(), 100), { taken: 70, end: "spent" });
});

test("a plan bound again before all know that it was not keeps its lease", async () => {
  const { ledger, quotas, taker } = open();
  quotas.apply(bound);
  const quota = taker();
  assert.equal((await takeAll(quota, 100, 30)).taken, 30);
  const takenOver = quotas.apply(delta({ services: [service()] }));
  quotas.apply(bound);
  takenOver();
  assert.deepEqual(await takeAll(quota, 100), { taken: 70, end: "spent" });
  assert.equal(ledger.total(), 100);
});

test("the same delta twice changes nothing the second time", async () => {
  const { ledger, quotas, taker } = open();
  quotas.apply(bound);
  const quota = taker();
  assert.equal((await takeAll(quota, 100, 10)).taken, 10);
  const { leases } = ledger;
  quotas.apply(bound);
  assert.equal(quota.take(100), "taken");
  assert.equal(ledger.leases, leases);
  assert.equal((await takeAll(quota, 100)).taken, 89);
});
