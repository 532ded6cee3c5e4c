import assert from "node:assert/strict";
import { Agent } from "node:http";
import { test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { call, StoppedClock, signed, startGateway } from "./running.ts";
import { delta, planId, servingKeyed } from "./state.ts";

const noon = Date.UTC(2026, 0, 1, 12);
const exceeded = '{"message":"API quota exceeded"}\n';

test("exactly the quota passes, however many ask at once and however slow the ledger", async (t) => {
  for (const quota of [1, 7, 500]) {
    const { gateway, port, ledger } = await startGateway(t, servingKeyed({ quota }), { clock: new StoppedClock(noon) });
    ledger.pause = async () => {
      for (let turn = 0; turn < 3; turn++) await setImmediate();
    };
    const agent = new Agent({ keepAlive: true, maxSockets: 50 });
    t.after(() => agent.destroy());
    const headers = signed(noon);
    const replies = await Promise.all(Array.from({ length: 1_000 }, () => call(port, "/release/", { headers, agent })));
    assert.equal(replies.filter(({ status }) => status === 200).length, quota);
    assert.ok(replies.every(({ status, body }) => status === 200 || body === exceeded));
    assert.deepEqual(
      gateway.quotaUse(await ledger.leased(planId)).map(({ count }) => count),
      [quota],
    );
    assert.ok(ledger.leases <= 40 + quota, `${ledger.leases} leases`);
  }
});

test("tells what is left, also when nothing is", async (t) => {
  const { port } = await startGateway(t, servingKeyed({ quota: 2 }), { clock: new StoppedClock(noon) });
  const ask = () => call(port, "/release/", { headers: signed(noon) });
  assert.equal((await ask()).headers["x-usageplan-quota"], "1/2");
  assert.equal((await ask()).headers["x-usageplan-quota"], "0/2");
  const refused = await ask();
  assert.deepEqual([refused.status, refused.body], [429, exceeded]);
  assert.equal(refused.headers["x-usageplan-quota"], "0/2");
  assert.equal(refused.headers["x-usageplan-ratelimit"], "unlimited");
});

test("a quota that is raised or lowered applies at once and keeps what was spent", async (t) => {
  const { gateway, port, ledger } = await startGateway(t, servingKeyed({ quota: 100 }), {
    clock: new StoppedClock(noon),
  });
  const change = (quota: number) => gateway.apply(delta({ plans: [{ id: planId, ratePerSecond: -1, quota }] }));
  const passed = async (calls: number) => {
    let count = 0;
    for (let turn = 0; turn < calls; turn++) {
      if ((await call(port, "/release/", { headers: signed(noon) })).status === 200) count++;
    }
    return count;
  };
  assert.equal(await passed(10), 10);
  change(12);
  assert.equal(await passed(5), 2);
  change(15);
  assert.equal(await passed(5), 3);
  change(3);
  assert.equal(await passed(5), 0);
  change(-1);
  assert.equal(await passed(5), 5);
  assert.equal(ledger.total(), 15);
});

test("a clean stop gives back what was not used", async (t) => {
  const { gateway, port, ledger } = await startGateway(t, servingKeyed({ quota: 1_000 }), {
    clock: new StoppedClock(noon),
  });
  for (let turn = 0; turn < 30; turn++) await call(port, "/release/", { headers: signed(noon) });
  assert.ok(ledger.total() > 30, "something is leased ahead");
  await gateway.close({ drainMs: 0 });
  assert.equal(ledger.total(), 30);
});

test("a ledger that fails closes the API with 503, and opens it again when it works", async (t) => {
  const clock = new StoppedClock(noon);
  const { port, ledger, faults } = await startGateway(t, servingKeyed({ quota: 10 }), { clock });
  const ask = async () => {
    const { status, body } = await call(port, "/release/", { headers: signed(clock.time) });
    return [status, body];
  };
  ledger.pause = () => Promise.reject(new Error("the disk is on fire"));
  assert.deepEqual(await ask(), [503, '{"message":"503 Service Unavailable"}\n']);
  assert.equal(faults.length, 1);
  ledger.pause = async () => {};
  clock.time += 200;
  assert.deepEqual(await ask(), [200, "mock"]);
});

test("a refusal by the quota takes nothing from the rates", async (t) => {
  const { port } = await startGateway(t, servingKeyed({ quota: 1, ratePerSecond: 5 }), {
    clock: new StoppedClock(noon),
  });
  const ask = () => call(port, "/release/", { headers: signed(noon) });
  await ask();
  for (let turn = 0; turn < 10; turn++) assert.equal((await ask()).body, exceeded);
  assert.equal((await ask()).headers["x-usageplan-ratelimit"], "4/5");
});
