import { setTimeout as sleep } from "node:timers/promises";
import type { Driver, TransactionSettings } from "kysely";
import { StoreError } from "../../errors.ts";
import type { SqliteConnection } from "./connection.ts";

const lockRetryMs = 10;
const lockTimeoutMs = 5000;

/** Hands out a fixed set of connections, one user at a time each, first come first served. */
export class SqliteDriver implements Driver {
  readonly #all: readonly SqliteConnection[];
  readonly #free: SqliteConnection[];
  readonly #waiting: ((connection: SqliteConnection) => void)[] = [];

  constructor(connections: readonly SqliteConnection[]) {
    this.#all = connections;
    this.#free = [...connections];
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<SqliteConnection> {
    const free = this.#free.pop();
    return free ?? new Promise((resolve) => this.#waiting.push(resolve));
  }

  async releaseConnection(connection: SqliteConnection): Promise<void> {
    const next = this.#waiting.shift();
    if (next) next(connection);
    else this.#free.push(connection);
  }

  async beginTransaction(connection: SqliteConnection, settings: TransactionSettings): Promise<void> {
    if (settings.accessMode === "read only") connection.execute("begin");
    else await beginImmediate(connection);
  }

  async commitTransaction(connection: SqliteConnection): Promise<void> {
    connection.execute("commit");
  }

  async rollbackTransaction(connection: SqliteConnection): Promise<void> {
    // SQLite has rolled back by itself after some errors, such as a full disk.
    if (connection.database.isTransaction) connection.execute("rollback");
  }

  async destroy(): Promise<void> {
    for (const { database } of this.#all) if (database.isOpen) database.close();
  }
}

/** Waits for another process's write without blocking the event loop, as SQLite's own busy timeout would. */
async function beginImmediate(connection: SqliteConnection): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += lockRetryMs) {
    try {
      connection.execute("begin immediate");
      return;
    } catch (error) {
      const isBusy = error instanceof StoreError && error.kind === "busy";
      if (!isBusy || waitedMs >= lockTimeoutMs) throw error;
    }
    await sleep(lockRetryMs);
  }
}
