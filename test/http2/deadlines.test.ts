import assert from "node:assert/strict";
import { once } from "node:events";
import { constants } from "node:http2";
import { connect } from "node:net";
import { test } from "node:test";
import { UNKNOWN_LENGTH } from "../../src/http1/server-exchange.ts";
import { until } from "../gateway/running.ts";
import { replyOf } from "../tls/callers.ts";
import { FrameClient, GOAWAY } from "./frames.ts";
import { open, serve, Watcher } from "./serving.ts";

const POST = { ":method": "POST", ":path": "/" };
const times = { headTimeoutMs: 1_000, idleTimeoutMs: 5_000, lingerMs: 100, drainIdleMs: 500 };

test("a connection that sends no request is closed after the time for a head", async (t) => {
  const serving = await serve(t, () => {}, times);
  const client = new FrameClient(serving.port);
  await until(() => serving.server.connectionCount === 1, "it is connected");
  serving.pass(1_001);
  await until(() => client.framesOf(GOAWAY).length === 1, "it is told to go");
  assert.equal(client.goawayCode, constants.NGHTTP2_NO_ERROR);
  serving.pass(101);
  await until(() => serving.server.connectionCount === 0, "it is closed");
});

test("an idle connection is kept for the idle time, counted from its last answer", async (t) => {
  const serving = await serve(t, (exchange) => exchange.respond(200, ""), times);
  const session = open(t, serving.port);
  for (let count = 0; count < 3; count++) {
    assert.equal((await replyOf(session.request({ ":path": "/" }))).status, 200);
    serving.pass(4_000);
  }
  assert.equal(session.closed, false);
  const gone = once(session, "close");
  serving.pass(1_001);
  await gone;
});

test("requests whose bodies nobody wanted do not keep a connection from being idle", async (t) => {
  const serving = await serve(t, (exchange) => exchange.respond(200, "", Buffer.from("ok")), times);
  const session = open(t, serving.port);
  for (const size of [0, 10, 60_000]) {
    const stream = session.request(POST);
    stream.end(Buffer.alloc(size));
    assert.equal((await replyOf(stream)).body, "ok");
  }
  const gone = once(session, "close");
  serving.pass(5_001);
  await gone;
});

test("a caller that takes nothing at all, not even heads, is not kept for ever", async (t) => {
  const long = "v".repeat(60_000);
  const fields = `X-A: ${long}\r\nX-B: ${long}\r\n`;
  const serving = await serve(t, (exchange) => exchange.request.target === "/late" || exchange.respond(204, fields), {
    ...times,
    writeTimeoutMs: 1_000,
  });
  const client = new FrameClient(serving.port);
  t.after(() => client.socket.destroy());
  await until(() => client.frames.length > 0, "it is connected");
  client.socket.pause();
  for (let index = 0; index < 60; index++) {
    client.request(2 * index + 1, [
      [":method", "GET"],
      [":scheme", "https"],
      [":path", index === 0 ? "/late" : "/"],
      [":authority", "a.test"],
    ]);
  }
  await until(() => serving.exchanges.length === 60, "the requests have come");
  serving.pass(1);
  // By now the heads of the others are more than the system takes, and this one must wait for them.
  serving.exchanges[0]?.respond(204, "");
  await until(() => {
    serving.pass(400);
    return serving.server.connectionCount === 0;
  }, "the connection is closed");
});

test("a connection is not idle while a request is being answered", async (t) => {
  const serving = await serve(t, () => {}, times);
  const reply = replyOf(open(t, serving.port).request({ ":path": "/" }));
  await until(() => serving.exchanges.length === 1, "the request is there");
  serving.pass(60_000);
  serving.exchanges[0]?.respond(200, "");
  assert.equal((await reply).status, 200);
});

test("a body that comes too slowly is answered 408, one that is too long 413", async (t) => {
  const watchers: Watcher[] = [];
  const options = { transferGraceMs: 1_000, minBytesPerSecond: 10, maxBodyBytes: 100 };
  const serving = await serve(t, (exchange) => watchers.push(new Watcher(exchange).readBody()), options);
  const session = open(t, serving.port);
  const slow = session.request(POST);
  const slowReply = replyOf(slow);
  slow.write("0123456789");
  await until(() => watchers[0]?.body.length === 10, "some of the body is there");
  serving.pass(1_900);
  slow.write("0123456789");
  await until(() => watchers[0]?.body.length === 20, "more of it is there");
  serving.pass(1_200);
  assert.equal((await slowReply).status, 408);
  assert.deepEqual([watchers[0]?.failure, watchers[0]?.isWhole], [408, false]);
  const long = session.request(POST);
  const longReply = replyOf(long);
  long.write(Buffer.alloc(101));
  assert.equal((await longReply).status, 413);
  assert.equal((await replyOf(session.request({ ...POST, "content-length": 101 }))).status, 413);
  assert.deepEqual(
    watchers.map(({ failure, aborted }) => [failure, aborted]),
    [408, 413, 413].map((status) => [status, "bad-body"]),
  );
});

