import assert from "node:assert/strict";
import { test } from "node:test";
import { signKeyPair } from "../../src/signing/key-pair.ts";
import type { SnapshotDelta } from "../../src/snapshot/delta.ts";
import { call, StoppedClock, signed, startGateway } from "./running.ts";
import { delta, key, keyId, keySecret, planId, service, servingKeyed } from "./state.ts";

const noon = Date.UTC(2026, 0, 1, 12);
const clock = new StoppedClock(noon);

async function ask(port: number, headers: readonly (readonly [string, string])[] = signed(noon)) {
  const { status, body } = await call(port, "/release/", { headers });
  return status === 200 ? 200 : [status, (JSON.parse(body) as { message: string }).message];
}

test("what happens to a key, its secret, its plans and their bindings is obeyed from the next request on", async (t) => {
  const { gateway, port } = await startGateway(t, servingKeyed(), { clock });
  assert.equal(await ask(port), 200);
  gateway.apply(delta({ keys: [key({ isEnabled: false })] }));
  assert.deepEqual(await ask(port), [401, "HMAC signature cannot be verified"]);
  gateway.apply(delta({ keys: [key({ secret: "another-secret-0001" })] }));
  assert.deepEqual(await ask(port), [401, "HMAC signature does not match"]);
  assert.equal(await ask(port, signed(noon, keyId, "another-secret-0001")), 200);
  gateway.apply(delta({ keys: [key({ planIds: [] })] }));
  assert.deepEqual(await ask(port), [401, "HMAC apikey is invalid for API"]);
  gateway.apply(delta({ keys: [key()], services: [service()] }));
  assert.deepEqual(await ask(port), [403, "Found no validate usage plan"]);
  const bindings = [{ planId, environment: "release", apiId: "api-abcd1234" }] as const;
  gateway.apply(delta({ services: [service({ bindings })] }));
  assert.equal(await ask(port), 200);
  gateway.apply(delta({ removedKeys: [keyId] }));
  assert.deepEqual(await ask(port), [401, "HMAC signature cannot be verified"]);
});

test("a plan bound in another environment is no plan here", async (t) => {
  const bindings = [{ planId, environment: "test", apiId: null }] as const;
  const { port } = await startGateway(t, servingKeyed({}, {}, { services: [service({ bindings })] }), { clock });
  assert.deepEqual(await ask(port), [403, "Found no validate usage plan"]);
});

// A signature that does not cover its date can be sent again for ever with a fresh one.
test("a date that is not signed is accepted as the hosted product did, and refused when set so", async (t) => {
  const source = ["Source", "x"] as const;
  const authorization = signKeyPair({ id: keyId, secret: keySecret, headers: [source] });
  const replayed = [source, ["X-Date", new Date(noon).toUTCString()], ["Authorization", authorization]] as const;
  const lenient = await startGateway(t, servingKeyed(), { clock });
  assert.equal(await ask(lenient.port, replayed), 200);
  const strict = await startGateway(t, servingKeyed(), { clock, settings: { isSignedDateRequired: true } });
  assert.deepEqual(await ask(strict.port, replayed), [
    401,
    "HMAC signature cannot be verified, a valid date or x-date header is required",
  ]);
  assert.equal(await ask(strict.port), 200);
});

test("how far the date may be off can be set, both ways", async (t) => {
  const { port } = await startGateway(t, servingKeyed(), { clock, settings: { clockSkewSeconds: 10 } });
  for (const seconds of [-10, 10]) assert.equal(await ask(port, signed(noon + seconds * 1000)), 200);
  for (const seconds of [-11, 11]) {
    assert.deepEqual(await ask(port, signed(noon + seconds * 1000)), [
      401,
      "HMAC signature cannot be verified, the x-date header is out of date for HMAC Authentication",
    ]);
  }
});

test("ids that are words of the language are ids like any other", async (t) => {
  const { port } = await startGateway(t, servingKeyed(), { clock });
  for (const id of ["__proto__", "constructor", "toString"]) {
    assert.deepEqual(await ask(port, signed(noon, id)), [401, "HMAC signature cannot be verified"]);
  }
});

test("a 401 names the scheme it wants", async (t) => {
  const { port } = await startGateway(t, servingKeyed(), { clock });
  const reply = await call(port, "/release/");
  assert.equal(reply.headers["www-authenticate"], "hmac");
});

test("a call that has passed is refused with the same signature once its key is disabled, replaced, unbound or gone", async (t) => {
  const { gateway, port } = await startGateway(t, servingKeyed());
  const headers = signed(Date.now());
  const status = async () => (await call(port, "/release/", { headers })).status;
  let seq = 1;
  const change = (parts: Partial<SnapshotDelta>) => gateway.apply(delta({ seq: ++seq, ...parts }));
  const changes: Partial<SnapshotDelta>[] = [
    { keys: [key({ isEnabled: false })] },
    { keys: [key({ secret: "another-secret" })] },
    { keys: [key({ planIds: [] })] },
    { removedKeys: [keyId] },
    { services: [service()] },
  ];
  for (const parts of changes) {
    for (let time = 0; time < 5; time++) assert.equal(await status(), 200);
    change(parts);
    assert.ok([401, 403].includes(await status()), JSON.stringify(parts));
    gateway.apply(servingKeyed({}, {}, { seq: ++seq }));
  }
});

test("a call that has passed is refused with the same signature once its date is too old", async (t) => {
  const clock = new StoppedClock(Date.UTC(2026, 0, 1));
  const { port } = await startGateway(t, servingKeyed(), { clock });
  const headers = signed(clock.now());
  for (let time = 0; time < 5; time++) assert.equal((await call(port, "/release/", { headers })).status, 200);
  clock.time += 900_000;
  assert.equal((await call(port, "/release/", { headers })).status, 200);
  clock.time += 1;
  const reply = await call(port, "/release/", { headers });
  assert.deepEqual([reply.status, /out of date/.test(reply.body)], [401, true]);
});
