import type { ErrorCode } from "./generated/contract.ts";
import { quote } from "./quote.ts";

/** An expected failure of a management call: what the caller is told, and nothing else. */
export class ApiError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ApiError";
    this.code = code;
  }
}

/** Fixed texts of codes that every API 3.0 product shares. */
const fixedTexts = {
  ActionOffline: "This API has been deprecated.",
  "AuthFailure.InvalidAuthorization": "`Authorization` in the request header is invalid.",
  "AuthFailure.SecretIdNotFound": "The SecretId is not found, please ensure that your SecretId is correct.",
  "AuthFailure.SignatureExpire":
    "The signature has expired, please check that your local time is synchronized with standard time.",
  "AuthFailure.SignatureFailure":
    "The provided credentials could not be validated. Please check your signature is correct.",
  InternalError: "An internal error occurred, please try again later.",
  "InternalError.OssException": "An internal error occurred, please try again later.",
  RequestSizeLimitExceeded: "The request size exceeds the upper limit.",
  UnsupportedProtocol: "HTTP(S) request protocol error; only GET and POST requests are supported.",
  UnsupportedRegion: "The action not support this region.",
} as const satisfies Partial<Record<ErrorCode, string>>;

export function commonError(code: keyof typeof fixedTexts, options?: ErrorOptions): ApiError {
  return new ApiError(code, fixedTexts[code], options);
}

export function missingParameter(name: string): ApiError {
  return new ApiError("MissingParameter", `The request is missing a required parameter \`${name}\`.`);
}

export function unknownParameter(name: string): ApiError {
  return new ApiError("UnknownParameter", `The parameter \`${quote(name)}\` is not recognized.`);
}

export function wrongType(name: string, type: "string" | "integer" | "boolean" | "object" | "array"): ApiError {
  const message = `The value type of parameter \`${name}\` is not valid, the parameter type should be \`${type}\`.`;
  return new ApiError("InvalidParameter", message);
}

export function malformedQuery(): ApiError {
  return new ApiError("InvalidParameter", "Url key and value should be splited by `=`.");
}

export function malformedBody(): ApiError {
  return new ApiError("InvalidParameter", "The request body is not a JSON object.");
}

export function unknownAction(action: string, version: string, product = "apigateway"): ApiError {
  const place = `service=\`${product}\` and version=\`${quote(version)}\``;
  const message = `The request action=\`${quote(action)}\` is invalid or not found in ${place}.`;
  return new ApiError("InvalidAction", message);
}

export function unknownVersion(version: string, product = "apigateway"): ApiError {
  const message = `The specified api version=\`${quote(version)}\` does not exist in service=\`${product}\`.`;
  return new ApiError("NoSuchVersion", message);
}

/** `spelling` is where the caller put it: the header `X-TC-Region` or the parameter `Region`. */
export function invalidRegion(spelling: "X-TC-Region" | "Region"): ApiError {
  const message = `A value specified in \`${spelling}\` is not valid, is unsupported, or cannot be used.`;
  return new ApiError("InvalidParameterValue", message);
}

export function tooManyRequests(seen: number, limit: number): ApiError {
  const message =
    `Your current request times equals to \`${seen}\` in a second, which exceeds the frequency limit ` +
    `\`${limit}\` for a second. Please reduce the frequency of calls.`;
  return new ApiError("RequestLimitExceeded", message);
}
