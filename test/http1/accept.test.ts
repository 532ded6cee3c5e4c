import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { HttpServer } from "../../src/http1/server.ts";
import { portOf } from "./wire.ts";

const SOCKETS = 8;
const CALLERS = 40;

/** Connects at a word, from a thread of its own, and counts in shared memory: the thread of the test is busy meanwhile. */
const callers = `
  const { connect } = require("node:net");
  const { parentPort, workerData: { port, callers, connected } } = require("node:worker_threads");
  parentPort.once("message", () => {
    for (let i = 0; i < callers; i++) connect(port, "127.0.0.1", () => {
      Atomics.add(connected, 0, 1);
      Atomics.notify(connected, 0);
    });
  });
  parentPort.postMessage("ready");
`;

test("a server with several sockets on its port takes several connections in one turn", async (t) => {
  const server = new HttpServer({ onRequest: (exchange) => exchange.abort() });
  t.after(() => server.stop());
  try {
    await server.listen({ port: 0, host: "127.0.0.1", reusePort: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOTSUP") throw error;
    t.skip("ports cannot be shared here");
    return;
  }
  const port = portOf(server);
  for (let more = 1; more < SOCKETS; more++) await server.listen({ port, host: "127.0.0.1", reusePort: true });

  const connected = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(callers, { eval: true, workerData: { port, callers: CALLERS, connected } });
  t.after(() => worker.terminate());
  await once(worker, "message");
  worker.postMessage("go");
  for (let count = 0; count < CALLERS; count = Atomics.load(connected, 0)) {
    assert.notEqual(Atomics.wait(connected, 0, count, 10_000), "timed-out");
  }
  assert.equal(server.connectionCount, 0);
  let turns = 0;
  for (; server.connectionCount < CALLERS; turns++) await nextTurn();
  assert.ok(turns <= CALLERS / 2, `${turns} turns`);
});
