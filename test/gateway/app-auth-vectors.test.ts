import assert from "node:assert/strict";
import { test } from "node:test";
import type { SnapshotDelta } from "../../src/snapshot/delta.ts";
import { call, type Received, StoppedClock, startEcho, startGateway } from "./running.ts";
import { signingVectors, type Vector } from "./signing-vectors.ts";
import { api, httpBackend, release, service, serviceId, serving } from "./state.ts";

const vectors = signingVectors("app");
const host = "service-abcd1234-1250000000.gz.apigw.tencentcs.com";

/** As the vectors' own setup says: app 1 is bound, app 2 is not. */
function stateFor(vector: Vector, backendPort: number): SnapshotDelta {
  const hasApp = vector.setup === undefined;
  const environments = ["test", "release"] as const;
  const signed = api({ path: "/", authType: "APP", backend: httpBackend(backendPort) });
  return serving([], {
    services: [service({ hosts: [host] })],
    environments: environments.map((environment) => release([signed], environment)),
    apps: [
      { id: "app-1", key: "APIDtestvector0001", secret: "example-app-secret-0001" },
      { id: "app-2", key: "APIDtestvector0002", secret: "example-app-secret-0002" },
    ],
    appBindings: environments.map((environment) => ({
      serviceId,
      environment,
      apiId: signed.id,
      appIds: hasApp ? ["app-1"] : [],
    })),
  });
}

test("there are 10 vectors that pass and 8 that fail", () => {
  assert.equal(vectors.filter((vector) => vector.expect.status === "pass").length, 10);
  assert.equal(vectors.filter((vector) => vector.expect.status !== "pass").length, 8);
});

for (const vector of vectors) {
  test(`vector ${vector.name}`, async (t) => {
    const clock = new StoppedClock(Date.parse(vector.serverTime));
    const { port } = await startGateway(t, stateFor(vector, await startEcho(t)), { clock });
    const { method, wirePath, headers, body } = vector.request;
    const reply = await call(port, wirePath, { method, host, headers, ...(body === "" ? {} : { body }) });
    if (vector.expect.status === "pass") {
      assert.equal(reply.status, 200);
      const received: Received = JSON.parse(reply.body);
      assert.equal(received.method, method);
      assert.equal(received.body, body, "the body arrives whether or not it was read for the signature");
      return;
    }
    assert.equal(reply.status, vector.expect.status);
    assert.equal(reply.body, `${vector.expect.body}\n`);
    assert.equal(reply.headers["content-type"], "application/json; charset=utf-8");
    assert.match(String(reply.headers["x-api-requestid"]), /^[0-9a-f]{32}$/);
  });
}
