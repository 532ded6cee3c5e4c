import { unlimited } from "../../../model/usage-plan.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";

/** The rate of a plan, calls per second or -1 for none; how high it may be is the operator's to choose. */
export function checkRate({ settings }: Call, ratePerSecond: number): void {
  const highest = settings.quotas.usagePlanRate;
  if (ratePerSecond === unlimited || (ratePerSecond >= 1 && ratePerSecond <= highest)) return;
  const message = `The parameter \`MaxRequestNumPreSec\` is \`${ratePerSecond}\`, but must be 1 to ${highest}, or -1.`;
  throw new ApiError("InvalidParameter.FormatError", message);
}
