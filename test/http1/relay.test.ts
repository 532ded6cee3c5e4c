import assert from "node:assert/strict";
import { createServer as createTcpServer } from "node:net";
import { afterEach, describe, it } from "node:test";
import { type FixtureSettings, ScriptedBackend, startRelay, turn, until } from "./relay-fixture.ts";
import { portOf, statusesOf } from "./wire.ts";

const GET = "GET /a?b HTTP/1.1\r\nHost: a\r\n\r\n";
const OK = "HTTP/1.1 200 OK\r\nDate: now\r\nContent-Length: 4\r\n\r\ngood";
const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean();
});

async function start(backend: ScriptedBackend, settings: FixtureSettings = {}) {
  const fixture = await startRelay(backend, settings);
  cleanups.push(fixture.stop);
  return fixture;
}

const answering = (answer: string) =>
  new ScriptedBackend((socket, received) => {
    if (received.endsWith("\r\n\r\n")) socket.write(answer, "latin1");
  });

/** Answers 200 once `bytes` of request body have come after the head. */
const taking = (bytes: number) =>
  new ScriptedBackend((socket, received) => {
    const bodyAt = received.indexOf("\r\n\r\n") + 4;
    if (bodyAt > 3 && received.length - bodyAt >= bytes) socket.write(OK);
  });

