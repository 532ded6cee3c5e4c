import assert from "node:assert/strict";
import { test } from "node:test";
import { plugin, servingWith } from "../gateway/plugins/attached.ts";
import { until } from "../gateway/running.ts";
import { api, host } from "../gateway/state.ts";
import { barrage } from "../limits/barrage.ts";
import { startPool } from "./running-pool.ts";

const limit = 300;
const open = (path: string) => `GET /release${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`;

async function passed(port: number, path: string): Promise<number> {
  return (await barrage(port, open(path), { connections: 40, calls: 600 })).get(200) ?? 0;
}

test("over three threads a plugin admits exactly its figure in a window, and a thread that dies takes none along", async (t) => {
  const data = { expire_type: "day", expire: 30, api_rate_limit: 2 * limit, ip_rate_limit: limit };
  const state = servingWith([api()], [plugin("TrafficControl", data)]);
  const { pool } = await startPool(t, () => state, { threads: 3 });
  assert.equal(await passed(pool.port, "/"), limit);
  const [first] = pool.workers;
  first?.terminate();
  await first?.ended;
  await until(() => pool.workers.length === 3 && pool.workers.every(({ isServing }) => isServing), "it is replaced");
  assert.equal(await passed(pool.port, "/"), 0);
});

test("over three threads each value of a parameter has exactly its figure", async (t) => {
  const strategy = { name: "s", strategy_weight: 1, parameters: [{ type: "query", name: "user" }], condition: "" };
  const data = { default_window: 0, strategies: [{ ...strategy, rate_limit: limit, window: 31_536_000 }] };
  const state = servingWith([api()], [plugin("TrafficControlByParameter", data)]);
  const { pool } = await startPool(t, () => state, { threads: 3 });
  assert.deepEqual(await Promise.all(["/?user=a", "/?user=b"].map((path) => passed(pool.port, path))), [limit, limit]);
});
