import assert from "node:assert/strict";
import { once } from "node:events";
import { constants } from "node:http2";
import { test } from "node:test";
import { type ServerExchange, UNKNOWN_LENGTH } from "../../src/http1/server-exchange.ts";
import { until } from "../gateway/running.ts";
import { replyOf } from "../tls/callers.ts";
import { DATA, FrameClient, HEADERS, RST_STREAM } from "./frames.ts";
import { open, serve, Watcher } from "./serving.ts";

const POST = { ":method": "POST", ":path": "/" };
const ok = (exchange: ServerExchange) => exchange.respond(200, "", Buffer.from(exchange.request.target));

test("requests of one connection are answered each when it is ready", async (t) => {
  const serving = await serve(t, (exchange) => {
    if (exchange.request.target !== "/slow") ok(exchange);
  });
  const session = open(t, serving.port);
  const slow = replyOf(session.request({ ":path": "/slow" }));
  const fast = await replyOf(session.request({ ":path": "/fast" }));
  assert.deepEqual([fast.status, fast.body, fast.headers["content-length"]], [200, "/fast", "5"]);
  const [exchange] = serving.exchanges;
  assert.ok(exchange);
  ok(exchange);
  assert.equal((await slow).body, "/slow");
});

test("a body arrives whole, declared or not, with trailers dropped", async (t) => {
  const watchers: Watcher[] = [];
  const serving = await serve(t, (exchange) => watchers.push(new Watcher(exchange).readBody()));
  const session = open(t, serving.port);
  session.request({ ...POST, "content-length": 5 }).end("hello");
  const streamed = session.request(POST, { waitForTrailers: true });
  streamed.on("wantTrailers", () => streamed.sendTrailers({ "x-trailer": "1" }));
  streamed.write("one ");
  streamed.end("two");
  session.request({ ...POST, ":path": "/empty" }).end();
  await until(() => watchers.length === 3 && watchers.every(({ isWhole }) => isWhole), "all bodies are there");
  assert.deepEqual(
    watchers.map(({ body, exchange }) => [body, exchange.request.contentLength, exchange.request.chunked]),
    [
      ["hello", 5, false],
      ["one two", -1, true],
      ["", -1, true],
    ],
  );
});

test("a paused body stops the caller, and that stream alone", async (t) => {
  let received = 0;
  let isEnded = false;
  const serving = await serve(t, (exchange) => {
    if (exchange.request.method === "GET") return ok(exchange);
    exchange.readBody({
      onBodyData(data) {
        received += data.length;
        exchange.pauseBody();
      },
      onBodyEnd: () => {
        isEnded = true;
      },
      onBodyFailure() {},
    });
  });
  const session = open(t, serving.port);
  const size = 1_000_000;
  const upload = session.request(POST);
  upload.end(Buffer.alloc(size));
  await until(() => received > 0, "the upload has begun");
  for (let count = 0; count < 5; count++) await replyOf(session.request({ ":path": "/" }));
  assert.ok(received < 100_000, `${received} bytes were passed on`);
  const [exchange] = serving.exchanges;
  const reading = setInterval(() => exchange?.resumeBody(), 0);
  await until(() => isEnded, "the body is there");
  clearInterval(reading);
  assert.equal(received, size);
});

test("an answer waits for a caller that does not read, and goes on when it does", async (t) => {
  const part = Buffer.alloc(50_000, "a");
  let written = 0;
  const serving = await serve(t, (exchange) => {
    if (exchange.request.target === "/other") return ok(exchange);
    exchange.startResponse(200, "X-A: 1\r\n", UNKNOWN_LENGTH);
    const pump = () => {
      while (written < 40) {
        written++;
        if (!exchange.write(part)) return;
      }
      exchange.end();
    };
    exchange.observer = { onAbort() {}, onDrain: pump };
    pump();
  });
  const session = open(t, serving.port);
  const stream = session.request({ ":path": "/" });
  await once(stream, "response");
  assert.equal((await replyOf(session.request({ ":path": "/other" }))).status, 200);
  assert.ok(written < 40, `${written} parts were written`);
  const reply = await replyOf(stream);
  assert.equal(reply.body.length, 40 * part.length);
});

test("answers without a body have none, and tell the length they would have had", async (t) => {
  const serving = await serve(t, (exchange) => {
    const status = Number(exchange.request.target.slice(1));
    exchange.respond(status, "", Buffer.from("body"));
  });
  const session = open(t, serving.port);
  const shown = async (path: string, method = "GET") => {
    const { status, body, headers } = await replyOf(session.request({ ":path": path, ":method": method }));
    return [status, body, headers["content-length"]];
  };
  assert.deepEqual(await shown("/200"), [200, "body", "4"]);
  assert.deepEqual(await shown("/200", "HEAD"), [200, "", "4"]);
  assert.deepEqual(await shown("/204"), [204, "", undefined]);
  assert.deepEqual(await shown("/205"), [205, "", undefined]);
  assert.deepEqual(await shown("/304"), [304, "", "4"]);
});

