import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { tagClient } from "../../control/tag/tag-client.ts";
import { spawnTurnpike } from "../../harness/process.ts";
import { ask } from "../../harness/sample.ts";
import { sdkClient } from "../../harness/sdk.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";
import { additions } from "./additions.ts";
import { key, masterKey, root } from "./program.ts";

/*
 * Prints as SQL what a program keeps that has made some of everything:
 *
 *     node test/store/old-databases/dump.ts 10 > test/store/old-databases/schema-10.sql
 *
 * To be run before migration 11 is added, so that its tests have a database to migrate. A second argument names the
 * `main.ts` of another checkout: this is how those of the earlier schemas were made.
 */

const [schema, main] = process.argv.slice(2);
const ends: (() => unknown)[] = [];
const t = { after: (end: () => unknown) => void ends.unshift(end) };
try {
  const data = temporaryFolder(t);
  await fill(data);
  process.stdout.write(dump(join(data, "turnpike.db")));
} finally {
  for (const end of ends) await end();
}

async function fill(data: string): Promise<void> {
  const variables = {
    TURNPIKE_MASTER_KEY: masterKey,
    TURNPIKE_ROOT_APP_ID: String(root.appId),
    TURNPIKE_ROOT_SECRET_ID: root.secretId,
    TURNPIKE_ROOT_SECRET_KEY: root.secretKey,
  };
  const turnpike = await spawnTurnpike(t, data, variables, main === undefined ? {} : { main });
  const program = {
    client: sdkClient(turnpike.management, root),
    tags: tagClient({ port: turnpike.management.port, firstAccount: root }),
    spendOne: ({ host }: { readonly host: string }) => ask(turnpike.port, { host, key }, { path: "/release/orders" }),
  };
  for (const [since, add] of additions) {
    if (since > Number(schema)) break;
    for (const make of add) await make(program);
  }
  // What it leased and did not use is given back.
  await turnpike.kill("SIGTERM");
}

function dump(path: string): string {
  const database = new DatabaseSync(path, { readOnly: true });
  const tables = database
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name <> 'migrations' order by rowid",
    )
    .all();
  const statements = tables.map(({ name }) => {
    const rows = database.prepare(`select * from ${name}`).all();
    if (rows.length === 0) return "";
    const columns = Object.keys(rows[0] ?? {}).join(", ");
    return `insert into ${name} (${columns}) values\n${rows.map(toValues).join(",\n")};\n`;
  });
  database.close();
  return statements.join("");
}

function toValues(row: object): string {
  const values = Object.values(row).map((value) => {
    if (value === null) return "null";
    return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
  });
  return `  (${values.join(", ")})`;
}
