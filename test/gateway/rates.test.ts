import assert from "node:assert/strict";
import { Agent } from "node:http";
import { test } from "node:test";
import { type RateCounter, RateTable } from "../../src/gateway/limits/rate-counters.ts";
import { call, exchangeBytes, StoppedClock, signed, startGateway, until } from "./running.ts";
import { api, delta, host, key, keyId, planId, release, service, serving, servingKeyed } from "./state.ts";

const noon = Date.UTC(2026, 0, 1, 12);
const refusal = '{"message":"API rate limit exceeded"}\n';
const binding = { planId, environment: "release", apiId: null } as const;

test("of 10,000 calls at once exactly the rate passes in a clock second", async (t) => {
  const clock = new StoppedClock(noon);
  const { port } = await startGateway(t, servingKeyed({ ratePerSecond: 700 }), { clock });
  const headers = signed(noon);
  // A hundred connections, on each of which a hundred calls are under way.
  const lines = [`Host: ${host}`, ...headers.map(([name, value]) => `${name}: ${value}`)].join("\r\n");
  const ask = `GET /release/ HTTP/1.1\r\n${lines}\r\n`;
  const text = `${`${ask}\r\n`.repeat(99)}${ask}Connection: close\r\n\r\n`;
  const answers = await Promise.all(Array.from({ length: 100 }, () => exchangeBytes(port, text)));
  const count = (status: number) => answers.join("").split(`HTTP/1.1 ${status} `).length - 1;
  assert.deepEqual([count(200), count(429)], [700, 9_300]);
  clock.time += 999;
  assert.equal((await call(port, "/release/", { headers })).status, 429);
  clock.time += 1;
  assert.equal((await call(port, "/release/", { headers })).status, 200);
});

test("no clock second admits more than the rate by the gateway's own clock, nor less while there is demand", async (t) => {
  const rate = 50;
  const counted = new Map<number, { admitted: number; asked: number }>();
  class WatchedCounters extends RateTable {
    override take(counter: RateCounter, limit: number, second: number): number {
      const left = super.take(counter, limit, second);
      const { admitted, asked } = counted.get(second) ?? { admitted: 0, asked: 0 };
      counted.set(second, { admitted: admitted + (left >= 0 ? 1 : 0), asked: asked + 1 });
      return left;
    }
  }
  const state = serving([api()], { services: [service({ rates: [{ environment: "release", rate }] })] });
  const { port } = await startGateway(t, state, { counters: new WatchedCounters() });
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  t.after(() => agent.destroy());
  let passed = 0;
  const caller = async () => {
    while (counted.size < 3) if ((await call(port, "/release/", { agent })).status === 200) passed++;
  };
  await Promise.all(Array.from({ length: 8 }, caller));
  const rows = [...counted];
  for (const [second, { admitted, asked }] of rows) assert.equal(admitted, Math.min(asked, rate), `second ${second}`);
  assert.equal(
    passed,
    rows.reduce((sum, [, { admitted }]) => sum + admitted, 0),
  );
});

test("a refusal by a later limit takes nothing from the earlier ones", async (t) => {
  const clock = new StoppedClock(noon);
  const keyed = api({ path: "/keyed", authType: "SECRET" }, "api-keyed000");
  const open = api({ path: "/open" }, "api-open0000");
  const { port } = await startGateway(
    t,
    serving([keyed, open], {
      services: [
        service({
          rates: [{ environment: "release", rate: 10 }],
          apiRates: [{ apiId: "api-keyed000", environment: "release", rate: 5 }],
          bindings: [binding],
        }),
      ],
      keys: [key()],
      plans: [{ id: planId, ratePerSecond: 2, quota: -1 }],
    }),
    { clock },
  );
  for (let turn = 0; turn < 20; turn++) await call(port, "/release/keyed", { headers: signed(noon) });
  const refused = await call(port, "/release/keyed", { headers: signed(noon) });
  assert.deepEqual([refused.status, refused.body], [429, refusal]);
  assert.equal(refused.headers["x-service-ratelimit"], "8/10");
  assert.equal(refused.headers["x-api-ratelimit"], "3/5");
  assert.equal(refused.headers["x-usageplan-ratelimit"], "0/2");
  assert.equal(refused.headers["x-usageplan-quota"], "unlimited");
  const admitted = await call(port, "/release/open");
  assert.equal(admitted.headers["x-service-ratelimit"], "7/10");
  assert.equal(admitted.headers["x-usageplan-ratelimit"], undefined);
});

