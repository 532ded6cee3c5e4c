import type { GatewayErrorCode } from "../../src/gateway/errors.ts";

/** When a caller meets each error. */
export const gatewayErrorCauses: Readonly<Record<GatewayErrorCode, string>> = {
  badRequest:
    "The request is not well-formed HTTP/1.1, has two `Host` or two `Content-Length` headers, both a length and chunks, or is a GET or HEAD with a body. The connection is closed, unless only the path is at fault.",
  invalidTarget: "The path is one that servers read differently; see [Paths](#paths).",
  bodyTooLarge: "The body is larger than 16 MiB.",
  targetTooLong: "The request line is longer than 16 KiB.",
  headTooLarge: "Request line and headers together are larger than 16 KiB.",
  requestTimeout:
    "The head took longer than 10 s to arrive, or the body longer than 15 s plus a second for each kilobyte.",
  expectationFailed: "`Expect` asks for something other than `100-continue`.",
  hostMissing: "The request names no host (HTTP/1.0 only; in HTTP/1.1 it is a 400).",
  hostUnusable: "The `Host` header is not a host name or address.",
  methodUnknown:
    "The method is one of HTTP's, such as PROPFIND, but not GET, HEAD, POST, PUT, DELETE, PATCH or OPTIONS. (One that HTTP does not have is a 400.)",
  hostUnknown: "No service has this host, and the path does not name one (`/_/{serviceId}/…`) or path style is off.",
  environmentUnknown: "The first segment of the path is not `test`, `prepub` or `release`.",
  mappingUnknown: "No path mapping of the custom domain fits the path.",
  pathUnknown: "The environment is not released, or no API of its version fits the path.",
  methodMismatch: "An API fits the path, but none of that path takes the method.",
  methodNotAllowed: "CONNECT and TRACE.",
  protocolNotAllowed:
    "The service, or the custom domain the call came to, is not offered over the protocol of the call (`Protocol`).",
  webSocketRequired: "The API's `Protocol` is WEBSOCKET, and the call does not ask to switch to it over HTTP/1.1.",
  http2Required: "The backend speaks gRPC, and the call did not come over HTTP/2.",
  webSocketFieldRequired: "A handshake to a WEBSOCKET API lacks `Sec-WebSocket-Key` or `Sec-WebSocket-Version`.",
  crossOrigin: "A browser's preflight to an API whose `EnableCORS` is off.",
  signatureRefused: "The signature is missing, malformed, outdated or wrong; see [Signatures](#signatures).",
  keyUnknown: "The key or app that signed does not exist, or the key is disabled.",
  keyNotBound: "The key or app exists, but no usage plan of the key, or not the app, is bound here.",
  addressNotAllowed: "The caller's address does not pass the IPControl plugin or the IP strategy of the API.",
  customAuthRefused: "The endpoint of the CustomAuth plugin did not admit the call.",
  customAuthMissing: "A parameter the CustomAuth plugin needs was not sent.",
  noUsagePlan: "The API asks for a key, and no usage plan is bound to it or its service in this environment.",
  noApiApp: "The API asks for an app, and none is bound to it in this environment.",
  appSignatureMismatch:
    "The app's signature is not the one its secret makes of this request. The text that was expected is shown, `#` standing for newlines and its end cut off if it is long.",
  formUnreadable: "The signed form has more than 10 000 fields.",
  oauthHeaderMissing: "A business API of OAuth was called without `Authorization`.",
  oauthHeaderEmpty: "`Authorization` is empty.",
  oauthHeaderMalformed: '`Authorization` is not `Bearer id_token="…"`, or was sent twice.',
  oauthTokenEmpty: "The token is empty.",
  oauthCookieMissing: "The token is expected in the cookie `id_token`, which was not sent.",
  oauthTokenRefused:
    "The token is not a JWT signed with RS256 by the key of the authorization API, is expired (`exp`) or is not valid yet (`nbf`).",
  oauthApiMissing: "The authorization API of the business API is not in the version that runs.",
  oauthConfigMissing: "The released API has AuthType OAUTH, but does not say which part it plays.",
  oauthKeyInvalid: "The released public key of the authorization API cannot be used.",
  oauthLocationInvalid: "The released authorization API wants the token in another place than header or cookie.",
  rateExceeded:
    "More calls in this clock second than the service, the API or the usage plan allows, or in the window of a traffic control plugin than that allows.",
  quotaExceeded: "All calls of the usage plan are spent.",
  quotaUnavailable: "The call would have to be counted against a quota, and the database cannot be written.",
  headerRequired: "A required header parameter was not sent.",
  queryRequired: "A required query parameter was not sent.",
  bodyParameterRequired: "A required form field was not sent.",
  pathVariableRequired: "A path parameter that the backend's path needs has no value.",
  formRequired: "The API declares parameters in the body, and what was sent is not a form.",
  backendBlocked: "The backend is at an address no backend may have (link-local and cloud metadata addresses).",
  apiMisconfigured: "The released definition of the API cannot be served; the log names it and says why.",
  circuitOpen: "The CircuitBreaker plugin is open and has no backend to fall back to.",
  pluginEndpointFailed:
    "The endpoint of a CustomAuth or CustomReq plugin cannot be reached, fails, or answers something else than agreed.",
  pluginEndpointTimeout: "The endpoint of a plugin took longer than `endpoint_timeout`.",
  internal: "A fault of Turnpike itself; the log has it under the request id.",
  methodTooLong: "The method is longer than 32 characters.",
  unfinished:
    "The call took longer than half an hour; or, before any call, the gateway has as many connections as `TURNPIKE_MAX_CONNECTIONS` allows.",
  backendBusy:
    "As many calls to this backend are under way, and wait, as `TURNPIKE_MAX_CALLS_PER_BACKEND` and `TURNPIKE_MAX_WAITING_PER_BACKEND` allow; or there are `TURNPIKE_MAX_TUNNELS` upgraded connections.",
  tooManyConnections:
    "The caller's address has as many connections as `TURNPIKE_MAX_CONNECTIONS_PER_ADDRESS` allows. The connection is closed.",
  versionNotSupported: "The version is neither HTTP/1.1 nor HTTP/1.0.",
  backendUnreachable:
    "The backend refuses the connection, breaks it, or answers something that is not HTTP; or no node of the upstream is healthy.",
  backendTimeout:
    "The connection took longer than 5 s, or the backend was silent for longer than the API's `ServiceTimeout`.",
};

