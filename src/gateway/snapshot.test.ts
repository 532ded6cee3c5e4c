import assert from "node:assert/strict";
import { test } from "node:test";
import {
  api,
  delta,
  host,
  key,
  keyId,
  planId,
  release,
  service,
  serviceId,
  serving,
} from "../../test/gateway/state.ts";
import { systemClock } from "./clock.ts";
import { notServed } from "./limits/quota-desk.ts";
import { RateTable, rateCounterMemory } from "./limits/rate-counters.ts";
import { SharedWindows, windowMemory } from "./limits/shared-windows.ts";
import { PluginInstances } from "./plugins/plugin-instances.ts";
import { ResponseStore } from "./plugins/proxy-cache/response-store.ts";
import { Snapshot } from "./snapshot.ts";

function open(): { snapshot: Snapshot; problems: string[] } {
  const problems: string[] = [];
  const snapshot = new Snapshot({
    counters: new RateTable(rateCounterMemory(16)),
    quotas: { ask: async () => notServed, renew: () => {} },
    clock: systemClock,
    plugins: new PluginInstances(
      {
        clock: systemClock,
        endpoints: { post: () => Promise.reject(new Error("no endpoint is asked here")) },
        functions: [],
        responses: new ResponseStore(0),
        windows: new SharedWindows(windowMemory(2, 16)),
      },
      (place) => problems.push(place),
    ),
    instanceId: null,
    functions: [],
    prober: { probe: async () => "connection-failed" },
    onProblem: (place) => problems.push(place),
  });
  return { snapshot, problems };
}

const bound = service({ bindings: [{ planId, environment: "release", apiId: null }] });

test("a change of a service keeps its routers, its grants' counters and everybody else", () => {
  const { snapshot } = open();
  const other = service({ id: "service-other000", hosts: ["other.example"] });
  snapshot.apply(serving([api()], { services: [bound, other], keys: [key()] }));
  const before = snapshot.services.get(serviceId)?.environments.get("release");
  const otherBefore = snapshot.services.get("service-other000");
  snapshot.apply(delta({ seq: 2, services: [{ ...bound, protocol: "https" }] }));
  const after = snapshot.services.get(serviceId)?.environments.get("release");
  assert.equal(after?.router, before?.router);
  assert.equal(after?.servicePlans.get(planId), before?.servicePlans.get(planId));
  assert.equal(snapshot.services.get("service-other000"), otherBefore);
  assert.equal(snapshot.hosts.get(host)?.protocol, "https");
  assert.equal(snapshot.seq, 2);
});

test("a release replaces one environment's router and nothing else", () => {
  const { snapshot } = open();
  snapshot.apply(serving([api()], { environments: [release([api()]), release([api()], "test")] }));
  const before = snapshot.services.get(serviceId);
  snapshot.apply(delta({ environments: [release([api({ path: "/new" })])] }));
  const after = snapshot.services.get(serviceId);
  assert.notEqual(after?.environments.get("release")?.router, before?.environments.get("release")?.router);
  assert.equal(after?.environments.get("test"), before?.environments.get("test"));
  assert.equal(after, snapshot.hosts.get(host));
});

test("a release that comes before its service is served once the service is there", () => {
  const { snapshot } = open();
  snapshot.apply(delta({ environments: [release([api()])] }));
  snapshot.apply(delta({ services: [service()] }));
  assert.notEqual(snapshot.services.get(serviceId)?.environments.get("release")?.router, null);
});

test("a complete state forgets what it does not name", () => {
  const { snapshot } = open();
  snapshot.apply(serving([api()], { keys: [key()], plans: [{ id: planId, ratePerSecond: 1, quota: 1 }] }));
  snapshot.apply(delta({ isComplete: true }));
  for (const map of [snapshot.hosts, snapshot.services, snapshot.keys, snapshot.plans]) assert.equal(map.size, 0);
});

test("hosts, keys and plans that go are gone, and hosts may move to another service", () => {
  const { snapshot } = open();
  snapshot.apply(serving([api()], { keys: [key()] }));
  snapshot.apply(delta({ services: [service({ hosts: ["new.example"] }), service({ id: "service-other000" })] }));
  assert.equal(snapshot.hosts.get("new.example")?.id, serviceId);
  assert.equal(snapshot.hosts.get(host)?.id, "service-other000");
  snapshot.apply(delta({ removedServices: [serviceId], removedKeys: [keyId] }));
  assert.deepEqual([...snapshot.hosts.keys()], [host]);
  assert.equal(snapshot.keys.size, 0);
});

test("an API that cannot be served is reported and the others are served", () => {
  const { snapshot, problems } = open();
  const broken = api(
    { path: "/b", constantParameters: [{ name: "Connection", position: "header", value: "x", description: null }] },
    "api-broken00",
  );
  snapshot.apply(serving([api(), broken, api({ path: "no-slash" }, "api-path0000")]));
  assert.deepEqual(problems, [`${serviceId}/release/api-broken00`, `${serviceId}/release/api-path0000`]);
  const match = snapshot.services.get(serviceId)?.environments.get("release")?.router?.match("/b", "GET");
  assert.equal(match?.kind === "match" && match.target.backend.type, "invalid");
});
