/**
 * Every error a caller of the gateway can meet: its status, and its message with `{}` where a variable part goes. The
 * wording is the hosted product's where it has one. Sources: Tencent Cloud docs 628/31717, 35260, 42188.
 */
export const gatewayErrors = {
  badRequest: { status: 400, message: "Bad Request" },
  invalidTarget: { status: 400, message: "{}" },
  bodyTooLarge: { status: 413, message: "Request Entity Too Large" },
  targetTooLong: { status: 414, message: "Request-URI Too Large" },
  headTooLarge: { status: 431, message: "Request Header Fields Too Large" },
  requestTimeout: { status: 408, message: "Request Timeout" },
  expectationFailed: { status: 417, message: "Expectation Failed" },
  tooManyConnections: { status: 429, message: "Too many connections" },

  hostMissing: { status: 404, message: "Not Found Host" },
  hostUnusable: { status: 404, message: "Get Host Fail" },
  methodUnknown: { status: 404, message: "Could not support method" },
  hostUnknown: { status: 404, message: "There is no api match host '{}'" },
  environmentUnknown: { status: 404, message: "There is no api match default env_mapping '{}'" },
  mappingUnknown: { status: 404, message: "There is no api match env_mapping '{}'" },
  pathUnknown: { status: 404, message: "There is no api match uri '{}' host '{}'" },
  methodMismatch: { status: 404, message: "There is no api match method '{}'" },
  methodNotAllowed: { status: 405, message: "Method Not Allowed" },
  protocolNotAllowed: { status: 426, message: "Not allow use {} protocol" },
  webSocketRequired: { status: 426, message: "Not allow use HTTP protocol" },
  http2Required: { status: 426, message: "Not allow use HTTP/1.1 protocol" },
  webSocketFieldRequired: { status: 403, message: "need header {}" },
  crossOrigin: { status: 429, message: "req is cross origin, api {} need open cors flag on qcloud apigateway" },

  /** The signing rules give the reason. */
  signatureRefused: { status: 401, message: "{}" },
  keyUnknown: { status: 401, message: "HMAC signature cannot be verified" },
  keyNotBound: { status: 401, message: "HMAC apikey is invalid for API" },
  addressNotAllowed: { status: 403, message: "Your IP address is not allowed" },
  customAuthRefused: { status: 401, message: "Unauthorized" },
  customAuthMissing: { status: 401, message: "missing {} parameter" },

  noUsagePlan: { status: 403, message: "Found no validate usage plan" },

  noApiApp: { status: 403, message: "Found no validate apiapp" },
  appSignatureMismatch: { status: 401, message: "HMAC signature does not match, Server StringToSign:{}" },
  formUnreadable: { status: 403, message: "Get body params fail" },

  oauthHeaderMissing: { status: 401, message: "Oauth found no authorization header" },
  oauthHeaderEmpty: {
    status: 401,
    message: "Oauth signature cannot be verified, a validate authorization header is required",
  },
  oauthHeaderMalformed: { status: 401, message: "Oauth authorization header format error" },
  oauthTokenEmpty: { status: 401, message: "Oauth found no id_token" },
  oauthCookieMissing: { status: 401, message: "Oauth miss Oauth id_token" },
  oauthTokenRefused: { status: 401, message: "Oauth id_token verify error" },
  oauthApiMissing: { status: 401, message: "Oauth found no related Oauth api" },
  oauthConfigMissing: { status: 481, message: "Oauth found no oauth config" },
  oauthKeyInvalid: { status: 481, message: "Oauth public key error" },
  oauthLocationInvalid: { status: 481, message: "Oauth id_token location forbidden" },

  rateExceeded: { status: 429, message: "API rate limit exceeded" },
  quotaExceeded: { status: 429, message: "API quota exceeded" },
  quotaUnavailable: { status: 503, message: "503 Service Unavailable" },

  headerRequired: { status: 403, message: "header {} is required" },
  queryRequired: { status: 403, message: "querystring {} is required" },
  bodyParameterRequired: { status: 403, message: "body param {} is required" },
  pathVariableRequired: { status: 403, message: "path variable {} is required" },
  formRequired: { status: 403, message: "req content type need application/x-www-form-urlencoded" },

  backendBlocked: { status: 403, message: "Endpoint IP address is not allowed" },
  apiMisconfigured: { status: 481, message: "API config error" },
  circuitOpen: { status: 503, message: "503 Service Unavailable" },
  pluginEndpointFailed: { status: 500, message: "500 Internal Server Error" },
  pluginEndpointTimeout: { status: 504, message: "504 Gateway Time-out" },
  internal: { status: 500, message: "500 Internal Server Error" },
  methodTooLong: { status: 501, message: "501 Not Implemented" },
  versionNotSupported: { status: 505, message: "505 HTTP Version Not Supported" },
  unfinished: { status: 503, message: "503 Service Unavailable" },
  backendBusy: { status: 503, message: "503 Service Unavailable" },
  backendUnreachable: { status: 502, message: "502 Bad Gateway" },
  backendTimeout: { status: 504, message: "504 Gateway Time-out" },
} as const;

