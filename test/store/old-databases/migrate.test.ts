import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type TestContext, test } from "node:test";
import { createAccount } from "../../../src/control/accounts.ts";
import { openSqlite } from "../../../src/store/dialect/sqlite/database.ts";
import { migrations } from "../../../src/store/migrations/all.ts";
import { migrate } from "../../../src/store/migrations/migrate.ts";
import { openStore } from "../../../src/store/open.ts";
import { startManagement } from "../../control/management.ts";
import { tagClient } from "../../control/tag/tag-client.ts";
import { temporaryFolder } from "../opened-store.ts";
import { additions } from "./additions.ts";
import { readEverything } from "./answers.ts";
import { masterKey, root } from "./program.ts";

/*
 * The databases are what programs of earlier schemas left behind (see dump.ts). Opened by this one they must answer as if it
 * had made the same by itself.
 */

test("a database of an earlier schema answers as if this program had made it", async (t) => {
  const expected = await expectedAnswers(t);
  for (const [schema, answers] of expected) {
    await t.test(`schema ${schema}`, async (t) => {
      assert.deepEqual(await answersOf(t, await oldDatabase(schema)), answers);
    });
  }
});

test("there is a database of the schema before the newest", () => {
  const newest = migrations.at(-1)?.number ?? 0;
  assert.ok(
    additions.has(newest - 1),
    `dump.ts makes one of schema ${newest - 1}, before migration ${newest} is added`,
  );
});

test("a migration that is killed on its last step has changed nothing, and the next start does it", async () => {
  const path = await oldDatabase(4);
  const before = schemaOf(path);
  const child = spawn(process.execPath, [join(import.meta.dirname, "half-migrate.ts"), path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "close");
  assert.deepEqual(schemaOf(path), before);
  await (await open(path)).close();
  assert.deepEqual(
    schemaOf(path).migrations,
    migrations.map(({ number }) => number),
  );
});

test("who works beside a server leaves a database of an earlier schema as it is", async () => {
  const path = await oldDatabase(7);
  const before = schemaOf(path);
  await assert.rejects(open(path, { mayMigrate: false }), {
    name: "StoreError",
    kind: "older-schema",
    message: /schema 7, and this version of Turnpike works on schema \d+: run this version on it first/,
  });
  assert.deepEqual(schemaOf(path), before);
  await (await open(path)).close();
  await (await open(path, { mayMigrate: false })).close();
});

/** What this program answers, by schema, when it has made what could be made under that schema. */
async function expectedAnswers(t: TestContext): Promise<ReadonlyMap<number, unknown>> {
  const store = await open(":memory:");
  await createAccount(store, { name: "root", now: Date.now(), ...root });
  const management = await startManagement(t, { store, stepMs: 100 });
  const tags = tagClient(management);
  const spendOne = (at: { readonly planId: string; readonly serviceId: string }) =>
    store.quotas.lease({ ...at, environment: "release", apiId: null }, 1, 100);
  const answers = new Map<number, unknown>();
  for (const [schema, add] of additions) {
    for (const make of add) await make({ client: management.client(), tags, spendOne });
    answers.set(schema, add.length === 0 ? answers.get(schema - 1) : await readEverything(management, tags));
  }
  return answers;
}

function open(path: string, options: { readonly mayMigrate?: boolean } = {}) {
  return openStore({ path, masterKey: Buffer.from(masterKey, "hex"), ...options });
}

/** A database file as a program of that schema left it. */
async function oldDatabase(schema: number): Promise<string> {
  const path = join(temporaryFolder(), "turnpike.db");
  const database = openSqlite(path);
  await database.write((db) => migrate(db, migrations.slice(0, schema), 0));
  await database.close();
  const filled = new DatabaseSync(path);
  filled.exec(readFileSync(join(import.meta.dirname, `schema-${schema}.sql`), "utf8"));
  filled.close();
  return path;
}

async function answersOf(t: TestContext, path: string): Promise<unknown> {
  const management = await startManagement(t, { store: await open(path) });
  return readEverything(management, tagClient(management));
}

function schemaOf(path: string) {
  const database = new DatabaseSync(path);
  try {
    return {
      migrations: database
        .prepare("select number from migrations order by number")
        .all()
        .map(({ number }) => number),
      tables: database.prepare("select sql from sqlite_schema").all(),
      integrity: database.prepare("pragma integrity_check").all(),
    };
  } finally {
    database.close();
  }
}
