import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "./management.ts";
import { families } from "./published/requests/families.ts";
import { threeOfEach } from "./three-of-each.ts";

test("what is there stays as it is, whatever is done to others of its kind", async (t) => {
  const client = (await startManagement(t, { stepMs: 100 })).client();
  const lists = Object.entries(await threeOfEach(client));
  const readAll = async () => {
    const found = new Map<string, unknown[]>();
    for (const [action, { request, rows }] of lists) {
      const { Result } = await client.request(action, { ...request, Offset: 0, Limit: 100 });
      found.set(action, Result[rows]);
    }
    return found;
  };
  const before = await readAll();
  for (const callFamily of families) await callFamily(client);
  for (const [action, rows] of await readAll()) {
    // Lists of one service, plan or plugin are as they were; others have new rows, which come first.
    assert.deepEqual(rows.slice(-3), before.get(action), action);
  }
});
