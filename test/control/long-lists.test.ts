import assert from "node:assert/strict";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { startTurnpike } from "../../bench/gateways/turnpike.ts";
import { region, rootKey } from "../../bench/gateways/turnpike-management.ts";
import { listCases } from "../../bench/lists/cases.ts";
import { seed } from "../../bench/lists/seed.ts";
import { callManagement } from "../../src/cli/management-client.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const few = 100;
/** So many that lists are put together in other ways: from their end, row by row along several indexes. */
const many = 5_600;
const pageSize = 100;

test("every list, narrowed by each filter, has of the oldest rows what it has when there are no others, each once and in the same order", async (t) => {
  const [among, alone] = [await startWithRows(t, many), await startWithRows(t, few)];
  for (const { action, parameters, filters } of listCases) {
    for (const { title, parameters: narrowing } of [{ title: "all", parameters: {} }, ...filters]) {
      const ask = { ...parameters, ...narrowing };
      const [long, short] = [await wholeList(among, action, ask), await wholeList(alone, action, ask)];
      assert.equal(new Set(long.map(nameOf)).size, long.length, `${action} ${title}`);
      assert.deepEqual(long.map(nameOf).filter(isOld), short.map(nameOf), `${action} ${title}`);
    }
  }
});

/** The port of a server where every list has this many rows. */
async function startWithRows(t: TestContext, rows: number): Promise<number> {
  const folder = join(temporaryFolder(t), "data");
  await seed(folder, rows);
  const { started, managementPort } = await startTurnpike(folder);
  t.after(() => started.stop());
  return managementPort;
}

/** All pages, which have to hold as many rows as each of them says there are. */
async function wholeList(port: number, action: string, parameters: object): Promise<unknown[]> {
  const items: unknown[] = [];
  for (;;) {
    const page = { Limit: pageSize, Offset: items.length };
    const target = { host: "127.0.0.1", port };
    const response = await callManagement(target, rootKey, action, region, { json: { ...parameters, ...page } });
    assert.equal(response.Error, undefined);
    const members = Object.entries(response["Result"] as object);
    const found = members.map(([, value]) => value).find(Array.isArray) ?? [];
    items.push(...found);
    if (found.length < pageSize) {
      const total = members.find(([name]) => name.endsWith("TotalCount"));
      assert.equal(items.length, total?.[1], action);
      return items;
    }
  }
}

/** All numbers in the ids of a row: those of what it is about and of what it belongs to, without lists of what belongs to it. */
function nameOf(item: unknown): string {
  const own = JSON.stringify(item, (_, value) => (Array.isArray(value) ? undefined : value));
  const ids = own.matchAll(/-n([0-9a-z]{7})\b|AKIDlists(\d{8})|host-(\d+)\.example|lists-(\d{8})/g);
  return [...ids]
    .map(([, base36, ...decimals]) => (base36 ? Number.parseInt(base36, 36) : Number(decimals.join(""))))
    .join(" ");
}

function isOld(name: string): boolean {
  return name.split(" ").every((number) => Number(number) < few);
}
