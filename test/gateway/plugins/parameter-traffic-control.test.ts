import assert from "node:assert/strict";
import { test } from "node:test";
import { call, StoppedClock, startGateway } from "../running.ts";
import { api } from "../state.ts";
import { plugin, servingWith } from "./attached.ts";

const strategy = {
  name: "s",
  strategy_weight: 1,
  parameters: [{ type: "query", name: "user" }],
  rate_limit: 1,
  window: 60,
  condition: "",
};

async function start(t: import("node:test").TestContext, data: object) {
  const clock = new StoppedClock(Date.UTC(2026, 0, 1));
  const state = servingWith([api()], [plugin("TrafficControlByParameter", { default_window: 0, ...data })]);
  const { port } = await startGateway(t, state, { clock });
  const status = async (path: string, headers: [string, string][] = []) =>
    (await call(port, `/release${path}`, { headers })).status;
  return { clock, status };
}

test("each value of the parameter has its own count; without the parameter there is none", async (t) => {
  const { clock, status } = await start(t, { strategies: [strategy] });
  assert.equal(await status("/?user=a"), 200);
  assert.equal(await status("/?user=a"), 429);
  assert.equal(await status("/?user=%61"), 429, "spelling does not matter");
  assert.equal(await status("/?user=b"), 200);
  for (const path of ["/", "/?USER=a", "/"]) assert.equal(await status(path), 200);
  clock.time += 60_000;
  assert.equal(await status("/?user=a"), 200);
});

test("headers and the whole path can be counted by", async (t) => {
  const byHeader = { ...strategy, name: "h", strategy_weight: 2, parameters: [{ type: "header", name: "X-User" }] };
  const byPath = { ...strategy, parameters: [{ type: "path" }] };
  const { status } = await start(t, { strategies: [byHeader, byPath] });
  assert.equal(await status("/a", [["x-user", "1"]]), 200);
  assert.equal(await status("/b", [["X-User", "1"]]), 429);
  assert.equal(await status("/b", [["X-User", "2"]]), 200, "the refused call was not counted for its path");
  assert.equal(await status("/a"), 429);
});

test("the general limit holds for all calls together", async (t) => {
  const { status } = await start(t, { default_window: 60, default_rate_limit: 2, strategies: [strategy] });
  assert.deepEqual([await status("/"), await status("/"), await status("/")], [200, 200, 429]);
});

test("a strategy counts only what its condition fits", async (t) => {
  const condition = "header.X-Plan = 'free' and query.size > 10";
  const { status } = await start(t, { strategies: [{ ...strategy, condition }] });
  const free: [string, string][] = [["X-Plan", "free"]];
  assert.equal(await status("/?user=a&size=11", free), 200);
  assert.equal(await status("/?user=a&size=11", free), 429);
  assert.equal(await status("/?user=a&size=9", free), 200);
  assert.equal(await status("/?user=a&size=11"), 200);
});
