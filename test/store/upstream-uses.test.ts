import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../src/model/api.ts";
import { openedStore } from "./opened-store.ts";
import { aDefinition, anApi, aService, firstPage, scope } from "./samples.ts";

const serviceId = "service-1";

function apiAt(upstreamId: string | null): Api {
  const backend = { type: "HTTP", url: "", path: "/", method: "GET", vpcId: null } as const;
  const product = upstreamId === null ? ({ product: null } as const) : ({ product: "upstream", upstreamId } as const);
  return anApi(serviceId, "api-1", { definition: aDefinition({ backend: { ...backend, ...product } }) });
}

test("an upstream is used by the drafts that name it and by what runs, whichever way the drafts went", async () => {
  const store = await openedStore();
  const uses = (upstreamId: string) =>
    store.read(async (tx) => {
      const { total, items } = await tx.upstreams.listUses(upstreamId, {}, firstPage);
      assert.equal(total, items.length);
      return items.map(({ apiId }) => apiId);
    });
  const run = (versionName: string) => {
    const running = { serviceId, environment: "release", versionName, since: 1 } as const;
    return store.write((tx) => tx.releases.setRunning(running));
  };
  const release = (name: string) =>
    store.write(async (tx) => {
      const drafts = await tx.apis.listAll(serviceId);
      await tx.releases.insertVersion({ name, serviceId, description: null, createdAt: 1 }, drafts);
    });
  await store.write(async (tx) => {
    await tx.services.insert(aService(serviceId));
    await tx.apis.insert(apiAt("upstream-a"));
  });
  const toward = (upstreamId: string | null) => store.write((tx) => tx.apis.update(apiAt(upstreamId)));

  await release("v1");
  await toward("upstream-b");
  assert.deepEqual([await uses("upstream-a"), await uses("upstream-b")], [[], ["api-1"]], "v1 does not run");
  await run("v1");
  assert.deepEqual([await uses("upstream-a"), await uses("upstream-b")], [["api-1"], ["api-1"]]);
  await release("v2");
  await run("v2");
  assert.deepEqual([await uses("upstream-a"), await uses("upstream-b")], [[], ["api-1"]]);
  await toward("upstream-a");
  assert.deepEqual([await uses("upstream-a"), await uses("upstream-b")], [["api-1"], ["api-1"]]);
  await toward(null);
  await run("v1");
  assert.deepEqual([await uses("upstream-a"), await uses("upstream-b")], [["api-1"], []]);
  await toward("upstream-a");
  await store.write((tx) => tx.apis.delete(scope, serviceId, "api-1"));
  assert.deepEqual([await uses("upstream-a"), await uses("upstream-b")], [["api-1"], []]);
  await run("v2");
  assert.deepEqual([await uses("upstream-a"), await uses("upstream-b")], [[], ["api-1"]]);
});
