import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { lockDataFolder } from "../../src/store/data-folder-lock.ts";
import { openStore } from "../../src/store/open.ts";
import { crashMasterKey, crashPath, crashQuota } from "./crash-subject.ts";
import { temporaryFolder } from "./opened-store.ts";
import { aKey, anApi, aPlan, aService, scope } from "./samples.ts";

// More kills for a longer run: TURNPIKE_TEST_KILLS=200 node --test test/store/crash.test.ts
const kills = Number(process.env["TURNPIKE_TEST_KILLS"] ?? 10);

/** Lets the writer work on the folder, kills it after some acknowledgements and returns all it had acknowledged. */
async function writeUntilKilled(folder: string, run: string, linesBeforeKill: number): Promise<string[]> {
  const writer = spawn(process.execPath, [`${import.meta.dirname}/crash-writer.ts`, folder, run], {
    stdio: ["ignore", "pipe", "inherit"],
    // Most of a short writer's life is compiling.
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, "compile-cache") },
  });
  let printed = "";
  let killed = false;
  writer.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
    if (killed || printed.split("\n").length - 1 < linesBeforeKill) return;
    killed = true;
    // Anywhere within the next write or so, not always at the same step of it.
    setTimeout(() => writer.kill("SIGKILL"), Math.random() * 4);
  });
  const [, signal] = await once(writer, "close");
  assert.equal(signal, "SIGKILL", "the writer ended by itself");
  return printed.slice(0, printed.lastIndexOf("\n")).split("\n");
}

test(`kill -9 at ${kills} random moments loses no acknowledged write, leaves none half done and over-grants no quota`, async (t) => {
  const folder = temporaryFolder();
  const path = crashPath(folder);
  const store = await openStore({ path, masterKey: crashMasterKey });
  await store.write(async (tx) => {
    await tx.services.insert(aService("service-0"));
    await tx.usagePlans.insert(aPlan("usagePlan-1"));
  });
  await store.close();

  let acknowledged = 0;
  let granted = 0;
  for (let kill = 0; kill < kills; kill++) {
    const lines = await writeUntilKilled(folder, String(kill), 2 + Math.floor(Math.random() * 30));
    // The lock of a killed process is not in the way.
    const release = lockDataFolder(folder);
    const survivor = await openStore({ path, masterKey: crashMasterKey });
    await survivor.read(async (tx) => {
      for (const [, id] of lines.map((line) => line.split(" ")).filter(([kind]) => kind === "service")) {
        acknowledged++;
        assert.deepEqual(await tx.services.find(scope, id ?? ""), aService(id ?? ""));
      }
      const services = (await tx.serving.ids("service", "", 1e6)).filter((id) => id !== "service-0");
      const keys = await tx.serving.ids("api-key", "", 1e6);
      assert.equal(keys.length, services.length, "a service without its key, or a key without its service");
      for (const id of services) {
        const suffix = id.slice("service".length);
        assert.deepEqual(await tx.apis.listAll(id), [anApi(id, `api${suffix}`)]);
        assert.deepEqual(await tx.apiKeys.find(scope, `AKID${suffix}`), aKey(`AKID${suffix}`));
      }
      const logged = new Set((await tx.changes.after(0, 1e6)).map(({ kind, id }) => `${kind} ${id}`));
      for (const id of services) assert.ok(logged.has(`service ${id}`), `${id} is not in the change log`);
    });
    for (const line of lines) if (line.startsWith("granted ")) granted += Number(line.slice("granted ".length));
    const [count] = await survivor.quotas.leased("usagePlan-1");
    const spent = count?.count ?? 0;
    assert.ok(granted <= spent && spent <= crashQuota, `${granted} granted, ${spent} of ${crashQuota} counted`);
    await survivor.close();
    release();
  }
  assert.ok(acknowledged > 0 && granted > 0, "nothing was written");
  const database = new DatabaseSync(path, { readOnly: true });
  assert.deepEqual({ ...database.prepare("pragma integrity_check").get() }, { integrity_check: "ok" });
  database.close();
  t.diagnostic(`${acknowledged} acknowledged writes, ${granted} granted calls`);
});
