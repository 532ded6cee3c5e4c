import assert from "node:assert/strict";
import { test } from "node:test";
import { call, startGateway } from "./running.ts";
import { api, delta, host, release, service, serviceId, serving } from "./state.ts";

const instanceId = "instance-abcd1234";
const shared = service({ id: "service-shared00", hosts: ["shared.example"] });
const placed = service({ instanceId });
const state = serving([api()], {
  services: [placed, shared],
  environments: [release([api()]), { ...release([api()]), serviceId: shared.id }],
});

test("nodes that belong to no instance answer for a service on one as for an unknown host", async (t) => {
  const { port, gateway } = await startGateway(t, state);
  const reply = await call(port, "/release/");
  assert.equal(reply.status, 404);
  assert.equal(reply.body, `{"message":"There is no api match host '${host}'"}\n`);
  assert.equal((await call(port, `/_/${serviceId}/release/`, { host: "localhost" })).status, 404);
  assert.equal((await call(port, "/release/", { host: "shared.example" })).status, 200);

  gateway.apply(delta({ seq: 2, environments: [release([api()])], services: [placed] }));
  assert.equal((await call(port, "/release/")).status, 404);
});

test("nodes of an instance serve what is placed on it, and nothing else", async (t) => {
  const { port } = await startGateway(t, state, { settings: { instanceId } });
  assert.equal((await call(port, "/release/")).status, 200);
  assert.equal((await call(port, `/_/${serviceId}/release/`, { host: "localhost" })).status, 200);
  assert.equal((await call(port, "/release/", { host: "shared.example" })).status, 404);
});

test("releases of services elsewhere are not compiled, and later ones of our own are", async (t) => {
  const { port, gateway, faults } = await startGateway(t, state);
  const broken = api({
    backend: { type: "HTTP", url: "nonsense", path: "", method: "GET", product: null, vpcId: null },
  });
  gateway.apply(delta({ seq: 2, environments: [release([broken])] }));
  assert.deepEqual(faults, []);
  const second = release([api({ backend: { type: "MOCK", body: "second" } })]);
  gateway.apply(delta({ seq: 3, environments: [{ ...second, serviceId: shared.id }] }));
  assert.equal((await call(port, "/release/", { host: "shared.example" })).body, "second");
});