/** Messages of `signatureRefused`, `{}` standing for the caller's text, in the order the checks run. */
export const signatureCauses: ReadonlyMap<string, string> = new Map([
  [
    "HMAC signature cannot be verified, a validate authorization header is required",
    "There is no `Authorization` header.",
  ],
  ["HMAC do not support multiple HTTP header", "`Authorization`, the date or a signed header was sent more than once."],
  ["HMAC authorization format error", 'The header is not `hmac name="value", …`, or names a parameter twice.'],
  ["HMAC id or signature missing", "`id` or `signature` is absent or empty."],
  ["HMAC authorization headers is invalidate", "`algorithm` or `headers` is absent or empty."],
  ["HMAC algorithm {} not supported", "`algorithm` is not `hmac-sha1`, `hmac-sha256`, `hmac-sha384` or `hmac-sha512`."],
  [
    "HMAC signature cannot be verified, a valid date or x-date header is required",
    "There is neither `X-Date` nor a `Date` that is a date.",
  ],
  [
    "HMAC signature cannot be verified, a valid x-date header is required for HMAC Authentication",
    "`X-Date` is not a date; an app did not sign one.",
  ],
  [
    "HMAC signature cannot be verified, the x-date header is out of date for HMAC Authentication",
    "`X-Date` is more than 15 minutes from the gateway's clock.",
  ],
  ["HMAC signature cannot be verified, a valid {} header is required", "A header named in `headers` was not sent."],
  ["HMAC signature does not match", "The signature is not the one this secret makes of these headers."],
]);

/** Messages of `invalidTarget`. The first five hold under every setting. */
export const pathCauses: ReadonlyMap<string, string> = new Map([
  ["The path must begin with a slash", "as it says"],
  [
    "The path holds a character that must be percent-encoded",
    "such as a space, a quote, a backslash or a byte above 0x7F",
  ],
  ["The path holds a malformed percent-encoding", "`%` without two hexadecimal digits"],
  ["The path holds an encoded control character", "`%00` to `%1F`, `%7F`"],
  [
    "The path holds a dot segment",
    "`/./` or `/../`, encoded or not; also where the path of the backend call would hold one",
  ],
  ["The path holds an empty segment", "`//`"],
  ["The path holds a semicolon", "`;`, which some servers cut off with all that follows"],
  ["The path holds an encoded slash or backslash", "`%2F`, `%5C`"],
  ["The path is percent-encoded twice", "`%25` followed by two hexadecimal digits"],
  ["The path holds an overlong UTF-8 encoding", "such as `%C0%AF`"],
]);
