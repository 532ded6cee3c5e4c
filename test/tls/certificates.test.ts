import assert from "node:assert/strict";
import { Agent } from "node:https";
import { type TestContext, test } from "node:test";
import type { ConnectionOptions } from "node:tls";
import type { CertificateSet } from "../../src/model/certificate.ts";
import type { CustomDomainState } from "../../src/snapshot/delta.ts";
import { until } from "../gateway/running.ts";
import { api, delta, host, service, serving } from "../gateway/state.ts";
import {
  callHttp2,
  callHttps,
  certificatesOf,
  fallbackPair,
  makePair,
  openHttp2,
  shakeHands,
  startTlsGateway,
} from "./callers.ts";

const shopPair = makePair("shop.example.com");
const newPair = makePair("shop.example.com", "new.example.com");

function domain(name: string, certificateId: string | null): CustomDomainState {
  return { name, protocol: "http&https", isForcedHttps: false, certificateId, mappings: null };
}

function stateWith(...customDomains: CustomDomainState[]) {
  return serving([api()], { services: [service({ customDomains })] });
}

function start(t: TestContext, certificates: CertificateSet, ...domains: CustomDomainState[]) {
  return startTlsGateway(t, stateWith(...domains), { certificates });
}

/** Serial number of the certificate a caller is shown. */
async function shown(port: number, servername: string, options: ConnectionOptions = {}): Promise<string> {
  const socket = await shakeHands(port, { servername, ...options });
  const { raw } = socket.getPeerCertificate();
  socket.destroy();
  return raw.toString("base64");
}

const rawOf = ({ certificate }: { readonly certificate: string }) => certificate.replace(/-----[A-Z ]+-----|\n/g, "");

test("the name a caller asks for chooses the certificate; who asks for none or another is shown the gateway's own", async (t) => {
  const certificates = certificatesOf(fallbackPair, { shop: shopPair });
  const { tlsPort, faults } = await start(
    t,
    certificates,
    domain("shop.example.com", "shop"),
    domain("plain.example.com", null),
    domain("lost.example.com", "lost"),
  );
  for (const version of ["TLSv1.2", "TLSv1.3"] as const) {
    const only = { minVersion: version, maxVersion: version };
    assert.equal(await shown(tlsPort, "shop.example.com", only), rawOf(shopPair));
    assert.equal(await shown(tlsPort, "SHOP.example.com", only), rawOf(shopPair));
    assert.equal(await shown(tlsPort, "", only), rawOf(fallbackPair));
    for (const name of [host, "plain.example.com", "unknown.example.com", "sub.shop.example.com", "__proto__"]) {
      assert.equal(await shown(tlsPort, name, only), rawOf(fallbackPair), name);
    }
  }
  assert.deepEqual(faults, []);
  assert.equal(await shown(tlsPort, "lost.example.com"), rawOf(fallbackPair));
  assert.equal(await shown(tlsPort, "lost.example.com"), rawOf(fallbackPair));
  assert.deepEqual(faults, [{ certificate: "lost", domain: "lost.example.com" }]);
});

test("a domain that gets another certificate shows it from the next handshake on, and open connections go on", async (t) => {
  const certificates = certificatesOf(fallbackPair, { shop: shopPair, new: newPair });
  const { tlsPort, gateway } = await start(t, certificates, domain("shop.example.com", "shop"));
  const session = openHttp2(t, tlsPort, { servername: "shop.example.com", ca: shopPair.certificate });
  const overHttp2 = () => callHttp2(session, "/release/", { ":authority": "shop.example.com" });
  assert.equal((await overHttp2()).status, 200);
  for (const [id, pair] of [
    ["new", newPair],
    ["shop", shopPair],
    [null, fallbackPair],
  ] as const) {
    gateway.apply(delta({ seq: 2, services: [service({ customDomains: [domain("shop.example.com", id)] })] }));
    assert.equal(await shown(tlsPort, "shop.example.com"), rawOf(pair));
    assert.equal((await overHttp2()).status, 200);
  }
  assert.equal(session.closed, false);
});

test("a certificate that turns out to be no good costs the handshakes that ask for it, and nothing else", async (t) => {
  const certificates = certificatesOf(fallbackPair, { shop: { certificate: "spoilt", key: "spoilt" } });
  const { tlsPort } = await start(t, certificates, domain("shop.example.com", "shop"));
  await assert.rejects(shown(tlsPort, "shop.example.com"));
  assert.equal(await shown(tlsPort, "localhost"), rawOf(fallbackPair));
});

test("sessions are resumed, and not with a certificate that has been replaced", async (t) => {
  const { tlsPort, gateway } = await start(t, certificatesOf(fallbackPair));
  const options = { minVersion: "TLSv1.2", maxVersion: "TLSv1.2", servername: "localhost" } as const;
  const first = await shakeHands(tlsPort, options);
  const session = first.getSession();
  assert.ok(session);
  first.destroy();
  const isReused = async () => {
    const socket = await shakeHands(tlsPort, { ...options, session });
    const isSessionReused = socket.isSessionReused();
    socket.destroy();
    return isSessionReused;
  };
  assert.equal(await isReused(), true);
  gateway.useCertificates(certificatesOf(newPair));
  assert.equal(await isReused(), false);
});

test("certificates replaced under load cost no call, on connections new and kept, in both versions of HTTP", async (t) => {
  const pairs = [fallbackPair, makePair("two.test", "localhost"), makePair("three.test", "localhost")] as const;
  const { tlsPort, gateway } = await start(t, certificatesOf(pairs[0]), domain("shop.example.com", "shop"));
  const ca = pairs.map(({ certificate }) => certificate);
  const session = openHttp2(t, tlsPort, { ca });
  const agent = new Agent({ keepAlive: true, maxSockets: 4, ca });
  t.after(() => agent.destroy());
  const statuses = new Map<number, number>();
  let replaced = 0;
  const count = ({ status }: { readonly status: number }) => statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const repeat = async (times: number, ask: () => Promise<{ readonly status: number }>) => {
    for (let index = 0; index < times; index++) count(await ask());
  };
  const replacing = setInterval(() => gateway.useCertificates(certificatesOf(pairs[++replaced % 3] ?? pairs[0])), 50);
  await Promise.all([
    ...[1, 2, 3, 4].map(() => repeat(150, () => callHttps(tlsPort, "/release/", {}, agent))),
    ...[1, 2, 3, 4].map(() => repeat(150, () => callHttp2(session, "/release/"))),
    ...[1, 2].map(() => repeat(40, () => callHttps(tlsPort, "/release/", {}, new Agent({ ca })))),
    repeat(20, () => {
      const own = openHttp2(t, tlsPort, { ca });
      return callHttp2(own, "/release/").finally(() => own.close());
    }),
  ]).finally(() => clearInterval(replacing));
  await until(() => replaced >= 3, "certificates were replaced");
  assert.deepEqual(statuses, new Map([[200, 600 + 600 + 80 + 20]]));
});
