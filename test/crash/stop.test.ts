import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { createApi, httpApi, release } from "../control/resources.ts";
import { startBackend, until } from "../gateway/running.ts";
import { accepts } from "../harness/accepts.ts";
import { spawnTurnpike } from "../harness/process.ts";
import { ask, createSample, verdict } from "../harness/sample.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const quota = 40;

/** A process with a signed API whose backend answers when told to. */
async function setUp(t: TestContext) {
  const held: ServerResponse[] = [];
  const backend = await startBackend(t, (_request, response) => void held.push(response));
  const data = temporaryFolder(t);
  const life = await spawnTurnpike(t, data);
  const sample = await createSample(life.client, { MaxRequestNum: quota });
  await createApi(
    life.client,
    httpApi(sample.serviceId, {
      AuthType: "SECRET",
      RequestConfig: { Path: "/slow", Method: "GET" },
      ServiceConfig: { Url: `http://127.0.0.1:${backend}`, Path: "/", Method: "GET" },
    }),
  );
  await release(life.client, sample.serviceId);
  return { held, data, life, sample };
}

test("SIGTERM lets calls in flight finish, gives unused quota back and keeps the access log whole", async (t) => {
  const { held, data, life, sample } = await setUp(t);
  const passed: string[] = [];
  for (let i = 0; i < 13; i++) passed.push(verdict(await ask(life.port, sample)));
  const inFlight = Array.from({ length: 3 }, () => ask(life.port, sample, { path: "/release/slow" }));
  await until(() => held.length === 3, "the backend has the calls");
  const ended = life.kill("SIGTERM");
  while (await accepts(life.port)) {}
  for (const response of held) response.end("late");
  for (const reply of await Promise.all(inFlight)) passed.push(verdict(reply));
  const { code, stderr } = await ended;
  assert.deepEqual([code, stderr], [0, ""]);
  assert.deepEqual(new Set(passed), new Set(["200"]));

  const logged = readFileSync(join(data, "access.log"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.equal(logged.length, 16);
  assert.equal(new Set(logged.map(({ requestId }) => requestId)).size, 16);

  const next = await spawnTurnpike(t, data);
  const plan = { UsagePlanId: sample.planId, BindType: "SERVICE" };
  const bound = await next.client.DescribeUsagePlanEnvironments(plan);
  assert.equal(bound.Result?.EnvironmentList?.[0]?.InUseRequestNum, 16);
  let more = 0;
  while (verdict(await ask(next.port, sample)) === "200") more++;
  assert.equal(16 + more, quota, "exactly the quota passes over a clean restart");
});

test("a second signal does not wait", async (t) => {
  const { held, life, sample } = await setUp(t);
  const cut = ask(life.port, sample, { path: "/release/slow" }).catch(() => "cut");
  await until(() => held.length === 1, "the backend has the call");
  const ended = life.kill("SIGTERM");
  while (await accepts(life.port)) {}
  life.child.kill("SIGTERM");
  assert.equal((await ended).code, 1);
  assert.equal(await cut, "cut");
});

test("SIGHUP is logged and ends nothing", async (t) => {
  const { client, child, kill, stderr } = await spawnTurnpike(t, temporaryFolder(t), { TURNPIKE_LOG_LEVEL: "info" });
  child.kill("SIGHUP");
  await until(() => stderr().includes("HTTPS is off"), "the signal is logged");
  assert.equal((await client.DescribeUsagePlansStatus({})).Result?.TotalCount, 0);
  assert.equal((await kill("SIGTERM")).code, 0);
});
