import type { ErrorCode } from "../contract/generated/contract.ts";

/** How an error of API 3.0 is told in API 2.0: a number, and a text where the old one differs from the code. */
interface Telling {
  readonly code: number;
  readonly codeDesc?: string;
}

const authFailure = "AuthFailure";
const unauthorized = "SecretidNotAuthAccessResource";

/** By whole code or by its class, the part before the first dot. Source: Tencent Cloud docs, error codes of API 2.0. */
const tellings: ReadonlyMap<string, Telling> = new Map<string, Telling>([
  ["MissingParameter", { code: 4000 }],
  ["InvalidParameter", { code: 4000 }],
  ["InvalidParameterValue", { code: 4000 }],
  ["InvalidRequest", { code: 4000 }],
  ["RequestSizeLimitExceeded", { code: 4000 }],
  ["UnknownParameter", { code: 4000 }],
  ["UnsupportedRegion", { code: 4000 }],
  ["AuthFailure", { code: 4100, codeDesc: authFailure }],
  ["AuthFailure.UnauthorizedOperation", { code: 4102, codeDesc: unauthorized }],
  ["UnauthorizedOperation", { code: 4102, codeDesc: unauthorized }],
  ["AuthFailure.SecretIdNotFound", { code: 4104, codeDesc: authFailure }],
  ["AuthFailure.TokenFailure", { code: 4105, codeDesc: authFailure }],
  ["AuthFailure.MFAFailure", { code: 4106, codeDesc: "MFACheckFailed" }],
  ["IpInBlacklist", { code: 4300 }],
  ["IpNotInWhitelist", { code: 4300 }],
  ["OperationDenied", { code: 4300 }],
  ["LimitExceeded", { code: 4400 }],
  ["RequestLimitExceeded", { code: 4400 }],
  // The rule of five minutes is published under the code for replays.
  ["AuthFailure.SignatureExpire", { code: 4500, codeDesc: authFailure }],
  ["UnsupportedProtocol", { code: 4600 }],
  ["ResourceNotFound", { code: 5000 }],
  ["DryRunOperation", { code: 5100 }],
  ["FailedOperation", { code: 5100 }],
  ["UnsupportedOperation", { code: 5100 }],
  ["ResourceInUse", { code: 5100 }],
  ["ResourceInsufficient", { code: 5100 }],
  ["ResourceUnavailable", { code: 5100 }],
  ["ResourcesSoldOut", { code: 5100 }],
  ["ResponseSizeLimitExceeded", { code: 5100 }],
  ["InternalError", { code: 6000 }],
  ["InvalidAction", { code: 6100 }],
  ["NoSuchVersion", { code: 6100 }],
  ["NoSuchProduct", { code: 6100 }],
  ["ActionOffline", { code: 6200 }],
  ["ServiceUnavailable", { code: 6200 }],
]);

/** The number and short text API 2.0 has for an error of API 3.0. */
export function resultCode(error: ErrorCode): Required<Telling> {
  const telling = tellings.get(error) ?? tellings.get(error.split(".", 1)[0] ?? "");
  return { code: telling?.code ?? 6000, codeDesc: telling?.codeDesc ?? error };
}
