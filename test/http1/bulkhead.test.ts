import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import { type FixtureSettings, ScriptedBackend, startRelay, until } from "./relay-fixture.ts";
import { statusesOf } from "./wire.ts";

// What one backend, or one kind of caller, may take of what all share.

const GET = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n";
const OK = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood";
const UPLOAD = `POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 40000\r\n\r\n${"x".repeat(20_000)}`;
const UPGRADE = "GET /a HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n";
const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean();
});

async function start(backend: ScriptedBackend, settings: FixtureSettings = {}) {
  const caps: string[] = [];
  const fixture = await startRelay(backend, {
    ...settings,
    pool: { onCapReached: (cap) => caps.push(cap), ...settings.pool },
  });
  cleanups.push(fixture.stop);
  return { ...fixture, caps };
}

/** Answers a request once its head is in, whatever becomes of its body. */
const answering = (answer: string) =>
  new ScriptedBackend((socket, received) => {
    if (received.endsWith("\r\n\r\n")) socket.write(answer);
  });

describe("calls to one backend", () => {
  it("leave half of its connections free of bodies that are still coming in", async () => {
    const { client, origin } = await start(answering(OK), { origin: { maxConnections: 4 } });
    const slow = Array.from({ length: 6 }, () => client().send(UPLOAD));
    await until(() => origin.connectionCount === 2 && origin.waitingCount === 4);
    for (let turn = 0; turn < 20; turn++) {
      const caller = client().send(GET);
      await caller.receives("good");
      caller.close();
    }
    assert.equal(origin.waitingCount, 4);
    assert.ok(slow.every((caller) => caller.received === ""));
  });

  it("get their turn with long bodies as others end, or leave", async () => {
    const backend = new ScriptedBackend((socket, received) => {
      if (received.length >= 40_000 && received.endsWith("x")) socket.write(OK);
    });
    const { client, origin } = await start(backend, { origin: { maxConnections: 2 } });
    const callers = Array.from({ length: 4 }, () => client().send(UPLOAD));
    await until(() => origin.connectionCount === 1 && origin.waitingCount === 3);
    callers[0]?.close();
    await until(() => origin.waitingCount === 2 && origin.connectionCount === 1);
    for (const caller of callers.slice(1)) caller.send("x".repeat(20_000));
    await Promise.all(callers.slice(1).map((caller) => caller.receives("good")));
    assert.equal(origin.waitingCount, 0);
  });

  it("lose their connection to one that waits when their callers take nothing in", async () => {
    const large = Buffer.alloc(32 * 1024 * 1024);
    const backend = new ScriptedBackend((socket, received) => {
      if (!received.includes("/large")) socket.write(OK);
      else {
        socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${large.length}\r\n\r\n`);
        socket.write(large);
      }
    });
    const { client, origin, pass, relays, caps } = await start(backend, { origin: { maxConnections: 1 } });
    const stalled = client();
    stalled.socket.pause();
    stalled.send(GET.replace("/a", "/large"));
    // Its answer fills every buffer on the way, until the backend is no longer read.
    let queued = -1;
    let quietTurns = 0;
    await until(() => {
      const before = queued;
      queued = backend.sockets[0]?.writableLength ?? 0;
      quietTurns = queued > 0 && queued === before ? quietTurns + 1 : 0;
      return quietTurns > 50;
    });
    pass(1001);
    assert.equal(relays.length, 0, "nobody waits yet");
    const good = client().send(GET);
    await until(() => origin.waitingCount === 1);
    pass(50);
    await good.receives("good");
    assert.equal(relays[0]?.failure?.kind, "caller-stalled");
    assert.deepEqual(caps, ["calls-per-backend"]);
  });

  it("wait no longer than connecting might take them", async () => {
    const { client, origin, pass } = await start(new ScriptedBackend(() => {}), {
      origin: { maxConnections: 1, maxWaitMs: 10_000 },
      plan: { timeouts: { connectMs: 500, headMs: 60_000, idleMs: 60_000, totalMs: 60_000 } },
    });
    client().send(GET);
    await until(() => origin.connectionCount === 1);
    const waiting = client().send(GET);
    await until(() => origin.waitingCount === 1);
    pass(501);
    await waiting.receives("queue-timeout");
    assert.deepEqual(statusesOf(waiting.received), [503]);
  });
});

describe("upgraded connections", () => {
  it("are capped for all backends together, do not count as calls, and make room when they close", async () => {
    const backend = new ScriptedBackend((socket, received) => {
      if (received.endsWith("\r\n\r\n")) {
        socket.write(
          received.includes("Upgrade")
            ? "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: echo\r\n\r\n"
            : OK,
        );
      }
    });
    const { client, origin, caps } = await start(backend, {
      origin: { maxConnections: 1 },
      pool: { maxTunnels: 2 },
      plan: { upgrade: "echo" },
    });
    const open = [client(), client()];
    for (const caller of open) await caller.send(UPGRADE).receives("101 Switching Protocols");
    assert.equal(origin.connectionCount, 0);
    const refused = client().send(UPGRADE);
    await refused.receives("tunnels-full");
    assert.deepEqual(statusesOf(refused.received), [503]);
    assert.deepEqual(caps, ["tunnels"]);
    await client().send(GET).receives("good");

    open[0]?.close();
    let status = 503;
    while (status === 503) {
      const caller = client().send(UPGRADE);
      await caller.matches(/\r\n\r\n/);
      status = statusesOf(caller.received)[0] ?? 0;
    }
    assert.equal(status, 101);
  });
});
