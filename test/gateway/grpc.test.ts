import assert from "node:assert/strict";
import { once } from "node:events";
import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  createServer,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from "node:http2";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import type { HttpBackend } from "../../src/model/api.ts";
import { openHttp2, startTlsGateway } from "../tls/callers.ts";
import { call, StoppedClock, until } from "./running.ts";
import { api, host, httpBackend, serving, servingKeyed } from "./state.ts";

type Serve = (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => void;

/** A server as gRPC ones are: HTTP/2 without TLS, known beforehand. */
async function startGrpc(t: TestContext, serve: Serve) {
  const sessions: ServerHttp2Session[] = [];
  const server = createServer();
  server.on("session", (session) => sessions.push(session));
  server.on("stream", (stream: ServerHttp2Stream, headers) => {
    stream.on("error", () => {});
    serve(stream, headers);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    for (const session of sessions) session.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, sessions };
}

function grpcBackend(port: number): HttpBackend {
  return { ...httpBackend(port, "/"), type: "GRPC" };
}

/** Answers with what was sent, message by message as it comes, and says at the end how that went. */
const echo: Serve = (stream) => {
  stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
  stream.on("wantTrailers", () =>
    stream.sendTrailers({ "grpc-status": "0", "x-count": ["1", "2"] as unknown as string }),
  );
  stream.pipe(stream);
};

const path = "/release/shop.Orders/Place";

function begin(session: ClientHttp2Session, headers: Record<string, string> = {}): ClientHttp2Stream {
  const fields = { "content-type": "application/grpc", te: "trailers", ...headers };
  return session.request({ ":method": "POST", ":path": path, ":authority": host, ...fields });
}

interface Ended {
  readonly head: IncomingHttpHeaders;
  readonly body: string;
  readonly trailers: IncomingHttpHeaders;
  readonly rstCode: number | undefined;
}

function ended(stream: ClientHttp2Stream): Promise<Ended> {
  let head: IncomingHttpHeaders = {};
  let trailers: IncomingHttpHeaders = {};
  let body = "";
  stream.on("response", (received) => {
    head = received;
  });
  stream.on("trailers", (received) => {
    trailers = received;
  });
  stream.on("data", (data) => {
    body += data;
  });
  stream.on("error", () => {});
  return new Promise((resolve) => stream.on("close", () => resolve({ head, body, trailers, rstCode: stream.rstCode })));
}

test("a call and its trailers pass, and the backend sees what gRPC and the gateway promise it", async (t) => {
  let received: IncomingHttpHeaders = {};
  const { port } = await startGrpc(t, (stream, headers) => {
    received = headers;
    echo(stream, headers);
  });
  const { tlsPort, records } = await startTlsGateway(t, serving([api({ backend: grpcBackend(port) })]));
  const stream = begin(openHttp2(t, tlsPort), { "x-own": "1", "x-real-ip": "forged" });
  const end = ended(stream);
  stream.end("message");
  const { head, body, trailers } = await end;
  assert.deepEqual([head[":status"], head["content-type"], body], [200, "application/grpc", "message"]);
  assert.match(String(head["x-api-requestid"]), /^[0-9a-f]{32}$/);
  assert.deepEqual([trailers["grpc-status"], trailers["x-count"]], ["0", "1, 2"]);
  const { ":method": method, ":path": target, ":authority": authority, te } = received;
  assert.deepEqual([method, target, authority, te], ["POST", "/shop.Orders/Place", `127.0.0.1:${port}`, "trailers"]);
  assert.deepEqual([received["x-own"], received["x-real-ip"]], ["1", "127.0.0.1"]);
  await until(() => records.length === 1, "it is logged");
  assert.deepEqual([records[0]?.status, records[0]?.backendStatus, records[0]?.responseBodyBytes], [200, 200, 7]);
});

test("both sides talk at once, for as long as neither falls silent, and calls share a connection", async (t) => {
  const { port, sessions } = await startGrpc(t, echo);
  const clock = new StoppedClock(1_000);
  const state = serving([api({ backend: grpcBackend(port), backendTimeoutSeconds: 5 })]);
  const { tlsPort } = await startTlsGateway(t, state, { clock });
  const session = openHttp2(t, tlsPort);
  const streams = [begin(session), begin(session), begin(session)];
  const ends = streams.map(ended);
  for (let round = 0; round < 5; round++) {
    for (const stream of streams) stream.write("x");
    await Promise.all(streams.map((stream) => once(stream, "data")));
    clock.time += 4_000;
  }
  for (const stream of streams) stream.end();
  for (const { body, trailers } of await Promise.all(ends)) {
    assert.deepEqual([body, trailers["grpc-status"]], ["xxxxx", "0"]);
  }
  assert.equal(sessions.length, 1);
});

test("an answer that is all head stays one", async (t) => {
  const { port } = await startGrpc(t, (stream) => {
    stream.respond({ ":status": 200, "grpc-status": "12", "grpc-message": "unimplemented" }, { endStream: true });
  });
  const { tlsPort } = await startTlsGateway(t, serving([api({ backend: grpcBackend(port) })]));
  const stream = begin(openHttp2(t, tlsPort));
  const [, flags] = (await Promise.all([once(stream, "response"), stream.end("message")]))[0] as [
    IncomingHttpHeaders,
    number,
  ];
  const END_STREAM = 1;
  assert.equal(flags & END_STREAM, END_STREAM);
  const { head } = await ended(stream);
  assert.deepEqual(head, {});
});

test("keys are asked for, and HTTP/1.1 has no way to gRPC", async (t) => {
  const { port, sessions } = await startGrpc(t, echo);
  const keyed = await startTlsGateway(t, servingKeyed({}, { backend: grpcBackend(port) }));
  const stream = begin(openHttp2(t, keyed.tlsPort));
  const end = ended(stream);
  stream.end();
  assert.equal((await end).head[":status"], 401);
  const open = await startTlsGateway(t, serving([api({ backend: grpcBackend(port) })]));
  const reply = await call(open.port, path, { method: "POST", body: "message" });
  assert.deepEqual([reply.status, JSON.parse(reply.body).message], [426, "Not allow use HTTP/1.1 protocol"]);
  assert.equal(sessions.length, 0);
});

test("a backend that is away is a 502, one that is silent a 504, and one that breaks off breaks the call off", async (t) => {
  const { port } = await startGrpc(t, (stream, headers) => {
    if (headers["x-do"] !== "break") return;
    stream.respond({ ":status": 200 });
    stream.write("half", () => stream.destroy(new Error("broken")));
  });
  const clock = new StoppedClock(1_000);
  const state = serving([
    api({ backend: grpcBackend(port), backendTimeoutSeconds: 5 }),
    api({ backend: grpcBackend(1), path: "/away" }, "api-away0000"),
  ]);
  const { tlsPort, records } = await startTlsGateway(t, state, { clock });
  const session = openHttp2(t, tlsPort);
  const away = session.request({ ":method": "POST", ":path": "/release/away", ":authority": host });
  const isAway = ended(away);
  away.end();
  assert.equal((await isAway).head[":status"], 502);

  const silent = begin(session);
  const isSilent = ended(silent);
  silent.write("x");
  await until(() => {
    clock.time += 100;
    return records.length === 2;
  }, "the limit passes");
  assert.equal((await isSilent).head[":status"], 504);

  const broken = begin(session, { "x-do": "break" });
  const isBroken = ended(broken);
  broken.end();
  const { body, trailers, rstCode } = await isBroken;
  assert.deepEqual([body, trailers], ["half", {}]);
  assert.notEqual(rstCode, 0);
});

test("a caller that gives up has its call cancelled at the backend", async (t) => {
  const resets: number[] = [];
  let begun = 0;
  const { port } = await startGrpc(t, (stream) => {
    begun++;
    stream.on("close", () => resets.push(stream.rstCode ?? -1));
  });
  const { tlsPort, records } = await startTlsGateway(t, serving([api({ backend: grpcBackend(port) })]));
  const stream = begin(openHttp2(t, tlsPort));
  stream.on("error", () => {});
  stream.write("x");
  await until(() => begun === 1, "it is under way");
  const CANCEL = 8;
  stream.close(CANCEL);
  await until(() => records.length === 1, "it is logged");
  assert.equal(records[0]?.status, 499);
  await until(() => resets.length === 1, "the backend is told");
  assert.deepEqual(resets, [CANCEL]);
});

test("an upstream of gRPC nodes is balanced, and the next node is tried while nothing was sent", async (t) => {
  const { port } = await startGrpc(t, echo);
  const upstreamId = "upstream-abcd1234";
  const nodes = [
    { address: "127.0.0.1:1", weight: 100 },
    { address: `127.0.0.1:${port}`, weight: 1 },
  ];
  const upstream = {
    id: upstreamId,
    scheme: "http",
    isGrpc: true,
    retries: 1,
    hostHeader: "orders.test",
    nodes,
    healthCheck: null,
  } as const;
  const backend = { ...httpBackend(1), url: "", product: "upstream", upstreamId };
  const { tlsPort, records } = await startTlsGateway(t, serving([api({ backend })], { upstreams: [upstream] }));
  const stream = begin(openHttp2(t, tlsPort));
  const end = ended(stream);
  stream.end("message");
  assert.equal((await end).trailers["grpc-status"], "0");
  await until(() => records.length === 1, "it is logged");
  assert.equal(records[0]?.backendAddress, `http://127.0.0.1:${port}`);
});
