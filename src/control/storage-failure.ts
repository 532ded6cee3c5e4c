import { StoreError, type StoreErrorKind } from "../store/errors.ts";
import { commonError } from "./contract/errors.ts";
import { actions, type ErrorCode } from "./contract/generated/contract.ts";
import type { ActionName } from "./contract/generated/types.ts";

/** Not the kinds that are a bug of ours. */
const storageKinds: ReadonlySet<StoreErrorKind> = new Set(["full", "corrupt", "busy", "unavailable"]);

/** An error of a transaction, told by the published code if it is the storage that failed. */
export function transactionFailure(action: ActionName, error: unknown): unknown {
  return error instanceof StoreError && storageKinds.has(error.kind) ? storageFailure(action, error) : error;
}

/** Data could not be stored or put in force: the code published for that, where the action lists it. */
export function storageFailure(action: ActionName, cause: unknown): unknown {
  const listed: readonly ErrorCode[] = actions[action].errors;
  return listed.includes("InternalError.OssException") ? commonError("InternalError.OssException", { cause }) : cause;
}