test("calls that fail before the limits are not counted", async (t) => {
  const clock = new StoppedClock(noon);
  const { port } = await startGateway(t, servingKeyed({ ratePerSecond: 1 }), { clock });
  for (let turn = 0; turn < 5; turn++) await call(port, "/release/", { headers: signed(noon, keyId, "wrong-secret") });
  assert.equal((await call(port, "/release/", { headers: signed(noon) })).status, 200);
});

test("keys of a plan share its rate, or have one each when set so", async (t) => {
  const second = key({ id: "AKIDtestvector0009", secret: "example-secret-key-0009" });
  const state = servingKeyed({ ratePerSecond: 1 }, {}, { keys: [key(), second] });
  for (const [planRateScope, expected] of [
    ["shared", [200, 429]],
    ["per-key", [200, 200]],
  ] as const) {
    const { port } = await startGateway(t, state, { clock: new StoppedClock(noon), settings: { planRateScope } });
    const first = await call(port, "/release/", { headers: signed(noon) });
    const other = await call(port, "/release/", { headers: signed(noon, second.id, second.secret) });
    assert.deepEqual([first.status, other.status], expected);
  }
});

test("each place a plan is bound has its own rate, and a binding of the API wins over one of the service", async (t) => {
  const state = serving(
    [api({ path: "/a", authType: "SECRET" }, "api-a0000000"), api({ path: "/b", authType: "SECRET" }, "api-b0000000")],
    {
      services: [
        service({
          bindings: [binding, { planId: "usagePlan-other000", environment: "release", apiId: "api-b0000000" }],
        }),
      ],
      keys: [key({ planIds: [planId, "usagePlan-other000"] })],
      plans: [
        { id: planId, ratePerSecond: 1, quota: -1 },
        { id: "usagePlan-other000", ratePerSecond: 2, quota: -1 },
      ],
    },
  );
  const { port } = await startGateway(t, state, { clock: new StoppedClock(noon) });
  const ask = (path: string) => call(port, path, { headers: signed(noon) });
  assert.equal((await ask("/release/a")).headers["x-usageplan-ratelimit"], "0/1");
  assert.equal((await ask("/release/b")).headers["x-usageplan-ratelimit"], "1/2");
  assert.equal((await ask("/release/a")).status, 429);
});

test("a limit that changes applies at once and keeps what was counted", async (t) => {
  const clock = new StoppedClock(noon);
  const rates = (rate: number) => service({ rates: [{ environment: "release", rate }] });
  const { gateway, port } = await startGateway(t, serving([api()], { services: [rates(3)] }), { clock });
  const ask = async () => (await call(port, "/release/")).headers["x-service-ratelimit"];
  assert.equal(await ask(), "2/3");
  assert.equal(await ask(), "1/3");
  gateway.apply(delta({ seq: 2, services: [rates(10)], environments: [release([api()])] }));
  assert.equal(await ask(), "7/10");
  gateway.apply(delta({ seq: 3, services: [rates(2)] }));
  assert.equal((await call(port, "/release/")).status, 429);
});

test("a caller who signs for an API open to all is charged to his plan, and a bad signature is ignored", async (t) => {
  const clock = new StoppedClock(noon);
  const { port, records } = await startGateway(t, servingKeyed({ ratePerSecond: 1 }, { authType: "NONE" }), { clock });
  const ask = (headers: [string, string][]) => call(port, "/release/", { headers });
  assert.equal((await ask(signed(noon))).headers["x-usageplan-ratelimit"], "0/1");
  assert.equal((await ask(signed(noon))).status, 429);
  assert.equal((await ask(signed(noon, keyId, "wrong-secret"))).headers["x-usageplan-ratelimit"], undefined);
  assert.equal((await ask([])).status, 200);
  await until(() => records.length === 4, "all are logged");
  assert.deepEqual(
    records.map((record) => record.keyId),
    [keyId, keyId, null, null],
  );
});
