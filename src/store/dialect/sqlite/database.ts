import { closeSync, openSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { type Dialect, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from "kysely";
import { StoreError } from "../../errors.ts";
import type { DatabaseSchema } from "../../schema.ts";
import type { Database } from "../capabilities.ts";
import { foldFunction, sqliteCapabilities } from "./capabilities.ts";
import { SqliteConnection } from "./connection.ts";
import { SqliteDriver } from "./driver.ts";
import { toStoreError } from "./errors.ts";
import { groupCommit } from "./group-commit.ts";

const readerCount = 4;
// Checking reads the whole file; beyond this size it would delay the start too much (docs tell how to run it by hand).
const maxCheckedBytes = 64 * 1024 * 1024;
const inMemory = ":memory:";

/**
 * Of each connection, as far as the database is that large. The 2 MiB that SQLite takes by itself do not hold the two indexes that
 * lists of 100,000 rows are merged from, which makes them a tenth slower (bench/lists.ts).
 */
const cacheKibibytes = 16_384;

/**
 * Opens the database file, creating it for its owner only. One connection writes, others read. `:memory:` gives a
 * database that ends with the process, where reads and writes share one connection.
 */
export function openSqlite(path: string, onQuery: (sql: string) => void = () => {}): Database {
  const isFile = path !== inMemory;
  const connections: SqliteConnection[] = [];
  if (isFile) createForOwner(path);
  try {
    const writing = connect(path);
    connections.push(writing);
    prepareWriter(writing, isFile ? statSync(path).size : 0);
    for (let i = 0; isFile && i < readerCount; i++) {
      const reading = connect(path);
      connections.push(reading);
      reading.execute("pragma query_only = on");
    }
  } catch (error) {
    for (const { database } of connections) database.close();
    const { kind, message } = toStoreError(error);
    throw new StoreError(kind, `${path}: ${message}`, { cause: error });
  }
  const [writing, ...reading] = connections;
  if (!writing) throw new StoreError("internal", "no connection was opened");
  const writingDriver = new SqliteDriver([writing]);
  const readingDriver = isFile ? new SqliteDriver(reading) : writingDriver;
  const writer = kyselyOn(writingDriver, onQuery);
  const reader = kyselyOn(readingDriver, onQuery);
  return {
    capabilities: sqliteCapabilities,
    write: groupCommit(writer),
    read: (work) => reader.transaction().setAccessMode("read only").execute(work),
    async close() {
      // Readers first: the last connection to close moves the log into the database file and removes it. Kysely itself
      // would not close connections that were never used.
      await readingDriver.destroy();
      await writingDriver.destroy();
    },
  };
}

function createForOwner(path: string): void {
  try {
    closeSync(openSync(path, "a", 0o600));
  } catch (error) {
    throw new StoreError("unavailable", `the database file ${path} cannot be opened`, { cause: error });
  }
}

function connect(path: string): SqliteConnection {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: 100 });
  database.exec(`pragma cache_size = -${cacheKibibytes}`);
  database.function(foldFunction, { deterministic: true }, (text) =>
    typeof text === "string" ? text.toLowerCase() : null,
  );
  return new SqliteConnection(database);
}

function prepareWriter(connection: SqliteConnection, sizeInBytes: number): void {
  // FULL: what a commit acknowledged is on disk; NORMAL could lose it with the power.
  connection.execute("pragma journal_mode = wal; pragma synchronous = full; pragma journal_size_limit = 67108864;");
  if (sizeInBytes > 0 && sizeInBytes <= maxCheckedBytes) quickCheck(connection.database);
}

function quickCheck(database: DatabaseSync): void {
  const verdict = database.prepare("pragma quick_check(1)").get()?.["quick_check"];
  if (verdict !== "ok") throw new StoreError("corrupt", `the database file is damaged (${String(verdict)})`);
}

function kyselyOn(driver: SqliteDriver, onQuery: (sql: string) => void): Kysely<DatabaseSchema> {
  const dialect: Dialect = {
    createDriver: () => driver,
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
  return new Kysely<DatabaseSchema>({ dialect, log: ({ query }) => onQuery(query.sql) });
}
