import { writeSync } from "node:fs";
import { lockDataFolder } from "../../src/store/data-folder-lock.ts";
import { openStore } from "../../src/store/open.ts";
import { crashMasterKey, crashPath, crashPlace, crashQuota } from "./crash-subject.ts";
import { aKey, anApi, aService } from "./samples.ts";

/*
 * Run by the crash test until it is killed: writes services, each with its parts in one transaction, leases quota, and
 * prints every result once it is acknowledged. Arguments: data folder, a prefix no other run uses.
 */
const [folder = "", run = ""] = process.argv.slice(2);

lockDataFolder(folder);
const store = await openStore({ path: crashPath(folder), masterKey: crashMasterKey });
// Synchronous: what was acknowledged must reach the parent even if the next instant is the last.
const acknowledge = (line: string) => writeSync(1, `${line}\n`);
acknowledge("ready");

async function writeServices(): Promise<never> {
  for (let i = 0; ; i++) {
    const id = `service-${run}-${i}`;
    await store.write(async (tx) => {
      await tx.services.insert(aService(id));
      await tx.apis.insert(anApi(id, `api-${run}-${i}`));
      await new Promise(setImmediate);
      await tx.apiKeys.insert(aKey(`AKID-${run}-${i}`));
    });
    acknowledge(`service ${id}`);
  }
}

async function leaseQuota(): Promise<void> {
  for (;;) {
    const granted = await store.quotas.lease(crashPlace, 3, crashQuota);
    if (granted === 0) return;
    acknowledge(`granted ${granted}`);
  }
}

await Promise.all([writeServices(), leaseQuota()]);
