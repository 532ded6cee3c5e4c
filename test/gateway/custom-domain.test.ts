import assert from "node:assert/strict";
import { test } from "node:test";
import type { CustomDomainState } from "../../src/snapshot/delta.ts";
import { type CallOptions, call, startEcho, startGateway } from "./running.ts";
import { api, delta, host, httpBackend, release, service, serving } from "./state.ts";

const name = "api.example.com";

function domain(change: Partial<CustomDomainState> = {}): CustomDomainState {
  return { name, protocol: "http", isForcedHttps: false, certificateId: null, mappings: null, ...change };
}

function servingDomain(change: Partial<CustomDomainState> = {}) {
  return serving([api()], { services: [service({ customDomains: [domain(change)] })] });
}

const at: CallOptions = { host: name };

test("a domain with the default mapping is used like the service's own", async (t) => {
  const { port } = await startGateway(t, servingDomain());
  assert.equal((await call(port, "/release/x", at)).body, "mock");
  assert.equal((await call(port, "/release", { host: "API.example.com.:8080" })).status, 200);
  assert.equal((await call(port, "/x", at)).body, '{"message":"There is no api match default env_mapping \'\\/x\'"}\n');
  assert.equal((await call(port, "/release/x", { host: `sub.${name}` })).status, 404);
});

test("with mappings the longest path that fits on segment boundaries names the environment, and is cut off", async (t) => {
  const echo = await startEcho(t);
  const mappings = [
    { prefix: "", environment: "release" },
    { prefix: "/v1", environment: "test" },
    { prefix: "/v1/next", environment: "prepub" },
  ] as const;
  const environments = (["release", "test", "prepub"] as const).map((environment) =>
    release([api({ backend: httpBackend(echo, `/${environment}`) })], environment),
  );
  const { port } = await startGateway(t, {
    ...servingDomain({ mappings }),
    environments,
  });
  const seen = async (path: string) => JSON.parse((await call(port, path, at)).body).url;
  assert.equal(await seen("/"), "/release");
  assert.equal(await seen("/v10/a"), "/release/v10/a");
  assert.equal(await seen("/v1"), "/test");
  assert.equal(await seen("/v1/a?b=c"), "/test/a?b=c");
  assert.equal(await seen("/v1/next/a"), "/prepub/a");
  assert.equal(await seen("/v1/nextgen"), "/test/nextgen");
});

test("with mappings the default paths stop working, and a path that none fits is told by its first piece", async (t) => {
  const mappings = [{ prefix: "/shop", environment: "release" }] as const;
  const { port } = await startGateway(t, servingDomain({ mappings }));
  assert.equal((await call(port, "/shop/a", at)).body, "mock");
  const body = (piece: string) => `{"message":"There is no api match env_mapping '\\/${piece}'"}\n`;
  for (const [path, piece] of [
    ["/", ""],
    ["/release/shop", "release"],
    ["/shopping", "shopping"],
  ] as const) {
    const reply = await call(port, path, at);
    assert.equal(reply.status, 404);
    assert.equal(reply.body, body(piece));
  }
  assert.equal((await call(port, "/release/a", { host })).status, 200, "the default domain keeps its own mapping");
});

test("a mapped environment that is offline answers like any that is", async (t) => {
  const mappings = [{ prefix: "", environment: "test" }] as const;
  const { port } = await startGateway(t, servingDomain({ mappings }));
  const reply = await call(port, "/a", at);
  assert.equal(reply.status, 404);
  assert.match(reply.body, /no api match uri/);
});

test("the domain's protocol counts on the domain, the service's on its own hosts", async (t) => {
  const services = [service({ protocol: "http", customDomains: [domain({ protocol: "https" })] })];
  const { port } = await startGateway(t, serving([api()], { services }), {
    settings: { trustedProxies: ["127.0.0.1"] },
  });
  const overTls: CallOptions = { headers: [["X-Forwarded-Proto", "https"]] };
  const plain = await call(port, "/release/", at);
  assert.equal(plain.status, 426);
  assert.match(plain.body, /Not allow use HTTP protocol/);
  assert.equal((await call(port, "/release/", { ...at, ...overTls })).status, 200);
  assert.equal((await call(port, "/release/", overTls)).status, 426);
  assert.equal((await call(port, "/release/")).status, 200);
});

test("where HTTPS is forced, plain calls are redirected with path and query as they were asked for", async (t) => {
  const state = servingDomain({ protocol: "http&https", isForcedHttps: true });
  const { port } = await startGateway(t, state, { settings: { trustedProxies: ["127.0.0.1"] } });
  for (const [method, status] of [
    ["GET", 301],
    ["HEAD", 301],
    ["POST", 308],
    ["DELETE", 308],
  ] as const) {
    const reply = await call(port, "/release/a%20b?c=d&e", { ...at, method });
    assert.equal(reply.status, status, method);
    assert.equal(reply.headers.location, `https://${name}/release/a%20b?c=d&e`);
    assert.equal(reply.body, "");
  }
  const headers = [["X-Forwarded-Proto", "https"]] as const;
  assert.equal((await call(port, "/release/", { ...at, headers })).status, 200);
  assert.equal((await call(port, "/release/")).status, 200, "the default domain is not redirected");
});

test("X-Forwarded-Proto of a peer that is no trusted proxy changes nothing", async (t) => {
  const { port } = await startGateway(t, servingDomain({ protocol: "http&https", isForcedHttps: true }));
  const headers = [["X-Forwarded-Proto", "https"]] as const;
  assert.equal((await call(port, "/release/", { ...at, headers })).status, 301);
});

test("binding, changing, moving and unbinding take effect with the next call, without a release", async (t) => {
  const other = service({ id: "service-other000", hosts: ["other.example"] });
  const { port, gateway } = await startGateway(t, serving([api()], { services: [service(), other] }));
  assert.match((await call(port, "/release/", at)).body, /no api match host/);

  const bound = service({ customDomains: [domain()] });
  gateway.apply(delta({ seq: 2, services: [bound] }));
  assert.equal((await call(port, "/release/", at)).status, 200);
  gateway.apply(
    delta({
      seq: 3,
      services: [service({ customDomains: [domain({ mappings: [{ prefix: "/m", environment: "release" }] })] })],
    }),
  );
  assert.equal((await call(port, "/release/", at)).status, 404);
  assert.equal((await call(port, "/m", at)).status, 200);

  // The other service has no release: its answer tells whose the domain is now.
  gateway.apply(delta({ seq: 4, services: [{ ...other, customDomains: [domain()] }, service()] }));
  assert.match((await call(port, "/release/", at)).body, /no api match uri/);
  gateway.apply(delta({ seq: 5, services: [other] }));
  assert.match((await call(port, "/release/", at)).body, /no api match host/);
});

test("a release reaches custom domains as well as the default one", async (t) => {
  const { port, gateway } = await startGateway(t, servingDomain());
  gateway.apply(delta({ seq: 2, environments: [release([api({ backend: { type: "MOCK", body: "second" } })])] }));
  assert.equal((await call(port, "/release/", at)).body, "second");
});
