import type { Scope } from "../../../model/account.ts";
import { findRegion } from "../../../model/region.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { quote } from "../../contract/quote.ts";

/** The call's account in the region that a parameter `ApiRegion` names, also as the lists of bindings do: `chongqing`. */
export function scopeOfRegion(call: Call, name: string): Scope {
  const region = findRegion(name) ?? findRegion(`ap-${name}`);
  if (region !== undefined) return { ...call.scope, region: region.code };
  const message = `The parameter \`ApiRegion\` names no region: \`${quote(name)}\`.`;
  throw new ApiError("InvalidParameter.FormatError", message);
}
