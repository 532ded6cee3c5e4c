import assert from "node:assert/strict";
import { Agent } from "node:https";
import { test } from "node:test";
import { call, type Received, signed, startEcho, until } from "../gateway/running.ts";
import { api, host, httpBackend, service, serving, servingKeyed } from "../gateway/state.ts";
import { callHttp2, callHttps, openHttp2, shakeHands, startTlsGateway } from "./callers.ts";

test("a signed call passes over TLS in both versions of HTTP, and an unsigned one does not", async (t) => {
  const echo = await startEcho(t);
  const { tlsPort, records } = await startTlsGateway(t, servingKeyed({}, { backend: httpBackend(echo) }));
  const session = openHttp2(t, tlsPort);
  const credentials = Object.fromEntries(signed(Date.now()));
  for (const [version, callWith] of [
    ["HTTP/1.1", (headers: Record<string, string>) => callHttps(tlsPort, "/release/a?b=c", headers)],
    ["HTTP/2.0", (headers: Record<string, string>) => callHttp2(session, "/release/a?b=c", headers)],
  ] as const) {
    const reply = await callWith(credentials);
    assert.equal(reply.status, 200, reply.body);
    const got = JSON.parse(reply.body) as Received;
    assert.deepEqual([got.method, got.url], ["GET", "/a?b=c"]);
    const fields = new Map(got.rawHeaders.flatMap((name, i, all) => (i % 2 === 0 ? [[name, all[i + 1]]] : [])));
    assert.equal(fields.get("X-Client-Proto"), "https");
    assert.equal(fields.get("X-Api-Scheme"), "https");
    assert.equal(fields.get("X-Client-Proto-Ver"), version);
    assert.equal(fields.get("x-b3-traceid"), reply.headers["x-api-requestid"]);
    assert.equal((await callWith({})).status, 401);
  }
  await until(() => records.length === 4, "all calls are logged");
  assert.deepEqual(
    records.map(({ scheme, status, host: name }) => [scheme, status, name]),
    [200, 401, 200, 401].map((status) => ["https", status, host]),
  );
});

test("connections are kept over TLS", async (t) => {
  const { tlsPort } = await startTlsGateway(t, serving([api()]));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  t.after(() => agent.destroy());
  const ports = new Set<string>();
  agent.on("free", (socket) => ports.add(String(socket.localPort)));
  for (let count = 0; count < 3; count++) {
    assert.equal((await callHttps(tlsPort, "/release/", {}, agent)).body, "mock");
  }
  await until(() => ports.size > 0, "the connection is free");
  assert.equal(ports.size, 1);
});

test("the scheme decides what a service offers: HTTPS calls to one of HTTP get 426, and the other way round", async (t) => {
  const httpOnly = serving([api()], { services: [service({ protocol: "http" })] });
  const { tlsPort, port, gateway } = await startTlsGateway(t, httpOnly);
  const session = openHttp2(t, tlsPort);
  const refusal = '{"message":"Not allow use HTTPS protocol"}\n';
  const overHttp2 = await callHttp2(session, "/release/");
  assert.deepEqual([overHttp2.status, overHttp2.body, overHttp2.headers.upgrade], [426, refusal, undefined]);
  const overHttp1 = await callHttps(tlsPort, "/release/");
  assert.deepEqual([overHttp1.status, overHttp1.body], [426, refusal]);
  gateway.apply(serving([api()], { services: [service({ protocol: "https" })] }));
  assert.equal((await callHttp2(session, "/release/")).status, 200);
  assert.equal((await callHttps(tlsPort, "/release/")).status, 200);
  assert.equal((await call(port, "/release/")).status, 426);
});

test("a domain that forces HTTPS sends plain callers there, and those who come over TLS are served", async (t) => {
  const name = "shop.example.com";
  const forced = { name, protocol: "http&https", isForcedHttps: true, certificateId: null, mappings: null } as const;
  const state = serving([api()], { services: [service({ customDomains: [forced] })] });
  const { tlsPort, port } = await startTlsGateway(t, state);
  const plain = await call(port, "/release/a?b=c", { host: name });
  assert.deepEqual([plain.status, plain.headers.location], [301, `https://${name}/release/a?b=c`]);
  assert.equal((await callHttps(tlsPort, "/release/a", { host: name })).status, 200);
  assert.equal((await callHttp2(openHttp2(t, tlsPort), "/release/a", { ":authority": name })).status, 200);
});

test("a trusted proxy's word about the scheme counts over TLS too, and nobody else's does", async (t) => {
  const state = serving([api()], { services: [service({ protocol: "https" })] });
  const claim = { "x-forwarded-proto": "http" };
  const open = await startTlsGateway(t, state);
  assert.equal((await callHttps(open.tlsPort, "/release/", claim)).status, 200);
  const behind = await startTlsGateway(t, state, { settings: { trustedProxies: ["127.0.0.1"] } });
  assert.equal((await callHttps(behind.tlsPort, "/release/", claim)).status, 426);
});

test("callers cannot renegotiate", async (t) => {
  const { tlsPort } = await startTlsGateway(t, serving([api()]));
  const socket = await shakeHands(tlsPort, { maxVersion: "TLSv1.2", ALPNProtocols: ["http/1.1"] });
  t.after(() => socket.destroy());
  const error = await new Promise<Error | null>((resolve) => {
    socket.on("error", resolve).on("close", () => resolve(new Error("closed")));
    socket.renegotiate({ rejectUnauthorized: false }, resolve);
  });
  assert.match(error?.message ?? "", /no renegotiation/);
});

test("HTTP/2 is offered first, HTTP/1.1 to those that do not know it, and other protocols are refused", async (t) => {
  const { tlsPort } = await startTlsGateway(t, serving([api()]));
  const chosen = async (ALPNProtocols?: string[]) => {
    const socket = await shakeHands(tlsPort, ALPNProtocols === undefined ? {} : { ALPNProtocols });
    socket.destroy();
    return socket.alpnProtocol;
  };
  assert.equal(await chosen(["http/1.1", "h2"]), "h2");
  assert.equal(await chosen(["http/1.1"]), "http/1.1");
  assert.equal(await chosen(), false);
  await assert.rejects(chosen(["spdy/3"]), { code: "ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL" });
});

test("TLS before 1.2 is refused", async (t) => {
  const { tlsPort } = await startTlsGateway(t, serving([api()]));
  for (const version of ["TLSv1.2", "TLSv1.3"] as const) {
    const socket = await shakeHands(tlsPort, { minVersion: version, maxVersion: version });
    assert.equal(socket.getProtocol(), version);
    socket.destroy();
  }
  const old = { minVersion: "TLSv1.1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" } as const;
  await assert.rejects(shakeHands(tlsPort, old), { code: "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION" });
});
