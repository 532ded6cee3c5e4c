import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import { ConnectionCaps } from "../../src/http1/connection-caps.ts";
import { HttpServer } from "../../src/http1/server.ts";
import { type AbortReason, type ServerExchange, UNKNOWN_LENGTH } from "../../src/http1/server-exchange.ts";
import type { ServerSettings } from "../../src/http1/server-options.ts";
import { portOf, statusesOf, WireClient } from "./wire.ts";

const GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean();
});

/** A server whose clock stands still until `pass`. */
async function serve(settings: ServerSettings) {
  let nowMs = 1_000_000;
  const server = new HttpServer({ clock: () => nowMs, sweepIntervalMs: 0, ...settings });
  await server.listen({ port: 0, host: "127.0.0.1" });
  cleanups.push(() => server.stop());
  return {
    server,
    client() {
      const client = new WireClient(portOf(server));
      cleanups.push(() => client.close());
      return client;
    },
    pass(ms: number) {
      nowMs += ms;
      server.checkDeadlines();
    },
  };
}

const answer = (exchange: ServerExchange, text = "fine\n") => exchange.respond(200, "", Buffer.from(text));
const until = async (isMet: () => boolean) => {
  while (!isMet()) await new Promise((resolve) => setImmediate(resolve));
};

function watchAborts(exchange: ServerExchange, aborts: AbortReason[]): void {
  exchange.observer = { onAbort: (reason) => aborts.push(reason), onDrain() {} };
}

/** Reads a body to its end, then answers with it. */
function echo(exchange: ServerExchange): void {
  const parts: Buffer[] = [];
  exchange.readBody({
    onBodyData: (data) => parts.push(Buffer.from(data)),
    onBodyEnd: () => exchange.respond(200, "", Buffer.concat(parts)),
    onBodyFailure() {},
  });
}

