import { StoreError, type StoreErrorKind } from "../../errors.ts";

// Result codes, https://www.sqlite.org/rescode.html
const full = 13;
/** SQLITE_IOERR_SHMSIZE: there is no room for the file that goes with the write-ahead log. */
const noRoomForSharedMemory = 4874;

const kinds = new Map<number, { readonly kind: StoreErrorKind; readonly message: string }>([
  [5, { kind: "busy", message: "the database is locked by another process" }],
  [6, { kind: "busy", message: "a table of the database is locked" }],
  [8, { kind: "unavailable", message: "the database is read-only" }],
  [10, { kind: "unavailable", message: "the database file could not be read or written" }],
  [11, { kind: "corrupt", message: "the database file is damaged" }],
  [full, { kind: "full", message: "no space is left for the database" }],
  [14, { kind: "unavailable", message: "the database file could not be opened" }],
  [19, { kind: "conflict", message: "a record conflicts with an existing one" }],
  [26, { kind: "corrupt", message: "the file is not a database" }],
]);

/** SQLite's error as a {@link StoreError}; SQLite's own words are kept (they name columns, never values). */
export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = sqliteErrorCode(error);
  const known = code === undefined ? undefined : kinds.get(code);
  const detail = error instanceof Error ? error.message : String(error);
  if (!known) return new StoreError("internal", detail, { cause: error });
  return new StoreError(known.kind, `${known.message} (${detail})`, { cause: error });
}

/** The primary result code, or undefined when the error is not SQLite's. */
export function sqliteErrorCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return undefined;
  return error.errcode === noRoomForSharedMemory ? full : error.errcode & 0xff;
}
