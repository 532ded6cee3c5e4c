import assert from "node:assert/strict";
import { constants } from "node:http2";
import { type TestContext, test } from "node:test";
import type { ServerExchange } from "../../src/http1/server-exchange.ts";
import { until } from "../gateway/running.ts";
import {
  ACK,
  CONTINUATION,
  DATA,
  END_HEADERS,
  END_STREAM,
  FrameClient,
  fieldSection,
  frame,
  GOAWAY,
  HEADERS,
  PING,
  RST_STREAM,
  SETTINGS,
  uint32,
  WINDOW_UPDATE,
} from "./frames.ts";
import { type Serving, serve, Watcher } from "./serving.ts";

type Field = readonly [string, string];

const head: readonly Field[] = [
  [":method", "GET"],
  [":scheme", "https"],
  [":path", "/"],
  [":authority", "a.test"],
];
const post: readonly Field[] = [[":method", "POST"], ...head.slice(1)];
const reset = (stream: number, code = 0) => frame(RST_STREAM, 0, stream, uint32(code));
const respond = (exchange: ServerExchange) => exchange.respond(200, "", Buffer.from("ok"));

/** A caller whose connection is closed when the test ends. */
function caller(t: TestContext, { port }: Serving): FrameClient {
  const client = new FrameClient(port);
  t.after(() => client.socket.destroy());
  return client;
}

test("heads that are malformed get no further than the engine, and cost no other stream anything", async (t) => {
  const serving = await serve(t, respond);
  const client = caller(t, serving);
  const changed = (changedName: string, value: string) =>
    head.map(([name, usual]): Field => [name, name === changedName ? value : usual]);
  const bad: readonly (readonly Field[])[] = [
    [...head, ["connection", "close"]],
    [...head, ["connection", "x-api-key"]],
    [...head, ["transfer-encoding", "chunked"]],
    [...head, ["keep-alive", "timeout=5"]],
    [...head, ["proxy-connection", "close"]],
    [...head, ["upgrade", "h2c"]],
    [...head, ["te", "gzip"]],
    [...head, ["X-Upper", "1"]],
    [...head, ["host", "b.test"]],
    [...head, ["content-length", "x"]],
    [...head, ["content-length", "3"]],
    [...head, [":path", "/other"]],
    [...head, [":unknown", "1"]],
    [["x-first", "1"], ...head],
    ...head.map(([missing]) => head.filter(([name]) => name !== missing)),
    changed(":path", "/a HTTP/1.1\r\nX-A: 1\r\n\r\nGET /b"),
    changed(":path", ""),
    changed(":path", "/a b"),
    changed(":path", "http://b.test/"),
    changed(":method", "GET / HTTP/1.1\r\n"),
    changed(":authority", "a.test\r\nx-a: 1"),
    changed(":authority", "u@a.test"),
  ];
  for (const [index, fields] of bad.entries()) client.request(2 * index + 1, fields);
  const last = 2 * bad.length + 1;
  client.request(last, head);
  await until(() => client.isDone(last), "the good request is answered");
  await until(() => bad.every((_, index) => client.isDone(2 * index + 1)), "every bad one is refused");
  assert.equal(serving.exchanges.length, 1);
  assert.equal(client.goawayCode, -1);
});

test("a field that cannot be one is left out, and nothing of it is taken for another", async (t) => {
  const serving = await serve(t, respond);
  const client = caller(t, serving);
  const bad: readonly Field[] = [
    ["x-key", "1\r\nx-other: 2"],
    ["x-key", "1\n2"],
    ["x-key", "1\u00002"],
    ["x-key\r\nx-other", "1"],
    ["x key", "1"],
    ["", "1"],
  ];
  for (const [index, field] of bad.entries()) client.request(2 * index + 1, [...head, field]);
  await until(() => bad.every((_, index) => client.isDone(2 * index + 1)), "all are answered");
  for (const { request } of serving.exchanges) assert.deepEqual(request.fields, ["Host", "a.test"]);
});

test("a body that is not as long as declared never passes for a whole one", async (t) => {
  const watchers: Watcher[] = [];
  const serving = await serve(t, (exchange) => watchers.push(new Watcher(exchange).readBody()));
  for (const parts of [["abc"], ["abcdefgh"], ["abcde", "f"], ["abcde", "fghij", "k"]]) {
    const client = caller(t, serving).request(1, [...post, ["content-length", "5"]], 0);
    for (const [index, part] of parts.entries()) {
      client.send(frame(DATA, index === parts.length - 1 ? END_STREAM : 0, 1, Buffer.from(part)));
    }
    await until(() => client.isDone(1) || client.isClosed, `${parts} is refused`);
  }
  await until(() => watchers.every(({ aborted, failure }) => aborted !== null || failure !== null), "all are told");
  assert.deepEqual(
    watchers.map(({ isWhole }) => isWhole),
    [false, false, false, false],
  );
});

