import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../gateway/running.ts";
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
