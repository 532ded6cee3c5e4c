import assert from "node:assert/strict";
import { test } from "node:test";
import { createApi, type ModifyApiParams, mockApi, release } from "../control/resources.ts";
import { call } from "../gateway/running.ts";
import { createService } from "../harness/sample.ts";
import { startTurnpike } from "../harness/turnpike.ts";

async function openService(t: Parameters<typeof startTurnpike>[0]) {
  const { port, client } = await startTurnpike(t);
  const sdk = client();
  const { serviceId: ServiceId, host } = await createService(sdk);
  const api = (answer: string, path = "/api") =>
    mockApi(ServiceId, { ServiceMockReturnMessage: answer, RequestConfig: { Path: path, Method: "GET" } });
  const modify = (ApiId: string, answer: string, path?: string) =>
    sdk.ModifyApi({ ...api(answer, path), ApiId } as ModifyApiParams);
  /** The mock's text, or the status when it is not 200. */
  const get = async (path: string) => {
    const { status, body } = await call(port, path, { host });
    return status === 200 ? body : status;
  };
  return { sdk, ServiceId, api, modify, get };
}

test("what is not released is not served", async (t) => {
  const { sdk, ServiceId, api, modify, get } = await openService(t);
  const ApiId = await createApi(sdk, api("first"));
  assert.equal(await get("/release/api"), 404);
  await release(sdk, ServiceId);
  assert.equal(await get("/release/api"), "first");
  assert.equal(await get("/test/api"), 404);

  await modify(ApiId, "second");
  await createApi(sdk, api("new", "/new"));
  assert.equal(await get("/release/api"), "first");
  assert.equal(await get("/release/new"), 404);
  await release(sdk, ServiceId, "test");
  assert.deepEqual([await get("/test/api"), await get("/test/new")], ["second", "new"]);
  assert.deepEqual([await get("/release/api"), await get("/release/new")], ["first", 404]);

  await sdk.DeleteApi({ ServiceId, ApiId });
  assert.equal(await get("/release/api"), "first");
  await release(sdk, ServiceId);
  assert.deepEqual([await get("/release/api"), await get("/release/new")], [404, "new"]);
});

test("an environment taken offline answers 404 until it is released again", async (t) => {
  const { sdk, ServiceId, api, get } = await openService(t);
  await createApi(sdk, api("hello"));
  await release(sdk, ServiceId);
  await release(sdk, ServiceId, "prepub");
  await sdk.UnReleaseService({ ServiceId, EnvironmentName: "release" });
  assert.deepEqual([await get("/release/api"), await get("/prepub/api")], [404, "hello"]);
  await release(sdk, ServiceId);
  assert.equal(await get("/release/api"), "hello");
});

test("UpdateService goes back and forth between versions, in any environment that is online", async (t) => {
  const { sdk, ServiceId, api, modify, get } = await openService(t);
  const ApiId = await createApi(sdk, api("one"));
  const one = await release(sdk, ServiceId);
  await modify(ApiId, "two");
  const two = await release(sdk, ServiceId, "test");
  assert.deepEqual([await get("/release/api"), await get("/test/api")], ["one", "two"]);

  const run = (VersionName: string, EnvironmentName = "release") =>
    sdk.UpdateService({ ServiceId, EnvironmentName, VersionName, UpdateDesc: "switched" });
  for (let round = 0; round < 5; round++) {
    await run(two);
    assert.equal(await get("/release/api"), "two");
    await run(one);
    assert.equal(await get("/release/api"), "one");
  }
  await run(one, "test");
  assert.equal(await get("/test/api"), "one");
});

test("releases under load never serve a mixture", async (t) => {
  const { sdk, ServiceId, api, modify, get } = await openService(t);
  const ids = [await createApi(sdk, api("0", "/left")), await createApi(sdk, api("0", "/right"))];
  await release(sdk, ServiceId);
  let isDone = false;
  // `right` is asked for after `left` has answered, so its version can only be the same or a later one.
  const watch = async () => {
    let calls = 0;
    for (; !isDone; calls++) {
      const left = Number(await get("/release/left"));
      const right = Number(await get("/release/right"));
      assert.ok(right >= left, `left came from version ${left}, right then from ${right}`);
    }
    return calls;
  };
  const watchers = [watch(), watch(), watch()];
  try {
    for (let version = 1; version <= 15; version++) {
      for (const [index, ApiId] of ids.entries()) {
        await modify(ApiId, String(version), index === 0 ? "/left" : "/right");
      }
      await release(sdk, ServiceId);
      assert.deepEqual([await get("/release/left"), await get("/release/right")], [String(version), String(version)]);
    }
  } finally {
    isDone = true;
  }
  const calls = await Promise.all(watchers);
  assert.ok(calls.every((count) => count > 0));
});
