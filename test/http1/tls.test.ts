import assert from "node:assert/strict";
import { afterEach, it } from "node:test";
import { HttpServer } from "../../src/http1/server.ts";
import type { OriginOptions } from "../../src/http1/upstream-origin.ts";
import { ScriptedBackend, startRelay, until } from "./relay-fixture.ts";
import { portOf, statusesOf } from "./wire.ts";

/** Self-signed for `backend.test`, made for this test only. */
const CERT = `-----BEGIN CERTIFICATE-----
MIIBnjCCAUSgAwIBAgIUR2yzh6q24go1grEAou6h0YzrAC8wCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMYmFja2VuZC50ZXN0MCAXDTI2MTEyMjEzNTkxM1oYDzIxMjYx
MDI5MTM1OTEzWjAXMRUwEwYDVQQDDAxiYWNrZW5kLnRlc3QwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAATxrFbbVi8XOVJhkP3vsGjqxhVBhOM8/d8i7hMf1mOsH88B
NCHzCNjWu8cIMXAKypsWjaBmeqiRmI7gT7PEzUJao2wwajAdBgNVHQ4EFgQUQp9N
YkHIapKu+AH7KZb99O7iaB8wHwYDVR0jBBgwFoAUQp9NYkHIapKu+AH7KZb99O7i
aB8wDwYDVR0TAQH/BAUwAwEB/zAXBgNVHREEEDAOggxiYWNrZW5kLnRlc3QwCgYI
KoZIzj0EAwIDSAAwRQIgYndtskeFcW5ETQVfmf0zrERD0Rl3djp1vpFRQSnMjTUC
IQCNbERJ4FE7jBpccYwrsG91aTnikZq4wNxaWrZjTjGT1A==
-----END CERTIFICATE-----`;
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg0vQAnPMv0o/ohr+n
V3WNPU1jrztIVWVdgsl/eYDrOHShRANCAATxrFbbVi8XOVJhkP3vsGjqxhVBhOM8
/d8i7hMf1mOsH88BNCHzCNjWu8cIMXAKypsWjaBmeqiRmI7gT7PEzUJa
-----END PRIVATE KEY-----`;

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean();
});

/** A caller's two requests to a TLS backend, which is an `HttpServer` itself. */
async function callTwice(origin: Partial<OriginOptions>) {
  let connections = 0;
  const backend = new HttpServer({
    tls: { cert: CERT, key: KEY },
    onRequest: (exchange) => exchange.respond(200, "", Buffer.from(`over TLS ${exchange.request.target}`)),
  });
  backend.listener.on("secureConnection", () => connections++);
  await backend.listen({ port: 0, host: "127.0.0.1" });
  const relay = await startRelay(new ScriptedBackend(() => {}), {
    origin: { port: portOf(backend), ...origin },
    pool: { lookup: (_host, done) => done(null, ["127.0.0.1"]) },
  });
  cleanups.push(relay.stop, () => backend.stop());
  const caller = relay.client().send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\n");
  await until(() => statusesOf(caller.received).length === 1);
  await until(() => relay.origin.idleCount === relay.origin.connectionCount);
  caller.send("GET /2 HTTP/1.1\r\nHost: a\r\n\r\n");
  await until(() => statusesOf(caller.received).length === 2);
  return { received: caller.received, connections };
}

it("speaks TLS both ways, verified against the host, on a kept connection", async () => {
  const { received, connections } = await callTwice({ host: "backend.test", tls: { ca: CERT } });
  assert.match(received, /over TLS \/1.*over TLS \/2$/s);
  assert.equal(connections, 1);
});

it("does not talk to a backend whose certificate nobody vouches for", async () => {
  const { received } = await callTwice({ host: "backend.test", tls: {} });
  assert.deepEqual(statusesOf(received), [502, 502]);
  assert.match(received, /\r\n\r\ntls/);
});

it("does not talk to a backend whose certificate is for another name", async () => {
  const { received } = await callTwice({ host: "other.test", tls: { ca: CERT } });
  assert.deepEqual(statusesOf(received), [502, 502]);
  assert.match(received, /\r\n\r\ntls/);
});
