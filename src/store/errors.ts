/**
 * Why the store could not do what was asked:
 * - `full`: no space left; reads go on, and writes work again once there is space;
 * - `corrupt`: the database file is damaged or is no database;
 * - `busy`: another process held the write lock for too long; the same call may be tried again;
 * - `conflict`: a row of that key exists already, or one that must exist does not;
 * - `not-found`: an update named a record that does not exist;
 * - `unavailable`: the file cannot be opened, read or written;
 * - `older-schema`: only an earlier version of the program has used this database, and it was not to be changed;
 * - `newer-schema`: a newer version of the program has used this database;
 * - `wrong-key`: the master key is not the one the secrets were sealed with, or a sealed secret was tampered with;
 * - `locked`: another process runs on this data folder;
 * - `internal`: anything else, a bug.
 */
export type StoreErrorKind =
  | "full"
  | "corrupt"
  | "busy"
  | "conflict"
  | "not-found"
  | "unavailable"
  | "older-schema"
  | "newer-schema"
  | "wrong-key"
  | "locked"
  | "internal";

/** The one error type that leaves the store. The message is for operators and never holds a secret or a value of a record. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly kind: StoreErrorKind;

  constructor(kind: StoreErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
