import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:http2";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { promisify } from "node:util";
import { defaultGatewaySettings } from "../../src/gateway/settings.ts";
import { type Received, read, signed, startBackend, startEcho, until } from "../gateway/running.ts";
import { api, host, httpBackend, serving, servingKeyed } from "../gateway/state.ts";
import { watchMetrics } from "../gateway/watched-metrics.ts";
import { callHttp2, callHttps, openHttp2, replyOf, startTlsGateway } from "./callers.ts";

test("what a backend gets of an HTTP/2 request is what HTTP/1.1 would have brought it", async (t) => {
  const echo = await startEcho(t);
  const { tlsPort } = await startTlsGateway(t, serving([api({ backend: httpBackend(echo) })]));
  const session = openHttp2(t, tlsPort);
  const headers = { "x-b": ["1", "2"], cookie: ["a=1", "b=2"], te: "trailers", "x-forwarded-proto": "http" };
  const reply = await callHttp2(session, "/release/p?q=%41", headers);
  const got = JSON.parse(reply.body) as Received;
  assert.deepEqual([got.method, got.url], ["GET", "/p?q=%41"]);
  const own = /^(?:x-forwarded-for|x-real-ip|x-b3-traceid|x-client-.*|x-api-.*)$/i;
  const pairs = got.rawHeaders.flatMap((name, i, all) => (i % 2 === 0 ? [[name, all[i + 1]]] : []));
  assert.deepEqual(
    pairs.filter(([name]) => !own.test(name ?? "")),
    [
      ["Host", `127.0.0.1:${echo}`],
      ["x-b", "1"],
      ["x-b", "2"],
      ["cookie", "a=1; b=2"],
    ],
  );
});

test("bodies of every size and framing reach the backend whole, without trailers", async (t) => {
  const seen: { readonly length: number; readonly framing: string; readonly trailers: readonly string[] }[] = [];
  const backend = await startBackend(t, async (req, res) => {
    const body = await read(req);
    const framing = req.headers["content-length"] ?? req.headers["transfer-encoding"] ?? "none";
    seen.push({ length: body.length, framing, trailers: req.rawTrailers });
    res.end(String(body.length));
  });
  const { tlsPort } = await startTlsGateway(t, serving([api({ backend: httpBackend(backend) })]));
  const session = openHttp2(t, tlsPort);
  for (const size of [0, 5, 20_000, 300_000]) {
    const body = Buffer.alloc(size, "b");
    assert.equal((await callHttp2(session, "/release/", { "content-length": size }, body)).body, String(size));
    const stream = session.request(
      { ":method": "POST", ":path": "/release/", ":authority": host },
      { waitForTrailers: true },
    );
    stream.on("wantTrailers", () => stream.sendTrailers({ "x-trailer": "1" }));
    stream.end(body);
    assert.equal((await replyOf(stream)).body, String(size));
  }
  const framings = ["0", "0", "5", "5", "20000", "chunked", "300000", "chunked"];
  assert.deepEqual(
    seen.map(({ framing }) => framing),
    framings,
  );
  assert.ok(seen.every(({ trailers }) => trailers.length === 0));
});

test("an upload that is broken off never reaches the backend as a whole one", async (t) => {
  let begun = 0;
  const ends: string[] = [];
  const backend = await startBackend(t, (req) => {
    begun++;
    req.resume();
    req.on("end", () => ends.push("whole"));
    req.on("error", () => ends.push("broken"));
  });
  const { tlsPort, records } = await startTlsGateway(t, serving([api({ backend: httpBackend(backend) })]));
  const session = openHttp2(t, tlsPort);
  for (const [index, extra] of [{}, { "content-length": 100_000 }].entries()) {
    const stream = session.request({ ":method": "POST", ":path": "/release/", ":authority": host, ...extra });
    stream.on("error", () => {});
    stream.write(Buffer.alloc(30_000));
    await until(() => begun === index + 1, "the backend has begun to receive");
    stream.destroy(new Error("broken off"));
    await until(() => ends.length === index + 1, "the backend has seen the end");
    await until(() => records.length === index + 1, "it is logged");
  }
  assert.deepEqual(ends, ["broken", "broken"]);
  assert.deepEqual(
    records.map(({ status }) => status),
    [499, 499],
  );
});

test("an answer streams as fast as the caller reads, and breaks off where the backend does", async (t) => {
  const part = Buffer.alloc(64 * 1024, "p");
  let sent = 0;
  const backend = await startBackend(t, async (req, res) => {
    if (req.url === "/half") {
      res.write("half", () => res.destroy());
      return;
    }
    while (sent < 200 && !res.destroyed) {
      sent++;
      if (!res.write(part)) await once(res, "drain");
    }
    res.end();
  });
  const { tlsPort } = await startTlsGateway(t, serving([api({ backend: httpBackend(backend) })]));
  const session = openHttp2(t, tlsPort);
  const stream = session.request({ ":path": "/release/", ":authority": host });
  await once(stream, "response");
  for (let before = -1; before !== sent; await turn()) {
    before = sent;
    for (let count = 0; count < 50; count++) await turn();
  }
  assert.ok(sent < 200, `${sent} parts were sent to a caller that does not read`);
  assert.equal((await replyOf(stream)).body.length, 200 * part.length);
  const half = await callHttp2(session, "/release/half");
  assert.deepEqual([half.status, half.body, half.rstCode], [200, "half", constants.NGHTTP2_INTERNAL_ERROR]);
});

