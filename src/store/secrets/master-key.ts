import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from "node:fs";
import { join } from "node:path";
import { StoreError } from "../errors.ts";

const keyBytes = 32;
const fileName = "master.key";

/** Where the master key comes from. */
interface MasterKeySource {
  /** The value of `TURNPIKE_MASTER_KEY`: 32 bytes in hex or base64. Takes precedence over the file. */
  readonly configured?: string | undefined;
  /** Folder of the file `master.key`, which is created when there is neither. */
  readonly dataFolder: string;
  /** Whether a database is there already: a new key could not open its secrets, so none is made. */
  readonly isExpected?: boolean;
}

/**
 * The key all secrets are sealed with. Losing it loses them: a backup needs the key as well as the database, kept apart
 * from each other.
 */
export function loadMasterKey({ configured, dataFolder, isExpected = false }: MasterKeySource): Uint8Array {
  if (configured !== undefined && configured !== "") return decode(configured, "TURNPIKE_MASTER_KEY");
  const path = join(dataFolder, fileName);
  const existing = readIfPresent(path);
  if (existing !== undefined) return decode(existing, path);
  if (isExpected) {
    throw new StoreError(
      "wrong-key",
      `the master key ${path} is gone, and without it the secrets in the database beside it cannot be read: ` +
        "put the file back from a backup, or give its content in TURNPIKE_MASTER_KEY",
    );
  }
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  createFile(dataFolder, path);
  return decode(readFileSync(path, "latin1"), path);
}

function decode(text: string, source: string): Uint8Array {
  const trimmed = text.trim();
  const bytes = /^[0-9a-fA-F]{64}$/.test(trimmed) ? Buffer.from(trimmed, "hex") : Buffer.from(trimmed, "base64");
  if (bytes.length !== keyBytes) {
    throw new StoreError("wrong-key", `${source} must hold a key of ${keyBytes} bytes in hex or base64`);
  }
  return bytes;
}

function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, "latin1");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new StoreError("unavailable", `the master key ${path} cannot be read`, { cause: error });
  }
}

/**
 * Written aside and linked into place, so that a crash never leaves half a key. The link fails if the file has appeared
 * meanwhile: then that one is the key.
 */
function createFile(folder: string, path: string): void {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const file = openSync(draft, "wx", 0o600);
  try {
    writeSync(file, `${randomBytes(keyBytes).toString("base64")}\n`);
    fsyncSync(file);
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) {
      throw new StoreError("unavailable", `the master key ${path} cannot be created`, { cause: error });
    }
  } finally {
    closeSync(file);
    unlinkSync(draft);
  }
  syncFolder(folder);
}

/** Makes the new name itself durable. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
