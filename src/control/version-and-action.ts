import type { CommonParameters } from "./common-parameters.ts";
import { ApiError, unknownAction, unknownVersion } from "./contract/errors.ts";
import { actions } from "./contract/generated/contract.ts";
import type { ActionName } from "./contract/generated/types.ts";

const servedVersion = "2018-08-08";

/** Throws NoSuchVersion or InvalidAction. */
export function findAction({ version, action }: CommonParameters): ActionName {
  if (version !== servedVersion) throw unknownVersion(version);
  if (!isActionName(action)) throw unknownAction(action, version);
  return action;
}

function isActionName(text: string): text is ActionName {
  return Object.hasOwn(actions, text);
}

export function notImplemented(action: ActionName): ApiError {
  const message = `The action \`${action}\` is not implemented by this version of Turnpike.`;
  return new ApiError("UnsupportedOperation", message);
}