test("a body that is reset, with whatever code, never passes for a whole one", async (t) => {
  const watchers: Watcher[] = [];
  const serving = await serve(t, (exchange) => watchers.push(new Watcher(exchange).readBody()));
  const client = caller(t, serving);
  for (const [index, code] of [constants.NGHTTP2_NO_ERROR, constants.NGHTTP2_CANCEL].entries()) {
    const stream = 2 * index + 1;
    client.request(stream, post, 0).send(frame(DATA, 0, stream, Buffer.from("half")));
    await until(() => watchers[index]?.body === "half", "half of the body is there");
    client.send(reset(stream, code));
    await until(() => watchers[index]?.aborted === "caller-gone", "the application is told");
    assert.equal(watchers[index]?.isWhole, false);
  }
});

test("a request that is reset while its body lies unread leaves nothing behind", async (t) => {
  const watchers: Watcher[] = [];
  const serving = await serve(
    t,
    (exchange) => {
      const watcher = new Watcher(exchange);
      watchers.push(watcher);
      if (exchange.request.target !== "/paused") return;
      watcher.readBody();
      exchange.pauseBody();
    },
    { idleTimeoutMs: 1_000, lingerMs: 100 },
  );
  const client = caller(t, serving);
  for (const [index, path] of ["/paused", "/unread", "/paused", "/unread"].entries()) {
    const stream = 2 * index + 1;
    const fields = post.map(([name, value]): Field => [name, name === ":path" ? path : value]);
    client.request(stream, fields, 0).send(frame(DATA, 0, stream, Buffer.alloc(5_000)));
    await until(() => watchers.length === index + 1, "the request is there");
    client.send(reset(stream, index < 2 ? constants.NGHTTP2_NO_ERROR : constants.NGHTTP2_CANCEL));
    await until(() => watchers[index]?.aborted === "caller-gone", "the application is told");
    assert.equal(watchers[index]?.isWhole, false);
  }
  serving.pass(1_001);
  await until(() => client.goawayCode === constants.NGHTTP2_NO_ERROR, "the connection counts as idle");
});

test("a caller that sends malformed head after malformed head is cut off", async (t) => {
  const serving = await serve(t, respond);
  const client = caller(t, serving);
  let refused = 0;
  for (; refused < 1_000 && !client.isClosed; refused += 50) {
    for (let index = 0; index < 50; index++) client.request(2 * (refused + index) + 1, [...head, ["host", "b.test"]]);
    const last = 2 * refused + 99;
    await until(() => client.isDone(last) || client.isClosed, "they are refused");
  }
  assert.ok(refused < 400, `${refused} were refused one by one`);
  assert.equal(serving.exchanges.length, 0);
});

test("a caller that resets stream after stream is cut off (CVE-2023-44487)", async (t) => {
  const serving = await serve(t, () => {});
  const client = caller(t, serving);
  for (let stream = 1; stream < 4000; stream += 2)
    client.request(stream, head).send(reset(stream, constants.NGHTTP2_CANCEL));
  await until(() => client.isClosed, "the connection is closed");
  assert.ok(serving.exchanges.length <= 500, `${serving.exchanges.length} requests were taken on`);
});

test("a caller that has the gateway reset stream after stream is cut off (CVE-2025-8671)", async (t) => {
  const serving = await serve(t, () => {});
  const client = caller(t, serving);
  for (let stream = 1; stream < 4000; stream += 2) {
    client.request(stream, head).send(frame(WINDOW_UPDATE, 0, stream, uint32(0)));
  }
  await until(() => client.isClosed, "the connection is closed");
  assert.ok(serving.exchanges.length <= 500, `${serving.exchanges.length} requests were taken on`);
});

test("resets now and then are borne", async (t) => {
  const serving = await serve(t, () => {});
  const client = caller(t, serving);
  for (let round = 0; round < 8; round++) {
    for (let index = 0; index < 90; index++) {
      const stream = 2 * (round * 90 + index) + 1;
      client.request(stream, head).send(reset(stream, constants.NGHTTP2_CANCEL));
    }
    await until(() => serving.exchanges.length === 90 * (round + 1), "the requests are there");
    await until(() => serving.exchanges.every(({ isOver }) => isOver), "they are over");
    serving.pass(5_000);
  }
  assert.equal(client.isClosed, false);
});

