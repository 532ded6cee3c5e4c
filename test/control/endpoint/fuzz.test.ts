import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { ReceivedRequest } from "../../../src/control/request.ts";
import { type Endpoint, sendBytes, startEndpoint, tc3Request, v1Request } from "./endpoint.ts";

// The endpoint below HTTP is asked directly here, so that thousands of requests take a second and no client mends them.

const text = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constantFrom("", "__proto__", "a=b&c", "{", "[]"));
const headerNames = [
  "authorization",
  "content-type",
  "host",
  "x-tc-action",
  "x-tc-version",
  "x-tc-region",
  "x-tc-timestamp",
];
const contentTypes = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b"];

const anyRequest = fc.record<ReceivedRequest>({
  method: fc.constantFrom("GET", "POST", "PUT"),
  target: fc.oneof(
    text,
    text.map((query) => `/?${query}`),
  ),
  headers: fc
    .array(fc.tuple(fc.constantFrom(...headerNames), fc.oneof(text, fc.constantFrom(...contentTypes))))
    .map((entries) => new Map(entries)),
  body: fc.oneof(fc.uint8Array({ maxLength: 200 }), text).map((bytes) => Buffer.from(bytes as string)),
});

test("no random request is an internal error, and none stays without an answer", async (t) => {
  const endpoint = await startEndpoint(t);
  const property = fc.asyncProperty(anyRequest, async (request) => {
    await assertAnswered(endpoint, request);
  });
  await fc.assert(property, { numRuns: 1000 });
});

/** Values of every JSON kind under names of every kind, for parameters whose signature is right. */
const names = fc.oneof(
  fc.constantFrom(
    "SecretName",
    "AccessKeyType",
    "Tags",
    "Key",
    "Value",
    "Filters",
    "Name",
    "Values",
    "Limit",
    "__proto__",
  ),
  fc.string(),
);
const { value: anyJson } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(null, true, 0, -1, 1.5, 1e300, "", "key"),
    text,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(fc.tuple(names, tie("value")), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
}));
const actions = fc.constantFrom(
  "CreateApiKey",
  "DescribeApiKeysStatus",
  "CreateUsagePlan",
  "CreateService",
  "BindSecretIds",
);

test("no signed JSON, whatever is in it, is an internal error", async (t) => {
  const endpoint = await startEndpoint(t);
  const property = fc.asyncProperty(actions, anyJson, async (action, parameters) => {
    const request = tc3Request(action, parameters, { host: "h", timestamp: endpoint.time });
    await assertAnswered(endpoint, received(request));
  });
  await fc.assert(property, { numRuns: 500 });
});

const paths = fc
  .array(fc.oneof(names, fc.nat({ max: 12 }).map(String), fc.constantFrom("", "-1", "00", "1e3")), {
    minLength: 1,
    maxLength: 6,
  })
  .map((steps) => steps.join("."));

test("no signed form, whatever is in it, is an internal error", async (t) => {
  const endpoint = await startEndpoint(t);
  const flattened = fc.array(fc.tuple(paths, text), { maxLength: 8 });
  const property = fc.asyncProperty(actions, flattened, async (action, entries) => {
    const common = { Action: action, Version: "2018-08-08", Region: "ap-guangzhou", Timestamp: String(endpoint.time) };
    const parameters = {
      ...Object.fromEntries(entries.map(([name, value]) => [name, value.toWellFormed()])),
      ...common,
    };
    await assertAnswered(endpoint, received(v1Request("POST", "h", parameters)));
  });
  await fc.assert(property, { numRuns: 500 });
});

test("no signed request with a byte changed is an internal error or passes for what it was not", async (t) => {
  const endpoint = await startEndpoint(t);
  const good = received(tc3Request("CreateApiKey", { SecretName: "key" }, { host: "h", timestamp: endpoint.time }));
  const property = fc.asyncProperty(fc.nat(), fc.nat({ max: 255 }), async (at, byte) => {
    const body = Buffer.from(good.body ?? "");
    const index = at % body.length;
    fc.pre(body[index] !== byte);
    body[index] = byte;
    const code = await assertAnswered(endpoint, { ...good, body });
    assert.match(code, /^(AuthFailure\.SignatureFailure|InvalidParameter)$/);
  });
  await fc.assert(property, { numRuns: 300 });
});

test("no bytes on a connection, random or nearly right, are an internal error or leave it open", async (t) => {
  const endpoint = await startEndpoint(t);
  const {
    path,
    headers = {},
    body = "",
  } = tc3Request("CreateApiKey", { SecretName: "key" }, { host: endpoint.host, timestamp: endpoint.time });
  const fields = Object.entries({ ...headers, "Content-Length": body.length }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const good = Buffer.from(`POST ${path} HTTP/1.1\r\n${fields.join("")}\r\n${body}`);
  const nearlyRight = fc
    .array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 3 })
    .map((changes) => {
      const bytes = Buffer.from(good);
      for (const [at, byte] of changes) bytes[at] = byte;
      return bytes;
    });
  const random = fc.uint8Array({ maxLength: 500 }).map((bytes) => Buffer.from(bytes));
  const property = fc.asyncProperty(fc.oneof(nearlyRight, random), async (bytes) => {
    assert.doesNotMatch(await sendBytes(endpoint.port, bytes), /InternalError/);
    assert.deepEqual(endpoint.logged, []);
  });
  await fc.assert(property, { numRuns: 200 });
});

function received(request: ReturnType<typeof tc3Request>): ReceivedRequest {
  const headers = new Map(
    Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  return {
    method: request.method ?? "GET",
    target: request.path ?? "/",
    headers,
    body: Buffer.from(request.body ?? ""),
  };
}

/** Resolves with the answer's error code, or "ok". */
async function assertAnswered(endpoint: Endpoint, request: ReceivedRequest): Promise<string> {
  const answer = await endpoint.control.handle(request);
  assert.equal(answer.status, 200);
  const { Error: error, RequestId } = JSON.parse(answer.body).Response;
  assert.equal(typeof RequestId, "string");
  assert.doesNotMatch(error?.Code ?? "", /^InternalError/);
  assert.deepEqual(endpoint.logged, []);
  return error?.Code ?? "ok";
}
