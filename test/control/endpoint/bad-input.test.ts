import assert from "node:assert/strict";
import { test } from "node:test";
import { codeOf, type Endpoint, sendBytes, startEndpoint } from "./endpoint.ts";

// Whatever is sent, the caller gets a typed error, nothing changes, and the endpoint goes on serving.

async function assertUnharmed(endpoint: Endpoint): Promise<void> {
  const listed = await endpoint.tc3("DescribeApiKeysStatus");
  assert.equal(codeOf(listed), "ok");
  assert.equal((listed.response["Result"] as { TotalCount: number }).TotalCount, 0);
  assert.deepEqual(endpoint.logged, []);
}

function nested(levels: number, open: string, close: string): string {
  return open.repeat(levels) + close.repeat(levels);
}

const name = `"SecretName":"key"`;
const bodies: readonly (readonly [what: string, body: string | Buffer, code: RegExp])[] = [
  ["text", "hello", /^InvalidParameter$/],
  ["half an object", `{${name}`, /^InvalidParameter$/],
  ["a trailing comma", `{${name},}`, /^InvalidParameter$/],
  ["a comment", `{/* */${name}}`, /^InvalidParameter$/],
  ["two objects", `{${name}}{}`, /^InvalidParameter$/],
  ["an array", `[{${name}}]`, /^InvalidParameter$/],
  ["null", "null", /^InvalidParameter$/],
  ["a string", `"{}"`, /^InvalidParameter$/],
  ["a number", "1e999", /^InvalidParameter$/],
  [
    "bad UTF-8",
    Buffer.concat([Buffer.from(`{"SecretName":"`), Buffer.from([0xff, 0xc0]), Buffer.from(`"}`)]),
    /^InvalidParameter$/,
  ],
  ["a NUL byte", `{"SecretName":"a\0b"}`, /^InvalidParameter$/],
  ["an escaped NUL", `{"SecretName":"a\\u0000b"}`, /^InvalidParameter/],
  ["a lone surrogate", `{"SecretName":"\\ud800"}`, /^InvalidParameter/],
  ["ten thousand arrays", `{${name},"Tags":${nested(10_000, "[", "]")}}`, /^InvalidParameter/],
  [
    "ten thousand objects",
    `{${name},"Tags":[${'{"Key":'.repeat(10_000)}1${"}".repeat(10_000)}]}`,
    // The outermost object has no Value.
    /^MissingParameter$/,
  ],
  ["a million open arrays", "[".repeat(1_000_000), /^InvalidParameter$/],
  ["a million open objects", `{"a":`.repeat(1_000_000), /^InvalidParameter$/],
  ["__proto__ at the top", `{${name},"__proto__":{"SecretName":"x"}}`, /^UnknownParameter$/],
  ["__proto__ instead of the name", `{"__proto__":{"SecretName":"x"}}`, /^UnknownParameter$/],
  ["constructor", `{${name},"constructor":{"prototype":{"x":1}}}`, /^UnknownParameter$/],
  ["an inherited name", `{${name},"toString":1}`, /^UnknownParameter$/],
  ["an empty name", `{${name},"":1}`, /^UnknownParameter$/],
  ["a name in another case", `{"secretname":"key"}`, /^UnknownParameter$/],
  ["a name that is a path", `{${name},"Tags.0.Key":"x"}`, /^UnknownParameter$/],
  ["a number for text", `{"SecretName":1}`, /^InvalidParameter$/],
  ["an object for text", `{"SecretName":{"toString":"x"}}`, /^InvalidParameter$/],
  ["null for required text", `{"SecretName":null}`, /^MissingParameter$/],
  ["null in a list", `{${name},"Tags":[null]}`, /^InvalidParameter$/],
  ["an object for a list", `{${name},"Tags":{"0":{"Key":"a","Value":"b"}}}`, /^InvalidParameter$/],
];

for (const [what, body, code] of bodies) {
  test(`${what} as a JSON body is a typed error and changes nothing`, async (t) => {
    const endpoint = await startEndpoint(t);
    const answer = await endpoint.tc3("CreateApiKey", undefined, { body });
    assert.match(codeOf(answer), code);
    assert.equal(answer.status, 200);
    await assertUnharmed(endpoint);
  });
}

test("unknown members inside nested objects, __proto__ among them, are ignored and pollute nothing", async (t) => {
  const endpoint = await startEndpoint(t);
  const body = `{${name},"Tags":[{"Key":"a","Value":"b","__proto__":{"polluted":1},"Extra":{"__proto__":{"polluted":1}}}]}`;
  const answer = await endpoint.tc3("CreateApiKey", undefined, { body });
  assert.deepEqual((answer.response["Result"] as { Tags: unknown }).Tags, [{ Key: "a", Value: "b" }]);
  assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
});

