import assert from "node:assert/strict";
import { test } from "node:test";
import type { Version } from "../../src/model/release.ts";
import { openedStore } from "./opened-store.ts";
import { aDefinition, anApi, aService, firstPage, scope } from "./samples.ts";

const version = (name: string, createdAt: number): Version => ({
  name,
  serviceId: "service-1",
  description: `about ${name}`,
  createdAt,
});

test("a version keeps its apis as they were, whatever happens to the drafts", async () => {
  const store = await openedStore();
  const first = anApi("service-1", "api-1", { createdAt: 1 });
  const second = anApi("service-1", "api-2", { createdAt: 2, tags: [{ key: "a", value: "b" }] });
  await store.write(async (tx) => {
    await tx.services.insert(aService("service-1"));
    for (const api of [first, second]) await tx.apis.insert(api);
    await tx.releases.insertVersion(version("v1", 1), [first, second]);
    await tx.apis.update({ ...first, definition: aDefinition({ path: "/changed" }) });
    await tx.apis.delete(scope, "service-1", "api-2");
    await tx.releases.insertVersion(version("v2", 2), await tx.apis.listAll("service-1"));
  });
  await store.read(async (tx) => {
    assert.deepEqual(await tx.releases.frozenApis("v1"), [second, first]);
    assert.deepEqual(
      (await tx.releases.frozenApis("v2")).map(({ id, definition }) => [id, definition.path]),
      [["api-1", "/changed"]],
    );
    assert.deepEqual(await tx.releases.listVersions("service-1", firstPage), {
      total: 2,
      items: [version("v2", 2), version("v1", 1)],
    });
    assert.deepEqual(await tx.releases.findVersion("service-1", "v1"), version("v1", 1));
    assert.equal(await tx.releases.findVersion("service-2", "v1"), undefined);
  });
});

test("each environment runs at most one version, and apis know where they run", async () => {
  const store = await openedStore();
  const running = { serviceId: "service-1", environment: "test", versionName: "v1", since: 1 } as const;
  await store.write(async (tx) => {
    await tx.services.insert(aService("service-1"));
    await tx.releases.insertVersion(version("v1", 1), [anApi("service-1", "api-1")]);
    await tx.releases.insertVersion(version("v2", 2), []);
    await tx.releases.setRunning({ ...running, versionName: "v2" });
    await tx.releases.setRunning(running);
  });
  await store.read(async (tx) => {
    assert.deepEqual(await tx.releases.running("service-1"), [running]);
    assert.deepEqual(
      await tx.releases.runningOfMany(["service-1", "service-2"]),
      new Map([
        ["service-1", [running]],
        ["service-2", []],
      ]),
    );
    assert.deepEqual(
      await tx.releases.environmentsOf("service-1", ["api-1", "api-2"]),
      new Map([
        ["api-1", ["test"]],
        ["api-2", []],
      ]),
    );
  });
  await store.write((tx) => tx.releases.clearRunning("service-1", "test"));
  assert.deepEqual(await store.read((tx) => tx.releases.running("service-1")), []);
});

test("the history is a log, newest first, also within one moment", async () => {
  const store = await openedStore();
  const entry = (versionName: string, environment: "test" | "release", at: number) =>
    ({ serviceId: "service-1", environment, versionName, description: null, at }) as const;
  const entries = [entry("v1", "test", 1), entry("v2", "release", 2), entry("v3", "test", 2)];
  await store.write(async (tx) => {
    await tx.services.insert(aService("service-1"));
    for (const one of entries) await tx.releases.appendHistory(one);
  });
  await store.read(async (tx) => {
    const all = await tx.releases.listHistory("service-1", undefined, firstPage);
    assert.deepEqual(all, { total: 3, items: entries.toReversed() });
    const one = await tx.releases.listHistory("service-1", "test", { offset: 0, limit: 1 });
    assert.deepEqual(one, { total: 2, items: [entries[2]] });
  });
});

test("strategies are replaced per environment", async () => {
  const store = await openedStore();
  await store.write(async (tx) => {
    await tx.services.insert(aService("service-1"));
    await tx.apis.insert(anApi("service-1", "api-1"));
    for (const rate of [100, -1]) {
      await tx.strategies.setService({ serviceId: "service-1", environment: "release", rate });
      await tx.strategies.setApis([{ serviceId: "service-1", apiId: "api-1", environment: "test", rate }]);
    }
  });
  await store.read(async (tx) => {
    assert.deepEqual(await tx.strategies.ofService("service-1"), [
      { serviceId: "service-1", environment: "release", rate: -1 },
    ]);
    assert.deepEqual(await tx.strategies.ofApis("service-1", ["api-1"]), [
      { serviceId: "service-1", apiId: "api-1", environment: "test", rate: -1 },
    ]);
    assert.deepEqual(await tx.strategies.ofApis("service-1", []), []);
  });
});
