import { setTimeout as sleep } from "node:timers/promises";
import type { Driver, TransactionSettings } from "kysely";
import { StoreError } from "../../errors.ts";
import type { SqliteConnection } from "./connection.ts";

const lockRetryMs = 10;
const lockTimeoutMs = 5000;

/** Hands out a fixed set of connections, one user at a time each, first come first served. */
export class SqliteDriver implements Driver {
  readonly #size: number;
  readonly #free: SqliteConnection[];
  readonly #waiting: ((connection: SqliteConnection) => void)[] = [];
  #isClosed = false;

  constructor(connections: readonly SqliteConnection[]) {
    this.#size = connections.length;
    this.#free = [...connections];
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<SqliteConnection> {
    if (this.#isClosed) throw new StoreError("unavailable", "the store is closed");
    return this.#nextFree();
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

  /** Refuses new users, then closes each connection once those before are done with it. */
  async destroy(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (let closed = 0; closed < this.#size; closed++) {
      const { database } = await this.#nextFree();
      database.close();
    }
  }

  async #nextFree(): Promise<SqliteConnection> {
    const free = this.#free.pop();
    return free ?? new Promise((resolve) => this.#waiting.push(resolve));
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
