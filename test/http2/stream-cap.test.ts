import assert from "node:assert/strict";
import { type ClientHttp2Session, type ClientHttp2Stream, constants } from "node:http2";
import { test } from "node:test";
import { StreamCap } from "../../src/http2/stream-cap.ts";
import { until } from "../gateway/running.ts";
import { replyOf } from "../tls/callers.ts";
import { open, serve } from "./serving.ts";

function ask(session: ClientHttp2Session): ClientHttp2Stream {
  const stream = session.request({ ":path": "/" });
  stream.on("error", () => {});
  return stream;
}

test("streams over the cap are refused on whatever connection they come, and closed ones make room", async (t) => {
  let refusals = 0;
  const { port, exchanges } = await serve(t, () => {}, {}, new StreamCap(3, () => refusals++));
  const [first, second] = [open(t, port), open(t, port)];
  const answered = replyOf(ask(first));
  ask(first);
  await until(() => exchanges.length === 2, "two are open");
  const reset = ask(second);
  await until(() => exchanges.length === 3, "three are open");

  for (const session of [first, second]) {
    assert.equal((await replyOf(ask(session))).rstCode, constants.NGHTTP2_REFUSED_STREAM);
  }
  const upload = second.request({ ":path": "/", ":method": "POST" });
  upload.end("x".repeat(1_000));
  assert.equal((await replyOf(upload)).rstCode, constants.NGHTTP2_REFUSED_STREAM);
  assert.deepEqual([exchanges.length, refusals], [3, 3]);

  exchanges[0]?.respond(200, "");
  assert.equal((await answered).status, 200);
  reset.close(constants.NGHTTP2_CANCEL);
  await until(() => exchanges[2]?.isOver === true, "the caller's reset is known");
  ask(second);
  ask(second);
  await until(() => exchanges.length === 5, "there was room for two");
  assert.equal((await replyOf(ask(first))).rstCode, constants.NGHTTP2_REFUSED_STREAM);
});

test("a connection that ends gives back the room of its streams once", async (t) => {
  const { server, port, exchanges } = await serve(t, () => {}, {}, new StreamCap(2, () => {}));
  const first = open(t, port);
  ask(first);
  ask(first);
  await until(() => exchanges.length === 2, "two are open");
  first.destroy();
  await until(() => server.connectionCount === 0, "the connection is gone");

  const second = open(t, port);
  ask(second);
  ask(second);
  await until(() => exchanges.length === 4, "there was room for two");
  assert.equal((await replyOf(ask(second))).rstCode, constants.NGHTTP2_REFUSED_STREAM);
});