export type GatewayErrorCode = keyof typeof gatewayErrors;

/** Longest variable part that is echoed; the rest of it is the caller's own text and of no use to him. */
const MAX_ECHO_LENGTH = 512;

/** An expected refusal. A stage returns it; it is not thrown, so that a flood of refused calls costs no stack traces. */
export class GatewayError {
  readonly code: GatewayErrorCode;
  readonly status: number;
  readonly message: string;
  /** Field block the answer carries because of the error. */
  readonly fields: string;

  constructor(code: GatewayErrorCode, parts: readonly string[], fields = fieldsOf(code)) {
    const { status, message } = gatewayErrors[code];
    this.code = code;
    this.fields = fields;
    this.status = status;
    this.message = parts.length === 0 ? message : fill(message, parts);
  }
}

/** 405 with what would be allowed (RFC 9110 §15.5.6). */
export function methodNotAllowed(allowed: readonly string[]): GatewayError {
  return new GatewayError("methodNotAllowed", [], `Allow: ${allowed.join(", ")}\r\n`);
}

/** 429 of a limit that counts in longer windows than a second. */
export function rateExceeded(retryAfterSeconds: number): GatewayError {
  return new GatewayError("rateExceeded", [], `Retry-After: ${retryAfterSeconds}\r\n`);
}

/** The error `code` with its variable parts filled in. */
export function gatewayError(code: GatewayErrorCode, ...parts: readonly string[]): GatewayError {
  return new GatewayError(code, parts);
}

function fill(template: string, parts: readonly string[]): string {
  const pieces = template.split("{}");
  let text = pieces[0] ?? "";
  for (let index = 1; index < pieces.length; index++) {
    text += (parts[index - 1] ?? "").slice(0, MAX_ECHO_LENGTH) + (pieces[index] ?? "");
  }
  return text;
}

const challenge = "WWW-Authenticate: hmac\r\n";
const pluginChallenge = "WWW-Authenticate: CustomAuth\r\n";
const nextSecond = "Retry-After: 1\r\n";
const webSocket = "Upgrade: websocket\r\n";
const soonOver = new Set<GatewayErrorCode>([
  "rateExceeded",
  "quotaUnavailable",
  "tooManyConnections",
  "unfinished",
  "backendBusy",
]);
const encrypted = "Upgrade: TLS/1.2, HTTP/1.1\r\n";

/** What RFC 9110 asks of some statuses (§11.6.1, §15.5.22), and when a call refused by a rate may succeed. */
function fieldsOf(code: GatewayErrorCode): string {
  if (code === "customAuthRefused" || code === "customAuthMissing") return pluginChallenge;
  if (gatewayErrors[code].status === 401) return challenge;
  if (code === "protocolNotAllowed") return encrypted;
  if (code === "webSocketRequired") return webSocket;
  return soonOver.has(code) ? nextSecond : "";
}