test("no more than a hundred streams are open at once, whatever the caller believes", async (t) => {
  const serving = await serve(t, () => {});
  const client = caller(t, serving);
  for (let stream = 1; stream < 301; stream += 2) client.request(stream, head);
  await until(() => client.framesOf(RST_STREAM).length === 50, "the others are refused");
  assert.equal(serving.exchanges.length, 100);
  const codes = new Set(client.framesOf(RST_STREAM).map(({ payload }) => payload.readUInt32BE()));
  assert.deepEqual(codes, new Set([constants.NGHTTP2_REFUSED_STREAM]));
});

for (const [what, flood] of [
  ["PING", frame(PING, 0, 0, Buffer.alloc(8))],
  ["SETTINGS", frame(SETTINGS, 0, 0, Buffer.concat([Buffer.from([0, 4]), uint32(65_535)]))],
] as const) {
  test(`a flood of ${what} frames ends the connection`, async (t) => {
    const serving = await serve(t, respond);
    const client = caller(t, serving);
    for (let count = 0; count < 20; count++) client.send(...Array.from({ length: 500 }, () => flood));
    await until(() => client.isClosed, "the connection is closed");
    assert.ok(client.frames.filter(({ flags }) => flags === ACK).length < 10_000);
  });
}

test("a head that goes on and on in CONTINUATION frames ends the connection", async (t) => {
  const serving = await serve(t, respond);
  const client = caller(t, serving);
  client.send(frame(HEADERS, END_STREAM, 1, fieldSection(head)));
  const more = fieldSection([["x-filler", "v".repeat(8_000)]]);
  for (let count = 0; count < 200 && !client.isClosed; count++) client.send(frame(CONTINUATION, 0, 1, more));
  await until(() => client.isClosed, "the connection is closed");
  assert.equal(serving.exchanges.length, 0);
});

test("empty CONTINUATION frames without end do so too", async (t) => {
  const serving = await serve(t, respond);
  const client = caller(t, serving);
  client.send(frame(HEADERS, END_STREAM, 1, fieldSection(head)));
  for (let count = 0; count < 1000; count++) client.send(frame(CONTINUATION, 0, 1));
  await until(() => client.isClosed, "the connection is closed");
  assert.equal(serving.exchanges.length, 0);
});

test("a head longer than the limit is answered 431, one of too many fields is reset", async (t) => {
  const serving = await serve(t, respond);
  const client = caller(t, serving);
  const send = (stream: number, section: Buffer) => {
    client.send(frame(HEADERS, END_STREAM, stream, section.subarray(0, 16_000)));
    for (let at = 16_000; at < section.length; at += 16_000) {
      const flags = at + 16_000 < section.length ? 0 : END_HEADERS;
      client.send(frame(CONTINUATION, flags, stream, section.subarray(at, at + 16_000)));
    }
  };
  const lengths = [16_380, 30_000, 60_000];
  for (const [index, length] of lengths.entries()) {
    send(2 * index + 1, fieldSection([...head, ["x-a", "v".repeat(length)]]));
  }
  send(7, fieldSection([...head, ...Array.from({ length: 20 }, (_, i): Field => [`x-${i}`, "v".repeat(5_000)])]));
  client.request(9, [...head, ...Array.from({ length: 1_000 }, (_, i): Field => [`x-${i}`, "v"])]);
  client.request(11, head);
  await until(() => [1, 3, 5, 7, 9, 11].every((stream) => client.isDone(stream)), "all are done with");
  for (const stream of [1, 3, 5, 7]) {
    const [body] = client.framesOf(DATA, stream);
    assert.equal(body?.payload.toString(), "head too long\n");
  }
  assert.equal(client.framesOf(RST_STREAM, 9).length, 1);
  assert.equal(serving.exchanges.length, 1);
});

test("what is no HTTP/2 ends the connection", async (t) => {
  const serving = await serve(t, respond);
  for (const bytes of [
    Buffer.from("GET / HTTP/1.1\r\nHost: a.test\r\n\r\n"),
    frame(DATA, 0, 0, Buffer.from("x")),
    frame(HEADERS, END_HEADERS | END_STREAM, 1, Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff])),
    frame(HEADERS, END_HEADERS, 2, fieldSection(head)),
    frame(PING, 0, 0, Buffer.alloc(3)),
    frame(GOAWAY, 0, 7, Buffer.alloc(8)),
    frame(WINDOW_UPDATE, 0, 0, uint32(0)),
  ]) {
    const client = caller(t, serving).send(bytes);
    await until(() => client.isClosed || client.goawayCode > 0, `${bytes.toString("hex")} ends the connection`);
  }
  assert.equal(serving.exchanges.length, 0);
  const client = caller(t, serving).request(1, head);
  await until(() => client.isDone(1), "another caller is served");
});
