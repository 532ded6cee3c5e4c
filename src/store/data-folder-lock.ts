import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sqliteErrorCode } from "./dialect/sqlite/errors.ts";
import { StoreError } from "./errors.ts";

/** SQLITE_BUSY, https://www.sqlite.org/rescode.html */
const busy = 5;

/**
 * Claims a data folder for this process, creating it when missing; returns how to let go. Throws a `locked`
 * {@link StoreError} when another process holds it.
 *
 * Node has no file locks of its own, so an otherwise empty SQLite file lends its lock: the operating system drops it
 * with the process, however that ends, and no stale lock is left to judge by its pid.
 */
export function lockDataFolder(folder: string): () => void {
  createFolder(folder);
  const lock = openLock(folder);
  try {
    // Without a journal file nothing is left beside the lock.
    lock.exec("pragma journal_mode = off; begin exclusive");
  } catch (error) {
    lock.close();
    if (sqliteErrorCode(error) !== busy) {
      throw new StoreError("unavailable", `the data folder ${folder} cannot be locked`, { cause: error });
    }
    const holder = readHolder(folder);
    throw new StoreError("locked", `another process${holder} is running on the data folder ${folder}`, {
      cause: error,
    });
  }
  // For the message above only.
  writeFileSync(join(folder, "lock.pid"), `${process.pid}\n`);
  return () => lock.close();
}

function createFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StoreError("unavailable", `the data folder ${folder} cannot be created`, { cause: error });
  }
}

function openLock(folder: string): DatabaseSync {
  try {
    return new DatabaseSync(join(folder, "lock"), { timeout: 0 });
  } catch (error) {
    throw new StoreError("unavailable", `the data folder ${folder} cannot be written to`, { cause: error });
  }
}

function readHolder(folder: string): string {
  try {
    return ` (pid ${readFileSync(join(folder, "lock.pid"), "latin1").trim()})`;
  } catch {
    return "";
  }
}
