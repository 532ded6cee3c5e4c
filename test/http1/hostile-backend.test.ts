import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import { type FixtureSettings, ScriptedBackend, startRelay, turn, until } from "./relay-fixture.ts";
import { statusesOf } from "./wire.ts";

const GET = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n";
const OK = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood";
const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean();
});

async function start(backend: ScriptedBackend, settings: FixtureSettings = {}) {
  const fixture = await startRelay(backend, settings);
  cleanups.push(fixture.stop);
  return fixture;
}

/** What a caller gets when the backend sends `bytes` and then, if told, closes. */
async function answerTo(bytes: string, isClosing = false, request = GET): Promise<string> {
  const backend = new ScriptedBackend((socket) => {
    socket.write(bytes, "latin1");
    if (isClosing) socket.end();
  });
  const { client, relays } = await start(backend);
  const caller = client().send(request);
  await until(() => relays.length > 0 || caller.isEnded);
  caller.send("\0"); // refused, so that the connection ends after the answer
  return caller.ends();
}

const BAD_ANSWERS: readonly [string, string][] = [
  ["status line of two digits", "HTTP/1.1 20 OK\r\n\r\n"],
  ["status line of four digits", "HTTP/1.1 2000 OK\r\n\r\n"],
  ["status of zero", "HTTP/1.1 000 OK\r\n\r\n"],
  ["status of 600", "HTTP/1.1 600 OK\r\n\r\n"],
  ["no space after the status", "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n"],
  ["no status", "HTTP/1.1 OK\r\n\r\n"],
  ["other protocol", "ICY 200 OK\r\n\r\n"],
  ["HTTP/2", "HTTP/2.0 200 OK\r\n\r\n"],
  ["lower-case protocol", "http/1.1 200 OK\r\n\r\n"],
  ["no status line", "<html>\r\n<p>hello</html>\r\n"],
  ["endless status line", `HTTP/1.1 200 ${"x".repeat(2000)}\r\n\r\n`],
  ["status line ended by LF", "HTTP/1.1 200 OK\nContent-Length: 0\r\n\r\n"],
  ["CR in a field", "HTTP/1.1 200 OK\r\nA: b\rSet-Cookie: c\r\nContent-Length: 0\r\n\r\n"],
  ["LF in a field", "HTTP/1.1 200 OK\r\nA: b\nSet-Cookie: c\r\nContent-Length: 0\r\n\r\n"],
  ["NUL in a field", "HTTP/1.1 200 OK\r\nA: \0\r\nContent-Length: 0\r\n\r\n"],
  ["folded field", "HTTP/1.1 200 OK\r\nA: b\r\n c\r\nContent-Length: 0\r\n\r\n"],
  ["space before a colon", "HTTP/1.1 200 OK\r\nContent-Length : 0\r\n\r\n"],
  ["two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\ngood"],
  ["length and chunked", "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"],
  ["unknown transfer coding", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n"],
  ["chunked in HTTP/1.0", "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"],
  ["endless field", `HTTP/1.1 200 OK\r\nA: ${"b".repeat(70_000)}`],
  ["hundreds of fields", `HTTP/1.1 200 OK\r\n${"A: b\r\n".repeat(201)}\r\n`],
  ["nominated Content-Length", "HTTP/1.1 200 OK\r\nConnection: content-length\r\nContent-Length: 4\r\n\r\ngood"],
  ["101 nobody asked for", "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n"],
  ["interim answer with a length", "HTTP/1.1 103 Early Hints\r\nContent-Length: 5\r\n\r\nhello"],
  ["interim answer that closes", `HTTP/1.1 103 Early Hints\r\nConnection: close\r\n\r\n${OK}`],
  ["interim answer of HTTP/1.0", `HTTP/1.0 100 Continue\r\n\r\n${OK}`],
  ["interim answer in chunks", "HTTP/1.1 103 Early Hints\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"],
  ["interim answers without end", "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(9)],
];

describe("a backend that breaks the rules", () => {
  for (const [title, bytes] of BAD_ANSWERS) {
    it(`is answered for with 502 and nothing of it passed on: ${title}`, async () => {
      assert.equal(
        (await answerTo(bytes)).split("HTTP/1.1 400")[0],
        "HTTP/1.1 502 Bad Gateway\r\ncontent-length: 12\r\n\r\nbad-response",
      );
    });
  }

  it("is answered for with 502 when it closes without an answer", async () => {
    const backend = new ScriptedBackend((socket) => socket.end());
    const { client } = await start(backend);
    const caller = client().send(GET);
    await caller.receives("reset");
    assert.deepEqual(statusesOf(caller.received), [502]);
    assert.equal(backend.sockets.length, 1, "a fresh connection that closes is no stale one");
  });

  for (const [title, bytes] of [
    ["a length not reached", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort"],
    ["an unfinished chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nshort"],
    ["a missing last chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n"],
  ] as const) {
    it(`is cut off for the caller too: ${title}`, async () => {
      const received = await answerTo(bytes, true);
      assert.deepEqual(statusesOf(received), [200]);
      assert.doesNotMatch(received, /0\r\n\r\n$/);
    });
  }

  it("is cut off at a malformed chunk, without a last chunk", async () => {
    const received = await answerTo("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ngood\r\nzz\r\n");
    assert.doesNotMatch(received, /0\r\n\r\n/);
  });

  it("gets no second request on a connection where it sent more than one answer", async () => {
    const backend = new ScriptedBackend((socket) => {
      socket.write(`${OK}HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil`);
    });
    const { client, origin } = await start(backend);
    for (let i = 0; i < 3; i++) {
      const caller = client().send(GET);
      await caller.receives("good");
      caller.send(GET);
      await until(() => statusesOf(caller.received).length === 2);
      assert.doesNotMatch(caller.received, /evil/);
    }
    assert.equal(backend.sockets.length, 6);
    assert.equal(origin.idleCount, 0);
  });

  it("is not reused after an answer that follows in a packet of its own", async () => {
    const backend = new ScriptedBackend((socket) => {
      socket.write(OK, () => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil"));
    });
    const { client, origin } = await start(backend);
    for (let i = 0; i < 20; i++) {
      const caller = client().send(GET);
      await caller.receives("good");
      await until(() => origin.connectionCount === 0);
    }
    assert.equal(backend.sockets.length, 20);
  });

  it("never gets one caller's answer to another, ten thousand times, with callers side by side", async () => {
    const backend = new ScriptedBackend((socket, received) => {
      const target = /.*GET \/(\S+) /s.exec(received)?.[1] ?? "";
      const answer = `HTTP/1.1 200 OK\r\nContent-Length: ${target.length}\r\n\r\n${target}`;
      const isDouble = target.endsWith("7");
      socket.write(isDouble ? answer + answer.replace(target, target.replaceAll(/./g, "X")) : answer);
    });
    const { client } = await start(backend);
    const callers = Array.from({ length: 10 }, () => client());
    await Promise.all(
      callers.map(async (caller, id) => {
        for (let i = 0; i < 1000; i++) {
          const name = `caller-${id}-call-${String(i).padStart(4, "0")}`;
          caller.received = "";
          caller.send(`GET /${name} HTTP/1.1\r\nHost: a\r\n\r\n`);
          await caller.matches(/\r\n\r\n[^\r\n]{18}$/);
          assert.ok(caller.received.endsWith(`\r\n\r\n${name}`), caller.received);
        }
      }),
    );
  });

  for (const [title, head] of [
    ["204", "HTTP/1.1 204 No Content\r\nContent-Length: 4\r\n\r\nevil"],
    ["304", "HTTP/1.1 304 Not Modified\r\nContent-Length: 4\r\n\r\nevil"],
  ] as const) {
    it(`gets nothing through that follows a ${title}`, async () => {
      const received = await answerTo(head);
      assert.doesNotMatch(received, /evil/);
    });
  }

  it("gets nothing through after the head of an answer to HEAD", async () => {
    const received = await answerTo(OK, false, GET.replace("GET", "HEAD"));
    assert.match(received, /content-length: 4\r\n\r\n(HTTP|$)/);
    assert.doesNotMatch(received, /good/);
  });

  it("cannot strip a field of ours or announce hop-by-hop fields to the caller", async () => {
    const received = await answerTo(
      "HTTP/1.1 200 OK\r\nConnection: x-secret, keep-alive\r\nX-Secret: s\r\nKeep-Alive: timeout=5\r\nProxy-Authenticate: x\r\nTrailer: y\r\nX-Kept: k\r\nContent-Length: 4\r\n\r\ngood",
    );
    assert.match(received, /X-Kept: k/);
    assert.doesNotMatch(received, /x-secret|keep-alive|proxy-auth|trailer/i);
  });

  it("is given up on when its head does not come in time", async () => {
    const backend = new ScriptedBackend(() => {});
    const { client, pass } = await start(backend);
    const caller = client().send(GET);
    await until(() => backend.received[0]?.endsWith("\r\n\r\n") === true);
    pass(2001);
    await caller.receives("head-timeout");
    assert.deepEqual(statusesOf(caller.received), [504]);
  });

  it("cannot stretch the time for its head by sending it bit by bit", async () => {
    const backend = new ScriptedBackend((socket) => socket.write("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 2"));
    const { client, pass, relays } = await start(backend);
    const caller = client().send(GET);
    await until(() => (backend.sockets[0]?.bytesWritten ?? 0) > 0);
    for (const piece of ["0", "0", " ", "O"]) {
      for (let i = 0; i < 5; i++) await turn();
      pass(501);
      backend.sockets[0]?.write(piece);
    }
    await caller.receives("head-timeout");
    assert.equal(relays[0]?.failure?.kind, "head-timeout");
  });

  it("is given up on when it stalls in its body, and by a whole deadline when it drips", async () => {
    const backend = new ScriptedBackend((socket) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx");
    });
    const { client, pass, relays } = await start(backend);
    const stalled = client().send(GET);
    await stalled.receives("\r\n\r\nx");
    pass(3001);
    await stalled.ends();
    assert.equal(relays[0]?.failure?.kind, "idle-timeout");

    const dripping = client().send(GET);
    await dripping.receives("\r\n\r\nx");
    for (let i = 0; i < 31 && relays.length < 2; i++) {
      const before = dripping.received.length;
      backend.sockets[1]?.write("x");
      await until(() => dripping.received.length > before || dripping.isEnded);
      pass(2000);
      await turn();
    }
    assert.equal(relays[1]?.failure?.kind, "total-timeout");
  });
});
