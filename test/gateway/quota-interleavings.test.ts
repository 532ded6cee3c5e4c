import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { QuotaKey } from "../../src/model/quota.ts";
import { MemoryLedger } from "./ledger.ts";
import { StoppedClock } from "./running.ts";
import { Taker } from "./taker.ts";

const quotaKey: QuotaKey = { planId: "usagePlan-a", serviceId: "service-a", environment: "release", apiId: null };

interface Holder {
  account: Taker;
  taken: number;
}

function open(ledger: MemoryLedger, clock: StoppedClock): Taker {
  return new Taker(quotaKey, { source: ledger, clock, leaseTimeoutMs: 60_000, onFailure: () => {} });
}

/** One call, as the limits stage makes it. */
async function spend(holder: Holder, quota: () => number): Promise<boolean> {
  const { account } = holder;
  for (;;) {
    const verdict = account.take(quota());
    if (verdict === "taken") holder.taken++;
    if (verdict !== "empty") return verdict === "taken";
    await account.refilled();
  }
}

test("whatever the order in which the ledger answers, one gateway spends exactly the quota", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 1, max: 90 }),
      async (s, quota, calls) => {
        const ledger = new MemoryLedger();
        ledger.pause = () => s.schedule(Promise.resolve());
        const holder = { account: open(ledger, new StoppedClock(0)), taken: 0 };
        const asked = Array.from({ length: calls }, () =>
          s.schedule(Promise.resolve()).then(() => spend(holder, () => quota)),
        );
        await s.waitFor(Promise.all(asked));
        assert.equal(holder.taken, Math.min(calls, quota));
        await s.waitFor(holder.account.close());
        assert.equal(ledger.total(), holder.taken);
      },
    ),
    { numRuns: 60 },
  );
});

const action = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant("spend" as const), gateway: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("crash" as const), gateway: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("stop" as const), gateway: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("wait" as const), ms: fc.nat(3_000) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("change" as const), quota: fc.nat(80) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("fail" as const), times: fc.nat(3) }) },
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

/** Three gateways on one ledger whose answers come in whatever order the scheduler chooses. */
class Cluster {
  readonly ledger = new MemoryLedger();
  readonly clock = new StoppedClock(0);
  readonly gateways: Holder[];
  readonly gone: Holder[] = [];
  readonly running: Promise<unknown>[] = [];
  quota: number;
  highestQuota: number;
  failures = 0;

  constructor(scheduler: fc.Scheduler, quota: number) {
    this.quota = quota;
    this.highestQuota = quota;
    this.gateways = [0, 1, 2].map(() => ({ account: open(this.ledger, this.clock), taken: 0 }));
    this.ledger.pause = async () => {
      await scheduler.schedule(Promise.resolve());
      if (this.failures-- > 0) throw new Error("the ledger failed");
    };
  }

  get taken(): number {
    return [...this.gateways, ...this.gone].reduce((sum, holder) => sum + holder.taken, 0);
  }

  run(step: Action): void {
    switch (step.kind) {
      case "wait":
        this.clock.time += step.ms;
        break;
      case "fail":
        this.failures = step.times;
        break;
      case "change":
        this.quota = step.quota;
        this.highestQuota = Math.max(this.highestQuota, step.quota);
        break;
      default:
        this.#runOn(step.gateway, step.kind);
    }
  }

  #runOn(index: number, kind: "spend" | "crash" | "stop"): void {
    const holder = this.gateways[index];
    if (holder === undefined) return;
    if (kind === "spend") {
      this.running.push(spend(holder, () => this.quota));
      return;
    }
    // What the one that is gone leased is lost (crash) or given back (stop). Its successor starts afresh.
    if (kind === "stop") this.running.push(holder.account.close());
    this.gateways[index] = { account: open(this.ledger, this.clock), taken: 0 };
    this.gone.push(holder);
  }
}

test("gateways that share a quota, crash, stop, and see it changed never spend more than it", async () => {
  const quotas = fc.integer({ min: 0, max: 80 });
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), quotas, fc.array(action, { maxLength: 120 }), async (s, quota, actions) => {
      const cluster = new Cluster(s, quota);
      for (const step of actions) cluster.run(step);
      await s.waitFor(Promise.all(cluster.running));
      assert.ok(cluster.taken <= cluster.highestQuota, `${cluster.taken} of ${cluster.highestQuota}`);
      assert.ok(cluster.ledger.total() >= cluster.taken && cluster.ledger.total() <= cluster.highestQuota);
    }),
    { numRuns: 80 },
  );
});