describe("relaying a request", () => {
  it("passes fields on as received, without those of this hop, with the backend's Host", async () => {
    const backend = answering(OK);
    const { client } = await start(backend, { plan: { callFields: "X-Added: y\r\n" } });
    const caller = client().send(
      "GET /a?b HTTP/1.1\r\nHost: a\r\nACCEPT:*/*\r\nKeep-Alive: 5\r\nTE: trailers\r\nX-Two: 1\r\nConnection: x-hop, keep-alive\r\nX-Hop: h\r\nx-two:  2\t\r\nProxy-Authorization: p\r\nUpgrade: h2c\r\nHTTP2-Settings: s\r\n\r\n",
    );
    await caller.receives("good");
    assert.equal(
      backend.received[0],
      "GET /a?b HTTP/1.1\r\nHost: backend.test\r\nACCEPT:*/*\r\nX-Two: 1\r\nx-two:  2\t\r\nX-Added: y\r\n\r\n",
    );
    assert.equal(caller.received, OK.replace("Content-Length: 4\r\n", "content-length: 4\r\n"));
  });

  it("lets the plan change, drop and keep single fields, both ways", async () => {
    const backend = answering("HTTP/1.1 200 OK\r\nDate: now\r\nServer: s\r\nX-B: 1\r\nContent-Length: 0\r\n\r\n");
    const rewrite = (name: string, value: string) => {
      if (name === "X-A") return `X-A: ${value}${value}\r\n`;
      return name === "Server" || name === "X-Drop" ? "" : null;
    };
    const { client } = await start(backend, {
      rewriteField: rewrite,
      plan: { rewriteResponseField: rewrite, responseFields: () => "X-End: e\r\n" },
    });
    const caller = client().send("GET / HTTP/1.1\r\nHost: a\r\nX-0: 0\r\nX-A: 1\r\nX-Drop: d\r\nX-Z: z\r\n\r\n");
    await caller.receives("\r\n\r\n");
    assert.equal(backend.received[0], "GET / HTTP/1.1\r\nHost: backend.test\r\nX-0: 0\r\nX-A: 11\r\nX-Z: z\r\n\r\n");
    assert.equal(caller.received, "HTTP/1.1 200 OK\r\nDate: now\r\nX-B: 1\r\nX-End: e\r\ncontent-length: 0\r\n\r\n");
  });

  it("takes a short body in whole before it takes a connection, chunked or not", async () => {
    const backend = taking(5);
    const { client, origin } = await start(backend);
    const caller = client().send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n");
    for (let i = 0; i < 20; i++) await turn();
    assert.equal(origin.connectionCount, 0);
    caller.send("2;x=y\r\nlo\r\n0\r\nX-Trailer: t\r\n\r\n");
    await caller.receives("good");
    assert.equal(backend.received[0], "POST / HTTP/1.1\r\nHost: backend.test\r\ncontent-length: 5\r\n\r\nhello");
  });

  it("streams a long body of known length unchanged", async () => {
    const body = "0123456789".repeat(50_000);
    const backend = taking(body.length);
    const { client } = await start(backend);
    const caller = client().send(`PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: ${body.length}\r\n\r\n`).send(body);
    await caller.receives("good");
    assert.equal(
      backend.received[0],
      `PUT / HTTP/1.1\r\nHost: backend.test\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
  });

  it("streams a long chunked body in chunks of its own", async () => {
    const body = "0123456789".repeat(20_000);
    const backend = new ScriptedBackend((socket, received) => {
      if (received.endsWith("\r\n0\r\n\r\n")) socket.write(OK);
    });
    const { client } = await start(backend);
    const chunks = Array.from(
      { length: 10 },
      (_, i) => `4e20;n=${i}\r\n${body.slice(i * 20_000, (i + 1) * 20_000)}\r\n`,
    );
    const caller = client().send("PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    caller.send(`${chunks.join("")}0\r\nX-Trailer: t\r\n\r\n`);
    await caller.receives("good");
    const [head, ...rest] = (backend.received[0] ?? "").split("\r\n\r\n");
    assert.equal(head, "PUT / HTTP/1.1\r\nHost: backend.test\r\ntransfer-encoding: chunked");
    assert.equal(decodeChunks(rest.join("\r\n\r\n")), body);
  });

  it("leaves the backend a cut-off request when the caller's body turns out malformed", async () => {
    const backend = new ScriptedBackend(() => {});
    const { client, relays, origin } = await start(backend);
    const caller = client().send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    caller.send(`5000\r\n${"x".repeat(0x5000)}\r\n`);
    await until(() => (backend.received[0]?.length ?? 0) > 0x5000);
    caller.send("zz\r\n");
    assert.deepEqual(statusesOf(await caller.ends()), [400]);
    await until(() => origin.connectionCount === 0);
    assert.doesNotMatch(backend.received[0] ?? "", /0\r\n\r\n$/);
    assert.equal(relays[0]?.abortReason, "bad-body");
  });

  it("passes an early answer on and reuses neither connection", async () => {
    const backend = new ScriptedBackend((socket, received) => {
      if (received.length < 30_000) socket.write("HTTP/1.1 413 Content Too Large\r\nContent-Length: 2\r\n\r\nno");
    });
    const { client, origin } = await start(backend);
    const caller = client()
      .send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\n\r\n")
      .send("x".repeat(20_000));
    assert.match(await caller.ends(), /^HTTP\/1\.1 413 .*connection: close\r\n\r\nno$/s);
    assert.equal(origin.connectionCount, 0);
  });

  it("ends the backend's call when its caller goes away", async () => {
    const backend = new ScriptedBackend(() => {});
    const { client, origin, relays } = await start(backend);
    const caller = client().send(GET);
    await until(() => backend.received[0]?.endsWith("\r\n\r\n") === true);
    caller.close();
    await until(() => relays.length > 0);
    assert.equal(relays[0]?.abortReason, "caller-gone");
    assert.equal(origin.connectionCount, 0);
  });
});

describe("callers that vanish", () => {
  it("at any byte of a request, or with the answer on its way, leave nothing behind", async () => {
    const { client, server, origin } = await start(taking(5));
    const request = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
    for (let end = 0; end <= request.length; end++) {
      const caller = client().send(request.slice(0, end));
      await new Promise((resolve) => caller.socket.once("connect", resolve));
      for (let i = end % 7; i > 0; i--) await turn();
      if (end % 2 === 0) caller.close();
      else caller.socket.resetAndDestroy();
    }
    await until(() => server.connectionCount === 0);
    await until(() => origin.connectionCount === origin.idleCount);
    assert.equal(origin.waitingCount, 0);
    const caller = client().send(request);
    await caller.receives("good");
  });
});

describe("relaying an answer", () => {
  it("skips interim answers", async () => {
    const { client } = await start(
      answering(`HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n${OK}`),
    );
    const caller = client().send(GET);
    await caller.receives("good");
    assert.deepEqual(statusesOf(caller.received), [200]);
  });

  it("passes chunks on as they come", async () => {
    const backend = answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
    const { client } = await start(backend);
    const caller = client().send(GET);
    await caller.receives("first");
    backend.sockets[0]?.write("6;a=b\r\nsecond\r\n0\r\nX-T: t\r\n\r\n");
    await caller.receives("0\r\n\r\n");
    assert.ok(caller.received.endsWith("\r\n\r\n5\r\nfirst\r\n6\r\nsecond\r\n0\r\n\r\n"));
  });

  it("frames an answer that ends by closing, and does not count on its connection", async () => {
    const backend = new ScriptedBackend((socket) => socket.end("HTTP/1.1 200 OK\r\n\r\nall of it"));
    const { client, origin } = await start(backend);
    const caller = client().send(GET);
    await caller.receives("0\r\n\r\n");
    assert.ok(caller.received.endsWith("transfer-encoding: chunked\r\n\r\n9\r\nall of it\r\n0\r\n\r\n"));
    assert.equal(origin.connectionCount, 0);
  });

  it("stops reading the backend while the caller does not read, and loses nothing", async () => {
    const total = 30_000_000;
    const backend = new ScriptedBackend((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${total}\r\n\r\n`);
      socket.write(Buffer.alloc(total, "x"));
    });
    const { client, relays } = await start(backend);
    const caller = client();
    caller.socket.pause();
    caller.send(GET);
    await until(() => backend.sockets.length === 1);
    for (let i = 0; i < 300; i++) await turn();
    assert.ok((backend.sockets[0]?.writableLength ?? 0) > 0, "the backend is held back");
    caller.socket.resume();
    await until(() => relays.length > 0);
    await until(() => caller.received.length > total);
    assert.equal(relays[0]?.responseBytes, total);
    assert.equal(caller.received.length - caller.received.indexOf("\r\n\r\n") - 4, total);
  });

  it("joins the connections when both sides agree to upgrade", async () => {
    const backend = new ScriptedBackend((socket, received) => {
      if (received.endsWith("\r\n\r\n")) {
        socket.write(
          "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nX-A: b\r\n\r\nfrom backend",
        );
      } else socket.write(`echo ${received.slice(received.indexOf("\r\n\r\n") + 4)}`, "latin1");
    });
    const { client } = await start(backend, { plan: { upgrade: "websocket" } });
    const caller = client().send("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: WebSocket\r\n\r\n");
    await caller.receives("from backend");
    caller.send("\0\xff");
    await caller.receives("echo \0\xff");
    assert.equal(
      backend.received[0],
      "GET / HTTP/1.1\r\nHost: backend.test\r\nConnection: Upgrade\r\nUpgrade: WebSocket\r\n\r\n\0\xff",
    );
    assert.match(caller.received, /^HTTP\/1\.1 101 .*\r\nUpgrade: websocket\r\nX-A: b\r\n/s);
    backend.sockets[0]?.end();
    await caller.ends();
  });

  it("does not take an upgrade to another protocol than was asked for", async () => {
    const other = "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n";
    const { client } = await start(answering(other), { plan: { upgrade: "websocket" } });
    const caller = client().send("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    await caller.receives("502");
  });

  it("passes a refusal to upgrade on as an answer like any other", async () => {
    const { client } = await start(answering(OK), { plan: { upgrade: "websocket" } });
    const caller = client().send("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    await caller.receives("good");
  });
});

