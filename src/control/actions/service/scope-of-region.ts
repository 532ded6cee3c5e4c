import type { Scope } from "../../../model/account.ts";
import { findRegion } from "../../../model/region.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { quote } from "../../contract/quote.ts";

/** The call's account in the region that a parameter `ApiRegion` names. */
export function scopeOfRegion(call: Call, region: string): Scope {
  if (findRegion(region) !== undefined) return { ...call.scope, region };
  throw new ApiError(
    "InvalidParameter.FormatError",
    `The parameter \`ApiRegion\` names no region: \`${quote(region)}\`.`,
  );
}
