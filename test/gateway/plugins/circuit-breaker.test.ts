import assert from "node:assert/strict";
import { test } from "node:test";
import { call, StoppedClock, startBackend, startGateway } from "../running.ts";
import { api, httpBackend } from "../state.ts";
import { plugin, servingWith } from "./attached.ts";

const breaker = {
  failure_condition: "func_not_in(status_code,{200}) or timeout",
  failure_threshold: 1,
  time_window: 10,
  open_state_duration: 15,
};
const fallback = {
  backend_type: "MOCK",
  backend_config: { ServiceType: "MOCK", ServiceMockReturnMessage: "come back later" },
};

async function start(t: import("node:test").TestContext, data: object) {
  const clock = new StoppedClock(1_000_000);
  const seen = { calls: 0, status: 500 };
  const backend = await startBackend(t, (_, res) => {
    seen.calls += 1;
    res.statusCode = seen.status;
    res.end("own");
  });
  const state = servingWith([api({ backend: httpBackend(backend) })], [plugin("CircuitBreaker", data)]);
  const { port } = await startGateway(t, state, { clock });
  const ask = async () => {
    const { status, body } = await call(port, "/release/");
    return [status, body];
  };
  return { clock, seen, ask };
}

test("after too many failures the fallback answers instead of the backend, for a while", async (t) => {
  const { clock, seen, ask } = await start(t, { ...breaker, ...fallback });
  assert.deepEqual(await ask(), [500, "own"]);
  assert.deepEqual(await ask(), [500, "own"]);
  assert.deepEqual(await ask(), [200, "come back later"]);
  assert.equal(seen.calls, 2);
  clock.time += 15_000;
  seen.status = 200;
  assert.deepEqual(await ask(), [200, "own"]);
});

test("without a fallback calls fail while it is open", async (t) => {
  const { ask } = await start(t, breaker);
  await ask();
  await ask();
  assert.deepEqual(await ask(), [503, '{"message":"503 Service Unavailable"}\n']);
});

test("a backend that cannot be reached has failed", async (t) => {
  const backend = await startBackend(t, (request) => request.socket.destroy());
  const state = servingWith([api({ backend: httpBackend(backend) })], [plugin("CircuitBreaker", breaker)]);
  const { port } = await startGateway(t, state);
  const statuses: number[] = [];
  for (let round = 0; round < 3; round += 1) statuses.push((await call(port, "/release/")).status);
  assert.deepEqual(statuses, [502, 502, 503]);
});