test("a caller that waits for 100 gets it when its body is wanted", async (t) => {
  const serving = await serve(t, () => {});
  const session = open(t, serving.port);
  const stream = session.request({ ...POST, expect: "100-continue" });
  let isContinued = false;
  stream.on("continue", () => {
    isContinued = true;
    stream.end("hello");
  });
  await until(() => serving.exchanges.length === 1, "the request is there");
  assert.equal(isContinued, false);
  const [exchange] = serving.exchanges;
  assert.ok(exchange);
  const watcher = new Watcher(exchange).readBody();
  await until(() => watcher.isWhole, "the body is there");
  assert.equal(watcher.body, "hello");
});

test("an answer that comes before the body has ended is whole, and the rest of the body is not wanted", async (t) => {
  const serving = await serve(t, ok);
  const session = open(t, serving.port);
  const stream = session.request(POST);
  stream.write("some");
  const reply = await replyOf(stream);
  assert.deepEqual([reply.status, reply.body, reply.rstCode], [200, "/", constants.NGHTTP2_NO_ERROR]);
  assert.equal((await replyOf(session.request({ ":path": "/next" }))).body, "/next");
});

test("an answer shorter than declared, and one that is given up, break off their stream alone", async (t) => {
  const serving = await serve(t, (exchange) => {
    if (exchange.request.target === "/good") return ok(exchange);
    exchange.startResponse(200, "", 10);
    exchange.write(Buffer.from("short"));
    if (exchange.request.target === "/short") exchange.end();
    else exchange.abort();
  });
  const session = open(t, serving.port);
  for (const path of ["/short", "/abort"]) {
    const { rstCode } = await replyOf(session.request({ ":path": path }));
    assert.equal(rstCode, constants.NGHTTP2_INTERNAL_ERROR);
  }
  assert.equal((await replyOf(session.request({ ":path": "/good" }))).status, 200);
});

test("an answer of unknown length that is cut off never looks like a whole one", async (t) => {
  const ways = [0, 10, 200_000].flatMap((size) => [
    { size, isWholeConnection: false },
    { size, isWholeConnection: true },
  ]);
  for (const { size, isWholeConnection } of ways) {
    const serving = await serve(t, (exchange) => {
      exchange.startResponse(200, "", UNKNOWN_LENGTH);
      exchange.write(Buffer.alloc(size));
    });
    const client = new FrameClient(serving.port);
    t.after(() => client.socket.destroy());
    client.request(1, [
      [":method", "GET"],
      [":scheme", "https"],
      [":path", "/"],
      [":authority", "a.test"],
    ]);
    const passed = () => client.framesOf(DATA, 1).reduce((sum, { payload }) => sum + payload.length, 0);
    await until(() => client.framesOf(HEADERS, 1).length === 1 && passed() >= Math.min(size, 65_535), "it has begun");
    if (isWholeConnection) serving.server.stop();
    else serving.exchanges[0]?.abort();
    await until(() => client.isClosed || client.framesOf(RST_STREAM, 1).length === 1, "the stream is over");
    if (isWholeConnection) await until(() => client.isClosed, "the connection is closed");
    assert.ok(client.framesOf(DATA, 1).every(({ flags }) => flags === 0));
  }
});

test("when a connection breaks, all its exchanges are told, and answering them does no harm", async (t) => {
  const watchers: Watcher[] = [];
  const serving = await serve(t, (exchange) => watchers.push(new Watcher(exchange)));
  const session = open(t, serving.port);
  for (let count = 0; count < 3; count++)
    session
      .request(POST)
      .on("error", () => {})
      .write("some");
  await until(() => watchers.length === 3, "the requests are there");
  session.destroy();
  await until(() => watchers.every(({ aborted }) => aborted === "caller-gone"), "all are told");
  await until(() => serving.server.connectionCount === 0, "the connection is forgotten");
  for (const { exchange } of watchers) {
    const fail = () => assert.fail("the exchange is over");
    exchange.readBody({ onBodyData: fail, onBodyEnd: fail, onBodyFailure: fail });
    exchange.respond(200, "", Buffer.from("late"));
  }
  assert.deepEqual(serving.errors, []);
});

test("an application that fails costs its request alone", async (t) => {
  const serving = await serve(t, (exchange) => {
    if (exchange.request.target === "/bad") throw new Error("a fault");
    ok(exchange);
  });
  const session = open(t, serving.port);
  assert.equal((await replyOf(session.request({ ":path": "/bad" }))).status, 500);
  assert.equal((await replyOf(session.request({ ":path": "/good" }))).status, 200);
  assert.equal(serving.errors.length, 1);
});