describe("connections to backends", () => {
  it("are kept and the one used last is used first", async () => {
    const backend = answering(OK);
    const { client, origin } = await start(backend);
    const callers = [client().send(GET), client().send(GET)];
    await Promise.all(callers.map((caller) => caller.receives("good")));
    await until(() => origin.idleCount === 2);
    for (let i = 2; i < 5; i++) {
      callers[0]?.send(GET);
      await until(() => statusesOf(callers[0]?.received ?? "").length === i && origin.idleCount === 2);
    }
    assert.equal(backend.sockets.length, 2);
    assert.equal(
      Math.max(...backend.received.map((text) => text.length)),
      GET.length * 4 + 4 * ("backend.test".length - 1),
    );
  });

  it("are not kept when the backend says close or speaks HTTP/1.0", async () => {
    for (const head of ["HTTP/1.1 200 OK\r\nConnection: close", "HTTP/1.0 200 OK"]) {
      const { client, origin } = await start(answering(`${head}\r\nContent-Length: 4\r\n\r\ngood`));
      await client().send(GET).receives("good");
      assert.equal(origin.connectionCount, 0);
    }
  });

  for (const [method, isRepeated] of [
    ["GET", true],
    ["PUT", true],
    ["POST", false],
    ["PATCH", false],
  ] as const) {
    it(`${isRepeated ? "repeat" : "do not repeat"} a ${method} whose kept connection had just been closed`, async () => {
      const backend = new ScriptedBackend((socket, received, connection) => {
        if (connection === 0 && received.includes("second")) socket.destroy();
        else socket.write(OK);
      });
      const { client, origin } = await start(backend);
      const caller = client().send(GET);
      await caller.receives("good");
      await until(() => origin.idleCount === 1);
      caller.send(`${method} /second HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi`);
      await until(() => statusesOf(caller.received).length === 2);
      assert.deepEqual(statusesOf(caller.received), [200, isRepeated ? 200 : 502]);
      assert.equal(backend.sockets.length, isRepeated ? 2 : 1);
    });
  }

  it("do not repeat a call after a byte of its answer", async () => {
    const backend = new ScriptedBackend((socket, received) => {
      if (received.includes("second")) socket.end("H");
      else socket.write(OK);
    });
    const { client, origin } = await start(backend);
    const caller = client().send(GET);
    await caller.receives("good");
    await until(() => origin.idleCount === 1);
    caller.send(GET.replace("/a", "/second"));
    await until(() => statusesOf(caller.received).length === 2);
    assert.deepEqual(statusesOf(caller.received), [200, 502]);
    assert.equal(backend.sockets.length, 1);
  });

  it("are limited; calls wait their turn, up to a number and a time", async () => {
    const backend = new ScriptedBackend(() => {});
    const { client, origin, pass } = await start(backend, {
      origin: { maxConnections: 1, maxWaiting: 2, maxWaitMs: 1000 },
      plan: { timeouts: { connectMs: 1000, headMs: 10_000, idleMs: 1000, totalMs: 10_000 } },
    });
    const callers = [client().send(GET)];
    await until(() => origin.connectionCount === 1);
    callers.push(client().send(GET));
    await until(() => origin.waitingCount === 1);
    pass(500);
    callers.push(client().send(GET));
    await until(() => origin.waitingCount === 2);
    await client().send(GET).receives("queue-full");
    pass(501);
    await callers[1]?.receives("queue-timeout");
    await until(() => backend.received[0]?.endsWith("\r\n\r\n") === true);
    backend.sockets[0]?.write(OK);
    await callers[0]?.receives("good");
    await until(() => backend.received[0]?.lastIndexOf("GET") !== 0);
    backend.sockets[0]?.write(OK);
    await callers[2]?.receives("good");
    assert.equal(backend.sockets.length, 1);
  });

  it("are closed after lying idle", async () => {
    const { client, origin, pass } = await start(answering(OK), { origin: { keepAliveMs: 5000 } });
    await client().send(GET).receives("good");
    await until(() => origin.idleCount === 1);
    pass(5001);
    assert.equal(origin.connectionCount, 0);
  });

  it("that are refused, or whose name is unknown, are answered for with 502", async () => {
    const closed = createTcpServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const port = portOf(closed);
    await new Promise((resolve) => closed.close(resolve));
    const refusing = await start(answering(OK), { origin: { port } });
    await refusing.client().send(GET).receives("refused");
    const unknown = await start(answering(OK), {
      origin: { host: "no-such-host.test" },
      pool: { lookup: (_host, done) => done(new Error("not found"), []) },
    });
    const caller = unknown.client().send(GET);
    await caller.receives("dns");
    assert.deepEqual(statusesOf(caller.received), [502]);
  });

  it("go to the next address when one refuses", async () => {
    const backend = answering(OK);
    const { client } = await start(backend, {
      origin: { host: "two.test" },
      pool: { lookup: (_host, done) => done(null, ["127.0.0.99", "127.0.0.1"]) },
    });
    await client().send(GET).receives("good");
  });

  it("time out with 504 when a name is not resolved in time", async () => {
    const { client, pass, origin } = await start(answering(OK), {
      origin: { host: "slow.test" },
      pool: { lookup: () => {} },
    });
    const caller = client().send(GET);
    await until(() => origin.connectionCount === 1);
    pass(1001);
    await caller.receives("connect-timeout");
    assert.deepEqual(statusesOf(caller.received), [504]);
  });

  it("to a backend that does not speak TLS fail as such", async () => {
    const { client } = await start(new ScriptedBackend((socket) => socket.write("plain\r\n\r\n")), {
      origin: { tls: {} },
    });
    const backendSpeaks = client().send(GET);
    await until(() => statusesOf(backendSpeaks.received).length === 1 || backendSpeaks.isEnded);
    assert.match(backendSpeaks.received, /502 .*\r\n\r\ntls$/s);
  });
});

function decodeChunks(text: string): string {
  let data = "";
  for (let at = 0; ; ) {
    const lineEnd = text.indexOf("\r\n", at);
    const size = Number.parseInt(text.slice(at, lineEnd), 16);
    if (size === 0) return data;
    data += text.slice(lineEnd + 2, lineEnd + 2 + size);
    at = lineEnd + size + 4;
  }
}