describe("answers", () => {
  it("sends head and body of a whole answer with its length", async () => {
    const { client } = await serve({
      onRequest: (exchange) => exchange.respond(201, "x-a: b\r\n", Buffer.from("hello")),
    });
    const caller = client().send(GET);
    await caller.receives("hello");
    assert.equal(caller.received, "HTTP/1.1 201 Created\r\nx-a: b\r\ncontent-length: 5\r\n\r\nhello");
  });

  it("answers requests sent ahead in their order, those answered whole and those answered in parts", async () => {
    let count = 0;
    const { client } = await serve({
      onRequest(exchange) {
        count++;
        const body = Buffer.from(`<${count}>`);
        if (count % 3 === 0) {
          exchange.startResponse(200, "", body.length);
          exchange.write(body);
          exchange.end();
        } else if (count % 3 === 1) exchange.respond(200, "", body);
        else exchange.respondText(200, "", body.toString());
      },
    });
    const caller = client().send(GET.repeat(30));
    await caller.receives("<30>");
    const bodies = Array.from(caller.received.matchAll(/<(\d+)>/g), (match) => Number(match[1]));
    assert.deepEqual(
      bodies,
      Array.from({ length: 30 }, (_, index) => index + 1),
    );
  });

  it("sends the answers that came before one that is given up", async () => {
    let count = 0;
    const { client } = await serve({
      onRequest(exchange) {
        count++;
        if (count < 3) answer(exchange, `<${count}>`);
        else exchange.abort();
      },
    });
    const caller = client().send(GET.repeat(4));
    await caller.ends();
    assert.match(caller.received, /<1>.*<2>$/s);
    assert.equal(count, 3);
  });

  it("frames an answer of unknown length in chunks", async () => {
    const { client } = await serve({
      onRequest(exchange) {
        exchange.startResponse(200, "", UNKNOWN_LENGTH);
        exchange.write(Buffer.from("hello"), true);
        exchange.write(Buffer.from("you"));
        exchange.end();
      },
    });
    const caller = client().send(GET);
    await caller.receives("0\r\n\r\n");
    assert.equal(
      caller.received,
      "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n3\r\nyou\r\n0\r\n\r\n",
    );
  });

  it("ends an answer of unknown length to HTTP/1.0 by closing", async () => {
    const { client } = await serve({
      onRequest(exchange) {
        exchange.startResponse(200, "", UNKNOWN_LENGTH);
        exchange.write(Buffer.from("hello"));
        exchange.end();
      },
    });
    const received = await client().send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").ends();
    assert.equal(received, "HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nhello");
  });

  it("leaves out the body for HEAD, 204 and 304 and keeps the connection in step", async () => {
    let count = 0;
    const { client } = await serve({
      onRequest(exchange) {
        exchange.respond([200, 204, 304, 200][count++] ?? 500, "", Buffer.from("body"));
      },
    });
    const caller = client().send(GET.replace("GET", "HEAD") + GET + GET + GET);
    await caller.receives("\r\n\r\nbody");
    assert.equal(
      caller.received,
      "HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\n" +
        "HTTP/1.1 204 No Content\r\n\r\n" +
        "HTTP/1.1 304 Not Modified\r\ncontent-length: 4\r\n\r\n" +
        "HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nbody",
    );
  });

  it("cuts off an answer that ends short of its length, so that the caller can tell", async () => {
    const { client } = await serve({
      onRequest(exchange) {
        exchange.startResponse(200, "", 10);
        exchange.write(Buffer.from("hello"));
        setImmediate(() => exchange.end());
      },
    });
    const received = await client().send(GET).ends();
    assert.doesNotMatch(received, /connection: close/);
    assert.ok(received.length < "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n0123456789".length);
  });

  it("refuses to write more than the declared length", async () => {
    const errors: unknown[] = [];
    const { client } = await serve({
      onRequest(exchange) {
        exchange.startResponse(200, "", 3);
        exchange.write(Buffer.from("hello"));
      },
      onError: (error) => errors.push(error),
    });
    await client().send(GET).ends();
    assert.ok(errors[0] instanceof RangeError);
  });

  it("answers 500 and reports the error when the handler throws", async () => {
    const errors: unknown[] = [];
    const { client } = await serve({
      onRequest() {
        throw new Error("secret detail");
      },
      onError: (error) => errors.push(error),
    });
    const received = await client().send(GET).ends();
    assert.deepEqual(statusesOf(received), [500]);
    assert.doesNotMatch(received, /secret/);
    assert.equal(errors.length, 1);
  });

  it("does not look at the next request before the current one is answered", async () => {
    const waiting: ServerExchange[] = [];
    const { client } = await serve({ onRequest: (exchange) => waiting.push(exchange) });
    const caller = client().send(GET + GET.replace("/", "/2"));
    await until(() => waiting.length > 0);
    caller.send(GET.replace("/", "/3"));
    for (const target of ["/", "/2", "/3"]) {
      await until(() => waiting.length > 0);
      assert.deepEqual(
        waiting.map((exchange) => exchange.request.target),
        [target],
      );
      answer(waiting.splice(0)[0] as ServerExchange, `answer to ${target}.`);
      await caller.receives(`answer to ${target}.`);
    }
  });
});

