import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { call, until } from "../gateway/running.ts";
import { api, serving } from "../gateway/state.ts";
import { certificatesOf, makePair, shakeHands } from "../tls/callers.ts";
import { startPool } from "./running-pool.ts";

test("threads that take the place of dead ones speak HTTPS on the same port, with the latest certificates", async (t) => {
  const [first, second] = [makePair("first.test"), makePair("second.test")];
  const tls = { host: "127.0.0.1", port: 0, certificates: certificatesOf(first) };
  const { pool } = await startPool(t, () => serving([api()]), { tls });
  const { tlsPort } = pool;
  assert.ok(tlsPort);
  const shownName = async () => {
    const socket = await shakeHands(tlsPort);
    const { CN } = socket.getPeerCertificate().subject;
    socket.destroy();
    return CN;
  };
  assert.equal(await shownName(), "first.test");
  pool.useCertificates(certificatesOf(second));
  const before = [...pool.workers];
  for (const worker of before) worker.terminate();
  await Promise.all(before.map(({ ended }) => ended));
  await until(() => pool.workers.filter(({ isServing }) => isServing).length === 2, "all are replaced");
  for (let count = 0; count < 8; count++) assert.equal(await shownName(), "second.test");
});

/** What the system calls the sockets that listen on a port. */
function listeners(port: number): ReadonlySet<string> {
  const rows = readFileSync("/proc/net/tcp", "latin1").split("\n").slice(1);
  const fields = rows.map((row) => row.trim().split(/ +/));
  const hexPort = port.toString(16).toUpperCase().padStart(4, "0");
  const listening = fields.filter(([, local, , state]) => state === "0A" && local?.endsWith(`:${hexPort}`));
  return new Set(listening.map((row) => row[9] ?? ""));
}

test("threads that are replaced hand on every socket of both ports", async (t) => {
  if (process.platform !== "linux") return t.skip("there is no /proc here");
  const tls = { host: "127.0.0.1", port: 0, certificates: certificatesOf(makePair("first.test")) };
  const { pool } = await startPool(t, () => serving([api()]), { tls });
  const { port, tlsPort } = pool;
  assert.ok(tlsPort);
  const before = [listeners(port), listeners(tlsPort)];
  assert.ok(before.every(({ size }) => size > 2));
  for (let round = 0; round < 2; round++) await pool.replaceAll({ drainMs: 5_000, idleMs: 0 });
  assert.deepEqual([listeners(port), listeners(tlsPort)], before);
  for (let count = 0; count < 16; count++) {
    assert.equal((await call(port, "/release/")).status, 200);
    (await shakeHands(tlsPort)).destroy();
  }
});