const flattened: readonly (readonly [what: string, parameters: Record<string, string>, code: RegExp])[] = [
  ["__proto__", { __proto__x: "1", ["__proto__"]: "1" }, /^UnknownParameter$/],
  ["__proto__ below", { "__proto__.SecretName": "x" }, /^UnknownParameter$/],
  ["a path through a scalar", { "SecretName.0": "x" }, /^(UnknownParameter|InvalidParameter)$/],
  ["a negative index", { "Tags.-1.Key": "x" }, /^(UnknownParameter|InvalidParameter)$/],
  ["a fractional index", { "Tags.0.5.Key": "x" }, /^(UnknownParameter|InvalidParameter|MissingParameter)$/],
  ["a path without end", { "Tags.": "x" }, /^(UnknownParameter|InvalidParameter)$/],
  ["dots alone", { "...": "x" }, /^UnknownParameter$/],
  ["ten thousand levels", { [Array(10_000).fill("a").join(".")]: "x" }, /^UnknownParameter$/],
  ["an integer that is none", { Limit: "ten" }, /^UnknownParameter$/],
];

for (const [what, parameters, code] of flattened) {
  test(`${what} in a form is a typed error and changes nothing`, async (t) => {
    const endpoint = await startEndpoint(t);
    const own = Object.fromEntries([["SecretName", "key"], ...Object.entries(parameters)]);
    assert.match(codeOf(await endpoint.v1("CreateApiKey", own, "POST")), code);
    await assertUnharmed(endpoint);
  });
}

test("indices may have gaps and come in any order", async (t) => {
  const endpoint = await startEndpoint(t);
  const tags = { "Tags.7.Key": "b", "Tags.7.Value": "2", "Tags.2.Value": "1", "Tags.2.Key": "a" };
  const answer = await endpoint.v1("CreateApiKey", { SecretName: "key", ...tags }, "POST");
  assert.deepEqual((answer.response["Result"] as { Tags: unknown }).Tags, [
    { Key: "a", Value: "1" },
    { Key: "b", Value: "2" },
  ]);
});

test("an enormous index makes no enormous list", async (t) => {
  const endpoint = await startEndpoint(t);
  const tags = { "Tags.999999999.Key": "a", "Tags.999999999.Value": "1" };
  const answer = await endpoint.v1("CreateApiKey", { SecretName: "key", ...tags }, "POST");
  assert.deepEqual((answer.response["Result"] as { Tags: unknown }).Tags, [{ Key: "a", Value: "1" }]);
});