describe("request bodies", () => {
  it("asks for the body of a waiting caller only when it is read", async () => {
    const waiting: ServerExchange[] = [];
    const { client } = await serve({ onRequest: (exchange) => waiting.push(exchange) });
    const caller = client().send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    await until(() => waiting.length > 0);
    assert.equal(caller.received, "");
    echo(waiting[0] as ServerExchange);
    await caller.receives("HTTP/1.1 100 Continue\r\n\r\n");
    caller.send("hello");
    await caller.receives("\r\n\r\nhello");
    assert.deepEqual(statusesOf(caller.received), [100, 200]);
  });

  it("closes when a waiting caller is refused without its body", async () => {
    const { client } = await serve({ onRequest: (exchange) => exchange.respond(403, "") });
    const caller = client().send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    assert.equal(await caller.ends(), "HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
  });

  it("drops a short unread body and keeps the connection", async () => {
    const { client } = await serve({ onRequest: (exchange) => answer(exchange) });
    const caller = client().send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe");
    await caller.receives("fine\n");
    caller.send(`llo${GET}`);
    await until(() => statusesOf(caller.received).length === 2);
    assert.doesNotMatch(caller.received, /connection: close/);
  });

  it("answers 413 to a declared length beyond the limit before reading on", async () => {
    const { client } = await serve({ onRequest: echo, maxBodyBytes: 4 });
    const received = await client().send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n").ends();
    assert.deepEqual(statusesOf(received), [413]);
  });

  it("answers 413 to a chunked body that outgrows the limit", async () => {
    const { client } = await serve({ onRequest: echo, maxBodyBytes: 4 });
    const head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    const received = await client().send(`${head}3\r\nabc\r\n2\r\nde\r\n`).ends();
    assert.deepEqual(statusesOf(received), [413]);
  });

  it("lets a refused upload read its answer while it is still sending", async () => {
    const { client } = await serve({ onRequest: (exchange) => exchange.respond(403, "", Buffer.from("no")) });
    const caller = client().send(
      `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n${"x".repeat(1_000_000)}`,
    );
    await caller.receives("\r\n\r\nno");
    caller.send("x".repeat(1_000_000));
    assert.match(await caller.ends(), /^HTTP\/1\.1 403 .*connection: close\r\n\r\nno$/s);
  });

  it("stops reading while paused and goes on when resumed, without losing a byte", async () => {
    const total = 2_000_000;
    let received = 0;
    let reading: ServerExchange | null = null;
    const { client } = await serve({
      onRequest(exchange) {
        reading = exchange;
        exchange.readBody({
          onBodyData(data) {
            received += data.length;
            exchange.pauseBody();
          },
          onBodyEnd: () => exchange.respond(200, "", Buffer.from(String(received))),
          onBodyFailure() {},
        });
      },
    });
    const caller = client().send(`POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${total}\r\n\r\n${"x".repeat(total)}`);
    await until(() => received > 0);
    for (let i = 0; i < 10; i++) await new Promise((resolve) => setImmediate(resolve));
    assert.ok(received < total);
    while (received < total) {
      const before = received;
      (reading as ServerExchange | null)?.resumeBody();
      await until(() => received > before);
    }
    await caller.receives(`\r\n\r\n${total}`);
  });
});

describe("slow and vanished callers, by an injected clock", () => {
  it("answers 408 to a head that is not complete in time, however steadily its bytes come", async () => {
    const { client, pass, server } = await serve({ onRequest: (exchange) => answer(exchange), headTimeoutMs: 10_000 });
    const caller = client();
    await until(() => server.connectionCount === 1);
    for (const byte of "GET / HTTP") {
      caller.send(byte);
      await new Promise((resolve) => setImmediate(resolve));
      pass(1000);
    }
    assert.equal(caller.received, "");
    pass(1);
    assert.deepEqual(statusesOf(await caller.ends()), [408]);
  });

  it("closes a connection that never sends anything, without a word", async () => {
    const { client, pass, server } = await serve({ onRequest: (exchange) => answer(exchange), headTimeoutMs: 10_000 });
    const caller = client();
    await until(() => server.connectionCount === 1);
    pass(10_001);
    assert.equal(await caller.ends(), "");
  });

  it("closes a kept connection after the idle time", async () => {
    const { client, pass } = await serve({ onRequest: (exchange) => answer(exchange), idleTimeoutMs: 60_000 });
    const caller = client().send(GET);
    await caller.receives("fine");
    pass(59_000);
    caller.send(GET);
    await until(() => statusesOf(caller.received).length === 2);
    pass(60_001);
    await caller.ends();
  });

  it("answers 408 to a body slower than the least rate", async () => {
    let bytes = 0;
    const { client, pass } = await serve({
      onRequest(exchange) {
        exchange.readBody({ onBodyData: (data) => (bytes += data.length), onBodyEnd() {}, onBodyFailure() {} });
      },
      transferGraceMs: 5000,
      minBytesPerSecond: 1000,
    });
    const caller = client().send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9000\r\n\r\n");
    caller.send("x".repeat(2000));
    await until(() => bytes === 2000);
    pass(7000);
    assert.equal(caller.received, "");
    pass(1);
    assert.deepEqual(statusesOf(await caller.ends()), [408]);
  });

  it("cuts off a caller that does not take in its answer", async () => {
    const aborts: AbortReason[] = [];
    let exchange: ServerExchange | null = null;
    const { client, pass, server } = await serve({
      onRequest(started) {
        exchange = started;
        const fill = () => {
          while (started.write(Buffer.alloc(1_000_000)));
        };
        started.observer = { onAbort: (reason) => aborts.push(reason), onDrain: fill };
        started.startResponse(200, "", UNKNOWN_LENGTH);
        fill();
      },
      writeTimeoutMs: 5000,
    });
    const caller = client();
    caller.socket.pause();
    caller.send(GET);
    await until(() => exchange !== null);
    while (server.connectionCount > 0) {
      pass(5002); // each time the kernel may still have taken something in
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.deepEqual(aborts, ["caller-too-slow"]);
  });

  it("does not pile up answers for a caller that sends requests and reads nothing", async () => {
    let served = 0;
    const body = Buffer.alloc(100_000);
    const { client } = await serve({
      onRequest(exchange) {
        served++;
        exchange.respond(200, "", body);
      },
    });
    const caller = client();
    caller.socket.pause();
    caller.send(GET.repeat(2000));
    await until(() => served > 0);
    for (let i = 0; i < 50; i++) await new Promise((resolve) => setImmediate(resolve));
    assert.ok(served < 1000, `${served} answers were made`);
  });

  it("answers 503 when an exchange has no answer in time", async () => {
    const aborts: AbortReason[] = [];
    let isSeen = false;
    const { client, pass } = await serve({
      onRequest(exchange) {
        isSeen = true;
        watchAborts(exchange, aborts);
      },
      exchangeTimeoutMs: 30_000,
    });
    const caller = client().send(GET);
    await until(() => isSeen);
    pass(30_001);
    assert.deepEqual(statusesOf(await caller.ends()), [503]);
    assert.deepEqual(aborts, ["timeout"]);
  });

  it("tells the exchange when its caller has gone", async () => {
    const aborts: AbortReason[] = [];
    let isSeen = false;
    const { client } = await serve({
      onRequest(exchange) {
        isSeen = true;
        watchAborts(exchange, aborts);
      },
    });
    const caller = client().send(GET);
    await until(() => isSeen);
    caller.close();
    await until(() => aborts.length > 0);
    assert.deepEqual(aborts, ["caller-gone"]);
  });

  it("may answer a caller that has closed its sending side", async () => {
    let waiting: ServerExchange | null = null;
    const { client } = await serve({
      onRequest: (exchange) => {
        waiting = exchange;
      },
      abortOnHalfClose: false,
    });
    const caller = client().send(GET);
    caller.socket.end();
    await until(() => waiting !== null);
    setImmediate(() => answer(waiting as unknown as ServerExchange));
    assert.deepEqual(statusesOf(await caller.ends()), [200]);
  });
});

describe("stopping", () => {
  it("drains: announces the close, finishes what runs, closes idle connections only after a while", async () => {
    const waiting: ServerExchange[] = [];
    const { client, pass, server } = await serve({
      onRequest(exchange) {
        if (exchange.request.target === "/slow") waiting.push(exchange);
        else answer(exchange);
      },
      drainIdleMs: 1500,
    });
    const idle = client().send(GET);
    const late = client().send(GET);
    const busy = client().send(GET.replace("/", "/slow"));
    await Promise.all([idle.receives("fine"), late.receives("fine"), until(() => waiting.length === 1)]);
    const drained = server.drain(60_000);
    pass(1000);
    late.send(GET);
    await until(() => statusesOf(late.received).length === 2);
    assert.match(await late.ends(), /connection: close\r\n\r\nfine\n$/);
    assert.equal(idle.isEnded, false);
    pass(501);
    await idle.ends();
    answer(waiting[0] as ServerExchange);
    assert.match(await busy.ends(), /connection: close\r\n\r\nfine\n$/);
    for (const caller of [idle, late, busy]) caller.close();
    await drained;
    assert.equal(server.connectionCount, 0);
  });

  it("hands an upgraded connection over with the bytes that came early", async () => {
    const { client } = await serve({
      onRequest(exchange) {
        setImmediate(() => {
          const { socket, head, receive } = exchange.switchProtocols("Upgrade: echo\r\n");
          socket.write(head);
          receive((data) => socket.write(data));
          socket.resume();
        });
      },
    });
    const caller = client().send("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\nearly ");
    await caller.receives("early ");
    caller.send("late");
    await caller.receives("early late");
    assert.match(
      caller.received,
      /^HTTP\/1\.1 101 Switching Protocols\r\nconnection: upgrade\r\nUpgrade: echo\r\n\r\n/,
    );
  });

  for (const { cap, maxConnections, maxPerAddress, status } of [
    { cap: "connections", maxConnections: 2, maxPerAddress: 0, status: 503 },
    { cap: "connections-per-address", maxConnections: 100, maxPerAddress: 2, status: 429 },
  ]) {
    it(`turns away what is over a cap with ${status} (${cap}), until there is room again`, async () => {
      const turnedAway: string[] = [];
      const { client } = await serve({
        onRequest: (exchange) => answer(exchange),
        gate: new ConnectionCaps({ maxConnections, maxPerAddress, isExempt: () => false }),
        onTurnedAway: (reason) => turnedAway.push(reason),
      });
      const first = [client().send(GET), client().send(GET)];
      await Promise.all(first.map((caller) => caller.receives("fine")));
      const refused = await client().send(GET).ends();
      assert.deepEqual(statusesOf(refused), [status]);
      assert.match(refused, /\r\nconnection: close\r\n/);
      assert.deepEqual(turnedAway, [cap]);
      first[0]?.close();
      // The place is free once the server has seen the close.
      for (let reply = ""; !reply.includes("fine"); ) {
        reply = await client().send(GET.replace("Host", "Connection: close\r\nHost")).ends();
      }
      first[1]?.send(GET);
      await until(() => statusesOf(first[1]?.received ?? "").length === 2);
    });
  }

  it("reads on for a while behind what was no request, so that the answer arrives, and not for ever", async () => {
    const { client, server } = await serve({ onRequest: (exchange) => answer(exchange), maxRefusedLingerBytes: 1000 });
    const caller = client().send("\0");
    await caller.receives("HTTP/1.1 400 ");
    assert.equal(server.connectionCount, 1);
    caller.send("x".repeat(1001));
    await until(() => server.connectionCount === 0);
  });

  it("says nothing to connections over a cap when hundreds are being told already", async () => {
    const { client, server } = await serve({
      onRequest: (exchange) => answer(exchange),
      gate: new ConnectionCaps({ maxConnections: 0, maxPerAddress: 0, isExempt: () => true }),
    });
    const told = Array.from({ length: 256 }, () => client());
    await Promise.all(told.map((caller) => caller.receives("HTTP/1.1 503 ")));
    assert.equal(await client().ends(), "");
    assert.equal(server.connectionCount, 256);
  });
});
