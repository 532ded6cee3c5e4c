// Fills a data folder so that every list has the same number of rows, through the store: by calls it would take hours.
import { openDataFolder } from "../../src/store/data-folder.ts";
import type { Store, Transaction } from "../../src/store/store.ts";
import {
  addApi,
  addApp,
  addDomain,
  addInstance,
  addKey,
  addPlan,
  addPlugin,
  addService,
  addUpstream,
} from "./records.ts";
import { addWholes, bindEverything, release } from "./relations.ts";

const rowsAtOnce = 2_000;

export async function seed(folder: string, rows: number): Promise<void> {
  const store = await openDataFolder({ folder, masterKey: null });
  // Older than all rows, however many there are.
  await store.write((tx) => addWholes(tx, Date.now() - rows - 1));
  for (const add of [addService, addKey, addPlan, addApp, addPlugin, addUpstream, addInstance, addDomain, addApi]) {
    await inParts(store, rows, add);
  }
  await release(store, rows, rowsAtOnce);
  await bindEverything(store, rows, rowsAtOnce);
  await store.close();
}

async function inParts(
  store: Store,
  rows: number,
  add: (tx: Transaction, index: number, now: number) => Promise<void>,
): Promise<void> {
  // Rows made one after the other, as a real list's are.
  const firstMs = Date.now() - rows;
  for (let start = 0; start < rows; start += rowsAtOnce) {
    await store.write(async (tx) => {
      for (let index = start; index < Math.min(start + rowsAtOnce, rows); index++)
        await add(tx, index, firstMs + index);
    });
  }
}
