import assert from "node:assert/strict";
import { test } from "node:test";
import type { SnapshotDelta } from "../../src/snapshot/delta.ts";
import { call, StoppedClock, startGateway } from "./running.ts";
import { signingVectors, type Vector } from "./signing-vectors.ts";
import { api, key, planId, release, service, serving } from "./state.ts";

const vectors = signingVectors("key");

/** As the vectors' own setup says: key 1 bound, key 2 disabled, key 3 in a plan that is bound elsewhere. */
function stateFor(vector: Vector): SnapshotDelta {
  const hasPlan = vector.setup === undefined;
  const orders = api({ path: "/orders", authType: "SECRET" });
  const environments = ["test", "release"] as const;
  return serving([], {
    services: [
      service({
        hosts: ["service-abcd1234-1250000000.gz.apigw.tencentcs.com"],
        bindings: hasPlan ? environments.map((environment) => ({ planId, environment, apiId: null })) : [],
      }),
    ],
    environments: environments.map((environment) => release([orders], environment)),
    keys: [
      key(),
      key({ id: "AKIDtestvector0002", secret: "example-secret-key-0002", isEnabled: false }),
      key({ id: "AKIDtestvector0003", secret: "example-secret-key-0003", planIds: ["usagePlan-elsewhere"] }),
    ],
    plans: [
      { id: planId, ratePerSecond: -1, quota: -1 },
      { id: "usagePlan-elsewhere", ratePerSecond: -1, quota: -1 },
    ],
  });
}

test("there are 13 vectors that pass and 19 that fail", () => {
  assert.equal(vectors.filter((vector) => vector.expect.status === "pass").length, 13);
  assert.equal(vectors.filter((vector) => vector.expect.status !== "pass").length, 19);
});

for (const vector of vectors) {
  test(`vector ${vector.name}`, async (t) => {
    const clock = new StoppedClock(Date.parse(vector.serverTime));
    const { port } = await startGateway(t, stateFor(vector), { clock });
    const { method, wirePath, headers, body } = vector.request;
    const reply = await call(port, wirePath, {
      method,
      host: "service-abcd1234-1250000000.gz.apigw.tencentcs.com",
      headers: headers.filter(([name]) => name !== "Host"),
      ...(body === "" ? {} : { body }),
    });
    if (vector.expect.status === "pass") {
      assert.equal(reply.status, 200);
      return;
    }
    assert.equal(reply.status, vector.expect.status);
    assert.equal(reply.body, `${vector.expect.body}\n`);
    assert.equal(reply.headers["content-type"], "application/json; charset=utf-8");
    assert.match(String(reply.headers["x-api-requestid"]), /^[0-9a-f]{32}$/);
  });
}