test("fields of a backend that HTTP/2 has no place for are left out, odd ones pass", async (t) => {
  const backend = await startBackend(t, (_req, res) => {
    res.sendDate = false;
    res.writeHead(203, "Odd reason", [
      ...["Content-Type", "text/x", "Content-Type", "text/y", "Set-Cookie", "a=1", "Set-Cookie", "b=2"],
      ...["X-Latin", "\u00e9", "Connection", "x-hop", "X-Hop", "1", "Keep-Alive", "timeout=1", "__proto__", "1"],
      ...["X-Api-RequestId", "forged"],
    ]);
    res.end("ok");
  });
  const { tlsPort } = await startTlsGateway(t, serving([api({ backend: httpBackend(backend) })]));
  const stream = openHttp2(t, tlsPort).request({ ":path": "/release/", ":authority": host });
  const [, , raw] = (await once(stream, "response")) as [unknown, unknown, string[]];
  const pairs = raw.flatMap((name, i, all) => (i % 2 === 0 ? [[name, all[i + 1]]] : []));
  const valuesOf = (wanted: string) => pairs.filter(([name]) => name === wanted).map(([, value]) => value);
  assert.deepEqual(valuesOf(":status"), ["203"]);
  assert.deepEqual(valuesOf("content-type"), ["text/x", "text/y"]);
  assert.deepEqual(valuesOf("set-cookie"), ["a=1", "b=2"]);
  assert.deepEqual(valuesOf("x-latin"), ["\u00e9"]);
  assert.deepEqual(valuesOf("__proto__"), ["1"]);
  assert.equal(valuesOf("date").length, 1);
  assert.match(valuesOf("x-api-requestid").join(), /^[0-9a-f]{32}$/);
  for (const gone of ["connection", "keep-alive", "x-hop", "transfer-encoding"]) assert.deepEqual(valuesOf(gone), []);
});

test("limits count calls of both versions together", async (t) => {
  const { tlsPort } = await startTlsGateway(t, servingKeyed({ quota: 3 }, { authType: "SECRET" }));
  const session = openHttp2(t, tlsPort);
  const headers = Object.fromEntries(signed(Date.now()));
  const statuses: number[] = [];
  for (let count = 0; count < 3; count++) {
    statuses.push((await callHttp2(session, "/release/", headers)).status);
    statuses.push((await callHttps(tlsPort, "/release/", headers)).status);
  }
  assert.deepEqual(statuses, [200, 200, 200, 429, 429, 429]);
});

test("what the engine refuses is answered and logged like over HTTP/1.1", async (t) => {
  const state = serving([api({ backend: httpBackend(await startEcho(t)) })]);
  const { tlsPort, records } = await startTlsGateway(t, state, { settings: { maxBodyBytes: 10 } });
  const session = openHttp2(t, tlsPort);
  const long = await callHttp2(session, "/release/", {}, "01234567890");
  assert.deepEqual([long.status, long.body], [413, '{"message":"Request Entity Too Large"}\n']);
  const head = await callHttp2(session, "/release/", { "x-long": "v".repeat(17_000) });
  assert.deepEqual([head.status, head.body], [431, '{"message":"Request Header Fields Too Large"}\n']);
  const body = await callHttp2(session, "/release/", { ":method": "GET" }, "body");
  assert.deepEqual([body.status, body.body], [400, '{"message":"Bad Request"}\n']);
  assert.equal((await callHttp2(session, "/release/")).status, 200);
  await until(() => records.length === 4, "all are logged");
  assert.deepEqual(
    records.map(({ status, scheme }) => [status, scheme]),
    [413, 431, 400, 200].map((status) => [status, "https"]),
  );
});

test("calls over the cap on streams are refused, to be sent again, and counted", async (t) => {
  const { reached, metrics } = watchMetrics();
  let answer = () => {};
  const backend = await startBackend(t, (_req, res) => {
    answer = () => void res.end("late");
  });
  const caps = { ...defaultGatewaySettings.caps, streams: 1 };
  const state = serving([api({ backend: httpBackend(backend) })]);
  const { tlsPort } = await startTlsGateway(t, state, { settings: { caps }, metrics });
  const before = answer;
  const first = callHttp2(openHttp2(t, tlsPort), "/release/");
  await until(() => answer !== before, "the backend is asked");
  const other = openHttp2(t, tlsPort);
  assert.equal((await callHttp2(other, "/release/")).rstCode, constants.NGHTTP2_REFUSED_STREAM);
  assert.deepEqual(reached, ["streams"]);
  answer();
  assert.equal((await first).body, "late");
});

test("curl speaks HTTP/2 to it", async (t) => {
  const run = promisify(execFile);
  const version = await run("curl", ["--version"]).catch(() => ({ stdout: "" }));
  if (!/\bHTTP2\b/.test(version.stdout)) return t.skip("no curl with HTTP/2 here");
  const echo = await startEcho(t);
  const { tlsPort } = await startTlsGateway(t, serving([api({ backend: httpBackend(echo) })]));
  const url = `https://127.0.0.1:${tlsPort}/release/a`;
  const common = ["-sk", "--max-time", "10", "-H", `Host: ${host}`, "-w", "\n%{http_version} %{http_code}"];
  const posted = await run("curl", [...common, "--http2", "-d", "hello", url]);
  assert.match(posted.stdout, /"body":"hello"\}\n2 200$/);
  const old = await run("curl", [...common, "--http1.1", url]);
  assert.match(old.stdout, /\n1\.1 200$/);
});
