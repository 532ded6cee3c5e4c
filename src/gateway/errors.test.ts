import assert from "node:assert/strict";
import { test } from "node:test";
import { errorBody } from "./answers/answer-head.ts";
import { gatewayError } from "./errors.ts";

// Statuses and texts as published (Tencent Cloud docs 628/31717, 35260), without the full stops of the printed table.
const published = [
  [404, "Not Found Host", gatewayError("hostMissing")],
  [404, "Get Host Fail", gatewayError("hostUnusable")],
  [404, "Could not support method", gatewayError("methodUnknown")],
  [404, "There is no api match uri '/foo' host 'h'", gatewayError("pathUnknown", "/foo", "h")],
  [405, "Method Not Allowed", gatewayError("methodNotAllowed")],
  [426, "Not allow use HTTPS protocol", gatewayError("protocolNotAllowed", "HTTPS")],
  [429, "req is cross origin, api /x need open cors flag on qcloud apigateway", gatewayError("crossOrigin", "/x")],
  [401, "HMAC signature cannot be verified", gatewayError("keyUnknown")],
  [401, "HMAC apikey is invalid for API", gatewayError("keyNotBound")],
  [403, "Found no validate usage plan", gatewayError("noUsagePlan")],
  [429, "API rate limit exceeded", gatewayError("rateExceeded")],
  [429, "API quota exceeded", gatewayError("quotaExceeded")],
  [403, "header X is required", gatewayError("headerRequired", "X")],
  [403, "querystring q is required", gatewayError("queryRequired", "q")],
  [403, "body param b is required", gatewayError("bodyParameterRequired", "b")],
  [403, "path variable p is required", gatewayError("pathVariableRequired", "p")],
  [403, "req content type need application/x-www-form-urlencoded", gatewayError("formRequired")],
  [403, "Endpoint IP address is not allowed", gatewayError("backendBlocked")],
  [481, "API config error", gatewayError("apiMisconfigured")],
  [504, "504 Gateway Time-out", gatewayError("backendTimeout")],
] as const;

for (const [status, message, error] of published) {
  test(`${error.code} is ${status} "${message}"`, () => {
    assert.equal(error.status, status);
    assert.equal(error.message, message);
  });
}

test("an error is a JSON object with escaped slashes and a final newline", () => {
  const message = gatewayError("pathUnknown", "/foo", "h").message;
  assert.equal(errorBody(message), `{"message":"There is no api match uri '\\/foo' host 'h'"}\n`);
  assert.deepEqual(JSON.parse(errorBody('a"b\\c\r\n\u2028</script>')), { message: 'a"b\\c\r\n\u2028</script>' });
});

test("what a caller wrote is echoed up to a limit, and never read as a template", () => {
  const error = gatewayError("pathUnknown", `/{}${"x".repeat(10_000)}`, "host");
  assert.ok(error.message.length < 1_200);
  assert.ok(error.message.endsWith("host 'host'"));
});
