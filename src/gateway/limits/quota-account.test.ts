import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { Taker } from "../../../test/gateway/taker.ts";
import type { QuotaKey } from "../../model/quota.ts";
import type { QuotaSource } from "./quota-source.ts";

const key: QuotaKey = { planId: "usagePlan-a", serviceId: "service-a", environment: "release", apiId: null };

interface Ledger extends QuotaSource {
  readonly wants: number[];
  count: number;
  lease: QuotaSource["lease"];
}

function ledger(): Ledger {
  return {
    wants: [],
    count: 0,
    async lease(_key, want, quota) {
      this.wants.push(want);
      const granted = Math.max(0, Math.min(want, quota - this.count));
      this.count += granted;
      return granted;
    },
    async giveBack(_key, unused) {
      this.count -= unused;
    },
    async leased() {
      return [{ ...key, count: this.count }];
    },
  };
}

function open(source: QuotaSource, now: () => number = () => 0, leaseTimeoutMs = 60_000) {
  const errors: unknown[] = [];
  const clock = { now, monotonic: now };
  return {
    account: new Taker(key, { source, clock, leaseTimeoutMs, onFailure: (error) => errors.push(error) }),
    errors,
  };
}

async function takeAll(account: Taker, quota: number, most: number): Promise<{ taken: number; waits: number }> {
  let taken = 0;
  let waits = 0;
  while (taken < most) {
    const verdict = account.take(quota);
    if (verdict === "taken") taken++;
    else if (verdict !== "empty") break;
    else {
      waits++;
      await account.refilled();
    }
    await setImmediate();
  }
  return { taken, waits };
}

test("leases grow under load and shrink towards the end", async () => {
  const source = ledger();
  const { account } = open(source);
  assert.equal((await takeAll(account, 5_000, 10_000)).taken, 5_000);
  const largest = source.wants.indexOf(Math.max(...source.wants));
  assert.ok(Math.max(...source.wants) >= 200);
  assert.ok(source.wants.slice(0, 3).every((want) => want <= 8));
  assert.ok(
    source.wants.slice(-8).every((want) => want <= 8),
    String(source.wants),
  );
  assert.ok(largest > 3 && source.wants.length < 100);
});

test("under little load a lease is a thousandth of what is left", async () => {
  const source = ledger();
  let now = 0;
  const { account } = open(source, () => now);
  for (let turn = 0; turn < 20; turn++) {
    now += 10_000;
    await takeAll(account, 20_000, 1);
  }
  assert.ok(
    source.wants.every((want) => want <= 20),
    String(source.wants),
  );
});

test("a lease is renewed before it is used up, so that few calls wait", async () => {
  const { account } = open(ledger());
  const { taken, waits } = await takeAll(account, 100_000, 5_000);
  assert.equal(taken, 5_000);
  assert.ok(waits <= 5, `${waits} waits`);
});

test("a spent quota is asked for again once a second, in case somebody gave back", async () => {
  const source = ledger();
  let now = 0;
  const { account } = open(source, () => now);
  await takeAll(account, 3, 10);
  const asked = source.wants.length;
  for (let turn = 0; turn < 50; turn++) assert.equal(account.take(3), "spent");
  assert.equal(source.wants.length, asked);
  source.count = 2;
  now = 1_000;
  assert.equal((await takeAll(account, 3, 10)).taken, 1);
});

test("a ledger that hangs is given up, and what it grants late is not lost", async () => {
  const source = ledger();
  let grant = (_count: number) => {};
  source.lease = () =>
    new Promise((resolve) => {
      grant = resolve;
    });
  let now = 0;
  const { account, errors } = open(source, () => now, 5);
  assert.equal(account.take(10), "empty");
  await account.refilled();
  assert.equal(account.take(10), "unavailable");
  assert.equal(errors.length, 1);
  grant(2);
  await setImmediate();
  assert.equal(account.take(10), "taken");
  assert.equal(account.take(10), "taken");
  now = 200;
  assert.equal(account.take(10), "empty");
  grant(0);
  await account.close();
});

test("after a failed give-back nothing is given back again: the ledger may have done it", async () => {
  const source = ledger();
  let attempts = 0;
  source.giveBack = async () => {
    attempts++;
    throw new Error("connection lost");
  };
  const { account, errors } = open(source);
  await takeAll(account, 100, 5);
  await account.close();
  await account.close();
  assert.equal(attempts, 1);
  assert.equal(errors.length, 1);
  assert.equal(account.take(100), "empty");
  await account.refilled();
  assert.equal(account.take(100), "unavailable");
});

/** A ledger whose next lease is answered when `answer` is called. */
function heldLedger() {
  const source = ledger();
  const lease = source.lease.bind(source);
  let answer = () => {};
  source.lease = (...request) =>
    new Promise((resolve) => {
      answer = () => resolve(lease(...request));
    });
  return { source, answer: () => answer() };
}

test("what is granted under a quota that was lowered meanwhile is not used", async () => {
  const { source, answer } = heldLedger();
  const { account } = open(source);
  assert.equal(account.take(100), "empty");
  await setImmediate();
  assert.equal(account.take(0), "empty");
  answer();
  await account.refilled();
  assert.equal(account.take(0), "empty");
  await setImmediate();
  answer();
  await account.refilled();
  assert.equal(account.take(0), "spent");
  assert.equal(source.count, 0);
});

test("a quota that was raised while the ledger had nothing left is asked for at once", async () => {
  const { source, answer } = heldLedger();
  source.count = 1;
  const { account } = open(source);
  assert.equal(account.take(1), "empty");
  await setImmediate();
  assert.equal(account.take(5), "empty");
  answer();
  await account.refilled();
  assert.equal(account.take(5), "empty");
});
