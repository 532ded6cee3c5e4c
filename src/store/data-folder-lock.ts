import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sqliteErrorCode } from "./dialect/sqlite/errors.ts";
import { StoreError } from "./errors.ts";

const holderFile = "lock.pid";
/** SQLITE_BUSY, https://www.sqlite.org/rescode.html */
const busy = 5;

/**
 * Claims a data folder for this process, creating it when missing; returns how to let go. Throws a `locked`
 * {@link StoreError} when another process holds it.
 *
 * Node has no file locks of its own, so an empty SQLite file lends its lock: the operating system drops it with the
 * process, however that ends, and no stale lock is left to judge by its pid. The file itself stays: were it removed,
 * two processes could each hold a lock of that name.
 */
export function lockDataFolder(folder: string): () => void {
  createFolder(folder);
  const lock = openLock(folder);
  try {
    // In memory, so that no journal file lies beside the lock.
    lock.exec("pragma journal_mode = memory; begin exclusive");
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
  nameHolder(folder);
  return () => {
    rmSync(join(folder, holderFile), { force: true });
    lock.close();
  };
}

/** For the message above only: on a full disk it goes without. */
function nameHolder(folder: string): void {
  try {
    writeFileSync(join(folder, holderFile), `${process.pid}\n`, { mode: 0o600 });
  } catch {
    rmSync(join(folder, holderFile), { force: true });
  }
}

function createFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StoreError("unavailable", `the data folder ${folder} cannot be created`, { cause: error });
  }
}

function openLock(folder: string): DatabaseSync {
  const path = join(folder, "lock");
  try {
    createForOwner(path);
    return new DatabaseSync(path, { timeout: 0 });
  } catch (error) {
    throw new StoreError("unavailable", `the data folder ${folder} cannot be written to`, { cause: error });
  }
}

/** SQLite would make the file readable by others. One that exists is left alone: closing it would drop a lock held here. */
function createForOwner(path: string): void {
  if (!existsSync(path)) closeSync(openSync(path, "a", 0o600));
}

function readHolder(folder: string): string {
  try {
    return ` (pid ${readFileSync(join(folder, holderFile), "latin1").trim()})`;
  } catch {
    return "";
  }
}