test("a piece of a query or form without = is told so", async (t) => {
  const endpoint = await startEndpoint(t);
  const form = { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded" } };
  const bodies = ["Action", "Action=x&Version", "hello", "&=&x", Buffer.from([0xff, 0x3d, 0x78])];
  const answers = [await endpoint.send({ path: "/?Action=CreateApiKey&Version" })];
  for (const body of bodies) answers.push(await endpoint.send({ ...form, body }));
  for (const answer of answers) {
    assert.deepEqual(answer.response.Error, {
      Code: "InvalidParameter",
      Message: "Url key and value should be splited by `=`.",
    });
  }
});

test("escapes that are not UTF-8 are refused", async (t) => {
  const endpoint = await startEndpoint(t);
  for (const code of ["%", "%f", "%zz", "%ff", "%c0%80", "%ed%a0%80"]) {
    assert.equal(codeOf(await endpoint.send({ path: `/?Action=${code}` })), "InvalidParameter", code);
  }
});

test("more than ten thousand parameters are too many, repeated and empty ones included", async (t) => {
  const endpoint = await startEndpoint(t);
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const distinct = Array.from({ length: 10_001 }, (_, index) => `a${index}=`).join("&");
  for (const body of [distinct, "a=&".repeat(10_001), "&".repeat(10_001)]) {
    assert.equal(codeOf(await endpoint.send({ method: "POST", headers, body })), "RequestSizeLimitExceeded");
  }
  const many = "a=&".repeat(10_000);
  assert.equal(codeOf(await endpoint.send({ method: "POST", headers, body: many })), "MissingParameter");
});

const boundary = "multipart/form-data; boundary=b";
const part = `--b\r\nContent-Disposition: form-data; name="SecretName"\r\n\r\nkey\r\n`;
for (const [what, contentType, body] of [
  ["no boundary", "multipart/form-data", `${part}--b--`],
  ["an empty boundary", "multipart/form-data; boundary=", `${part}--b--`],
  ["a boundary too long", `multipart/form-data; boundary=${"b".repeat(71)}`, `${part}--b--`],
  ["no end", boundary, part],
  ["no part", boundary, "hello"],
  ["nothing", boundary, ""],
  ["a part without a name", boundary, "--b\r\nContent-Disposition: form-data\r\n\r\nkey\r\n--b--"],
  ["a part without headers", boundary, "--b\r\nkey\r\n--b--"],
  ["garbage after a boundary", boundary, `--bx${part}--b--`],
  ["bad UTF-8", boundary, Buffer.concat([Buffer.from(part), Buffer.from([0xff]), Buffer.from("\r\n--b--")])],
] as const) {
  test(`a multipart body with ${what} is an invalid request`, async (t) => {
    const endpoint = await startEndpoint(t);
    assert.equal(codeOf(await endpoint.tc3("CreateApiKey", undefined, { contentType, body })), "InvalidRequest");
    await assertUnharmed(endpoint);
  });
}

test("signatures that are not even signatures are refused", async (t) => {
  const endpoint = await startEndpoint(t);
  for (const [authorization, code] of [
    ["Bearer token", "AuthFailure.InvalidAuthorization"],
    ["Basic dXNlcjpwYXNz", "AuthFailure.InvalidAuthorization"],
    ["TC3-HMAC-SHA1 Credential=x", "AuthFailure.InvalidAuthorization"],
    ["TC3-HMAC-SHA256", "AuthFailure.InvalidAuthorization"],
    [`TC3-HMAC-SHA256 ${"Credential=a,".repeat(5000)}`, "AuthFailure.InvalidAuthorization"],
  ] as const) {
    const answer = await endpoint.tc3("DescribeApiKeysStatus", {}, { headers: { Authorization: authorization } });
    assert.equal(codeOf(answer), code, authorization.slice(0, 40));
  }
  const v1 = { Action: "DescribeApiKeysStatus", Version: "2018-08-08", Timestamp: String(endpoint.time) };
  for (const signature of ["x", "=", "AAAA", "é", " ".repeat(100)]) {
    const query = new URLSearchParams({
      ...v1,
      SecretId: "AKIDEXAMPLEfake0000000000000000000001",
      Signature: signature,
    });
    assert.equal(codeOf(await endpoint.send({ path: `/?${query}` })), "AuthFailure.SignatureFailure", signature);
  }
});

test("a timestamp that is no number is a wrong parameter", async (t) => {
  const endpoint = await startEndpoint(t);
  for (const timestamp of ["now", "-1", "1e9", "1700000000.5", "99999999999999999999", "0x10"]) {
    const answer = await endpoint.v1("DescribeApiKeysStatus", { Timestamp: timestamp });
    assert.equal(codeOf(answer), "InvalidParameter", timestamp);
  }
});

test("names an object inherits are not actions", async (t) => {
  const endpoint = await startEndpoint(t);
  for (const action of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
    assert.equal(codeOf(await endpoint.tc3(action)), "InvalidAction", action);
  }
});

test("texts of a caller are shortened and made harmless in messages", async (t) => {
  const endpoint = await startEndpoint(t);
  const answer = await endpoint.v1(`<b>\u0000\u202e${"x".repeat(5000)}`, {}, "POST");
  assert.equal(codeOf(answer), "InvalidAction");
  const message = answer.response.Error?.Message ?? "";
  assert.ok(message.length < 300);
  assert.doesNotMatch(message, /[\u0000\u202e]/);
});

async function statusOf(port: number, bytes: string): Promise<string> {
  return (await sendBytes(port, Buffer.from(bytes, "latin1"))).split("\r\n", 1)[0] ?? "";
}

test("requests that are not HTTP, and hosts that are not one, are refused and leave the endpoint standing", async (t) => {
  const endpoint = await startEndpoint(t);
  const refused = "HTTP/1.1 400 Bad Request";
  for (const [bytes, status] of [
    ["\0\0\0\0", refused],
    ["GET / HTTP/9.9\r\n\r\n", refused],
    ["GET / HTTP/1.1\r\n\r\n", refused],
    ["GET /\xff HTTP/1.1\r\nHost: x\r\n\r\n", refused],
    ["POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}", refused],
    ["POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}", refused],
    ["GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n", refused],
    ["GET / HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n", "HTTP/1.1 200 OK"],
    ["GET / HTTP/1.1\r\nHost: [::1\r\nConnection: close\r\n\r\n", "HTTP/1.1 200 OK"],
    ["GET / HTTP/1.1\r\nHost: a b\xff@;,\r\nConnection: close\r\n\r\n", "HTTP/1.1 200 OK"],
    ["GET http://[::1/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "HTTP/1.1 200 OK"],
    ["OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "HTTP/1.1 200 OK"],
    ["GET / HTTP/1.0\r\n\r\n", "HTTP/1.1 200 OK"],
    ["CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n", ""],
    ["GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n", "HTTP/1.1 200 OK"],
  ] as const) {
    assert.equal(await statusOf(endpoint.port, bytes), status, JSON.stringify(bytes));
  }
  await assertUnharmed(endpoint);
});

test("a client that goes away in the middle of its body changes nothing", async (t) => {
  const endpoint = await startEndpoint(t);
  await statusOf(endpoint.port, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{}");
  await assertUnharmed(endpoint);
});
