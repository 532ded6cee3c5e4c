import { ApiError } from "../contract/errors.ts";
import { quote } from "../contract/quote.ts";
import type { Generation } from "../generation.ts";
import { notImplemented } from "../version-and-action.ts";
import { legacyActions, notServed } from "./actions.ts";
import { legacyFailure, legacySuccess } from "./envelope.ts";
import { legacyOperation } from "./operation.ts";
import { readLegacyCommonParameters, readLegacyRequest } from "./request.ts";

/** API 2.0, which clients of before 2019 speak, on the same data and by the same actions. */
export const apiTwo: Generation = {
  readRequest: readLegacyRequest,
  readCommonParameters: readLegacyCommonParameters,
  findOperation({ action }) {
    // Some clients leave the first letter small.
    const name = action.charAt(0).toUpperCase() + action.slice(1);
    const legacy = legacyActions.get(name);
    if (legacy !== undefined) return legacyOperation(legacy);
    const reason = notServed.get(name) ?? "does not exist in API 2.0";
    throw new ApiError("InvalidAction", `The action \`${quote(name)}\` ${reason}.`);
  },
  notImplemented: (name) => new ApiError("InvalidAction", notImplemented(name).message),
  success: legacySuccess,
  failure: legacyFailure,
};
