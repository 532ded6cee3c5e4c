import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { createApi, httpApi, release } from "../control/resources.ts";
import { startBackend } from "../gateway/running.ts";
import { spawnTurnpike, type TurnpikeProcess } from "../harness/process.ts";
import { ask, bind, createKey, createPlan, createService, verdict } from "../harness/sample.ts";
import { rootAccount, sdkClient } from "../harness/sdk.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { type Place, prepare, randomWrite, readWritten, type Write, type Written } from "./written.ts";

// A longer run: TURNPIKE_TEST_KILLS=200 node --test test/crash/kill.test.ts
const kills = Number(process.env["TURNPIKE_TEST_KILLS"] ?? 12);
const callsPerLife = 120;
const quota = 100 * kills;
// A region of its own keeps what each writer made apart.
const regions = ["ap-guangzhou", "ap-shanghai", "ap-beijing"];

interface Writer {
  readonly region: string;
  readonly place: Place;
  written: Written;
  /** Sent, and not acknowledged when the process was killed. */
  unanswered: Write | null;
  acknowledged: number;
}

test(`kill -9 at ${kills} random moments loses no acknowledged write, leaves none half done and sells no call twice`, async (t) => {
  const data = temporaryFolder(t);
  let reachedBackend = 0;
  const backend = await startBackend(t, (_request, response) => {
    reachedBackend++;
    response.end("ok");
  });
  let life = await spawnTurnpike(t, data);
  const clientIn = (region: string) => sdkClient(life.management, rootAccount(data), region);
  const writers = await Promise.all(
    regions.map(async (region): Promise<Writer> => {
      return { region, ...(await prepare(clientIn(region))), unanswered: null, acknowledged: 0 };
    }),
  );
  const sdk = clientIn("ap-chengdu");
  const { serviceId, host } = await createService(sdk);
  const backendApi = {
    AuthType: "SECRET",
    RequestConfig: { Path: "/api", Method: "GET" },
    ServiceConfig: { Url: `http://127.0.0.1:${backend}`, Path: "/", Method: "GET" },
  };
  await createApi(sdk, httpApi(serviceId, backendApi));
  const planId = await createPlan(sdk, { MaxRequestNum: quota });
  const key = await createKey(sdk, planId);
  await bind(sdk, serviceId, planId);
  await release(sdk, serviceId);

  for (let kill = 0; kill < kills; kill++) {
    const work = [
      ...writers.map((writer) => write(writer, life, clientIn(writer.region))),
      callUntilKilled(life, () => ask(life.port, { host, key }), callsPerLife),
      callUntilKilled(life, () => ask(life.port, { host, key }), callsPerLife),
    ];
    await sleep(30 + Math.random() * 500);
    await life.kill("SIGKILL");
    await Promise.all(work);
    life = await spawnTurnpike(t, data);
    for (const writer of writers) await compare(writer, life, clientIn(writer.region));
  }

  while (verdict(await ask(life.port, { host, key })) === "200") {}
  assert.equal(verdict(await ask(life.port, { host, key })), "429 API quota exceeded");
  assert.ok(reachedBackend <= quota, `${reachedBackend} calls reached the backend, ${quota} were granted`);
  assert.ok(reachedBackend > 0);
  assert.equal((await life.kill("SIGTERM")).code, 0);
  const database = new DatabaseSync(join(data, "turnpike.db"), { readOnly: true });
  assert.deepEqual({ ...database.prepare("pragma integrity_check").get() }, { integrity_check: "ok" });
  database.close();
  const acknowledged = writers.reduce((sum, writer) => sum + writer.acknowledged, 0);
  assert.ok(acknowledged > kills, `only ${acknowledged} writes were acknowledged`);
  t.diagnostic(`${acknowledged} acknowledged writes; ${reachedBackend} of ${quota} calls passed`);
});

let writes = 0;

/** Writes one thing after another until the process is gone. */
async function write(writer: Writer, life: TurnpikeProcess, client: ReturnType<typeof sdkClient>): Promise<void> {
  while (!life.child.killed) {
    const next = randomWrite(writer.written, `${writer.region.slice(3)}_${writes++}`);
    writer.unanswered = next;
    try {
      await next.send(client, writer.place);
    } catch (error) {
      // The API refused it: then the model is wrong, or the program.
      if (!life.child.killed) throw new Error(`${next.name}: ${String(error)}`, { cause: error });
      return;
    }
    next.apply(writer.written);
    writer.unanswered = null;
    writer.acknowledged++;
  }
}

async function callUntilKilled(life: TurnpikeProcess, ask: () => Promise<unknown>, most: number): Promise<void> {
  try {
    for (let calls = 0; calls < most && !life.child.killed; calls++) await ask();
  } catch (error) {
    if (!life.child.killed) throw error;
  }
}

/** What is there must be what was acknowledged, with the write under way done wholly or not at all. */
async function compare(writer: Writer, life: TurnpikeProcess, client: ReturnType<typeof sdkClient>): Promise<void> {
  const found = await readWritten(client, life.port, writer.place);
  const { written, unanswered } = writer;
  if (unanswered !== null && !isDeepStrictEqual(found, written)) {
    unanswered.apply(written);
    assert.deepEqual(found, written, `after ${unanswered.name}, which was not acknowledged`);
  }
  assert.deepEqual(found, written);
  writer.unanswered = null;
}