test("the time a body is paused does not count", async (t) => {
  const watchers: Watcher[] = [];
  const options = { transferGraceMs: 1_000, minBytesPerSecond: 10 };
  const serving = await serve(t, (exchange) => watchers.push(new Watcher(exchange).readBody()), options);
  const upload = open(t, serving.port).request(POST);
  upload.write("some");
  await until(() => watchers[0]?.body === "some", "some of the body is there");
  watchers[0]?.exchange.pauseBody();
  serving.pass(100_000);
  watchers[0]?.exchange.resumeBody();
  serving.pass(900);
  upload.end(" more");
  await until(() => watchers[0]?.isWhole === true, "the body is whole");
});

test("an exchange that takes too long is answered 503, or cut off when its answer has begun", async (t) => {
  const watchers: Watcher[] = [];
  const serving = await serve(
    t,
    (exchange) => {
      watchers.push(new Watcher(exchange));
      if (exchange.request.target === "/begun") exchange.startResponse(200, "", UNKNOWN_LENGTH);
    },
    { exchangeTimeoutMs: 1_000 },
  );
  const session = open(t, serving.port);
  const replies = Promise.all(["/", "/begun"].map((path) => replyOf(session.request({ ":path": path }))));
  await until(() => watchers.length === 2, "the requests are there");
  serving.pass(1_001);
  const [unanswered, begun] = await replies;
  assert.equal(unanswered?.status, 503);
  assert.deepEqual([begun?.status, begun?.rstCode], [200, constants.NGHTTP2_INTERNAL_ERROR]);
  assert.deepEqual(
    watchers.map(({ aborted }) => aborted),
    ["timeout", "timeout"],
  );
});

test("a caller that does not take its answer loses that stream and no other", async (t) => {
  const watchers: Watcher[] = [];
  const serving = await serve(
    t,
    (exchange) => {
      if (exchange.request.target === "/small") return exchange.respond(200, "");
      watchers.push(new Watcher(exchange));
      exchange.startResponse(200, "", UNKNOWN_LENGTH);
      exchange.write(Buffer.alloc(1_000_000));
      if (exchange.request.target === "/whole") exchange.end();
    },
    { writeTimeoutMs: 1_000 },
  );
  const session = open(t, serving.port);
  const stuck = ["/part", "/whole"].map((path) => session.request({ ":path": path }));
  await Promise.all(stuck.map((stream) => once(stream, "response")));
  for (let count = 0; count < 3; count++) {
    assert.equal((await replyOf(session.request({ ":path": "/small" }))).status, 200);
    serving.pass(600);
  }
  const closed = await Promise.all(stuck.map(replyOf));
  assert.deepEqual(
    closed.map(({ rstCode }) => rstCode),
    [constants.NGHTTP2_INTERNAL_ERROR, constants.NGHTTP2_INTERNAL_ERROR],
  );
  assert.equal(watchers[0]?.aborted, "caller-too-slow");
  assert.equal((await replyOf(session.request({ ":path": "/small" }))).status, 200);
});

test("draining tells callers to go elsewhere, finishes what runs, and then closes", async (t) => {
  const serving = await serve(t, () => {}, times);
  const session = open(t, serving.port);
  const codes: number[] = [];
  session.on("goaway", (code) => codes.push(code));
  const running = replyOf(session.request({ ":path": "/running" }));
  await until(() => serving.exchanges.length === 1, "the request is there");
  let isDrained = false;
  const drained = serving.server.drain(60_000).then(() => {
    isDrained = true;
  });
  serving.pass(1);
  await until(() => codes.length === 1, "the end is announced");
  assert.equal(isDrained, false);
  serving.exchanges[0]?.respond(200, "", Buffer.from("done"));
  const { status, body } = await running;
  assert.deepEqual([status, body], [200, "done"]);
  await drained;
  assert.ok(codes.every((code) => code === constants.NGHTTP2_NO_ERROR));
});

test("draining cuts what still runs at its limit, and does not wait for handshakes that never end", async (t) => {
  const watchers: Watcher[] = [];
  const serving = await serve(t, (exchange) => watchers.push(new Watcher(exchange)), times);
  const reply = replyOf(open(t, serving.port).request({ ":path": "/" }));
  const silent = connect(serving.port, "127.0.0.1");
  silent.on("error", () => {});
  t.after(() => silent.destroy());
  await until(() => watchers.length === 1, "the request is there");
  await serving.server.drain(10);
  assert.equal((await reply).status, 0);
  assert.equal(watchers[0]?.aborted, "stopped");
});

test("a handshake that never ends is given up", async (t) => {
  const serving = await serve(t, () => {}, { headTimeoutMs: 50 });
  const silent = connect(serving.port, "127.0.0.1");
  await once(silent.resume(), "close");
});
