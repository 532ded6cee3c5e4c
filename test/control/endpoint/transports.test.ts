import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultQuotas } from "../../../src/control/settings.ts";
import { codeOf, type Endpoint, keyPair, region, startEndpoint, tc3Request, v1Request } from "./endpoint.ts";
import { signTc3 } from "./sign.ts";

const multipart = "multipart/form-data; boundary=0123456789abcdef";

function multipartBody(fields: Record<string, string>): string {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--0123456789abcdef\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join("")}--0123456789abcdef--\r\n`;
}

function resultOf(answer: { response: Record<string, unknown> }): Record<string, unknown> {
  return (answer.response["Result"] ?? answer.response["Error"]) as Record<string, unknown>;
}

test("one action reads the same from JSON, query, form and multipart", async (t) => {
  const endpoint = await startEndpoint(t);
  const flat = { SecretName: "the name", "Tags.0.Key": "团队", "Tags.0.Value": "a&b=c d+e" };
  const typed = { SecretName: "the name", Tags: [{ Key: "团队", Value: "a&b=c d+e" }] };
  const form = "application/x-www-form-urlencoded";
  const answers = [
    await endpoint.tc3("CreateApiKey", typed),
    await endpoint.tc3("CreateApiKey", {}, { contentType: multipart, body: multipartBody(flat) }),
    await endpoint.tc3("CreateApiKey", {}, { contentType: form, body: new URLSearchParams(flat).toString() }),
    await endpoint.v1("CreateApiKey", flat, "GET"),
    await endpoint.v1("CreateApiKey", flat, "POST"),
  ];
  for (const answer of answers) {
    const { SecretName, Tags } = resultOf(answer);
    assert.deepEqual({ SecretName, Tags }, typed);
  }
});

async function tc3Get(endpoint: Endpoint, action: string, query: string) {
  const contentType = "application/x-www-form-urlencoded";
  const call = { method: "GET", host: endpoint.host, contentType, body: Buffer.alloc(0), timestamp: endpoint.time };
  const { headers = {} } = tc3Request(action, {}, { host: endpoint.host, timestamp: endpoint.time, contentType });
  const Authorization = signTc3(keyPair, { ...call, query });
  return endpoint.send({ method: "GET", path: `/?${query}`, headers: { ...headers, Authorization } });
}

test("a TC3 query is verified as it was sent, whatever its escapes and its order", async (t) => {
  const endpoint = await startEndpoint(t);
  for (const query of ["SecretName=a+name", "SecretName=a%20name", "AccessKeyType=auto&SecretName=a%20%6eame&"]) {
    assert.equal(resultOf(await tc3Get(endpoint, "CreateApiKey", query))["SecretName"], "a name", query);
  }
});

test("a TC3 GET without parameters has an empty query", async (t) => {
  const endpoint = await startEndpoint(t);
  assert.equal(codeOf(await tc3Get(endpoint, "DescribeApiKeysStatus", "")), "ok");
});

test("numbers and booleans come as text in a query and are never coerced in JSON", async (t) => {
  const endpoint = await startEndpoint(t);
  assert.equal(codeOf(await endpoint.v1("DescribeApiKeysStatus", { Limit: "5" })), "ok");
  const answer = await endpoint.tc3("DescribeApiKeysStatus", { Limit: "5" });
  assert.equal(codeOf(answer), "InvalidParameter");
  assert.match(String(resultOf(answer)["Message"]), /`Limit`.*`integer`/);
});

test("a V1 form may be labelled JSON or not at all", async (t) => {
  const endpoint = await startEndpoint(t);
  const common = { Version: "2018-08-08", Region: region, Timestamp: String(endpoint.time) };
  const form = v1Request("POST", endpoint.host, { Action: "DescribeApiKeysStatus", ...common, Limit: "1" });
  for (const headers of [
    { "content-type": "application/json" },
    { "content-type": "application/json; charset=utf-8" },
    {},
  ]) {
    assert.equal(codeOf(await endpoint.send({ ...form, headers: { Host: endpoint.host, ...headers } })), "ok");
  }
});

test("a V1 POST takes its parameters from the body alone", async (t) => {
  const endpoint = await startEndpoint(t);
  const common = { Version: "2018-08-08", Region: region, Timestamp: String(endpoint.time) };
  const form = v1Request("POST", endpoint.host, { Action: "DescribeApiKeysStatus", ...common });
  assert.equal(codeOf(await endpoint.send({ ...form, path: "/?Action=CreateApiKey&not-a-pair" })), "ok");
});

test("a V1 call is not steered by headers its signature does not cover", async (t) => {
  const endpoint = await startEndpoint(t);
  const common = { Version: "2018-08-08", Region: region, Timestamp: String(endpoint.time) };
  const form = v1Request("POST", endpoint.host, { Action: "DescribeApiKeysStatus", ...common });
  const headers = { ...form.headers, "X-TC-Action": "Nonsense", "X-TC-Version": "1", "X-TC-Region": "ap-nowhere" };
  assert.equal(codeOf(await endpoint.send({ ...form, headers })), "ok");
});

test("of a name sent twice the last value counts", async (t) => {
  const endpoint = await startEndpoint(t);
  const answer = await tc3Get(endpoint, "CreateApiKey", "SecretName=first&SecretName=last");
  assert.equal(resultOf(answer)["SecretName"], "last");
});

test("V1 nonces of nineteen digits and old clients' keys with underscores are accepted", async (t) => {
  const endpoint = await startEndpoint(t);
  assert.equal(codeOf(await endpoint.v1("DescribeApiKeysStatus", { Nonce: "9223372036854775806" })), "ok");
});

test("header names may be in any case", async (t) => {
  const endpoint = await startEndpoint(t);
  const request = tc3Request("DescribeApiKeysStatus", {}, { host: endpoint.host, timestamp: endpoint.time });
  for (const spell of [(name: string) => name.toLowerCase(), (name: string) => name.toUpperCase()]) {
    const headers = Object.fromEntries(
      Object.entries(request.headers ?? {}).map(([name, value]) => [spell(name), value]),
    );
    assert.equal(codeOf(await endpoint.send({ ...request, headers })), "ok");
  }
});

test("the host may be signed without its port, or be a whole URL", async (t) => {
  const endpoint = await startEndpoint(t);
  for (const change of [
    { signedHost: "127.0.0.1" },
    { host: "gateway.example.com:7080", signedHost: "gateway.example.com" },
    { host: "http://127.0.0.1:8080" },
    { host: "https://gateway.example.com" },
  ]) {
    assert.equal(codeOf(await endpoint.tc3("DescribeApiKeysStatus", {}, change)), "ok", JSON.stringify(change));
  }
  const forged = await endpoint.tc3("DescribeApiKeysStatus", {}, { signedHost: "elsewhere.example.com" });
  assert.equal(codeOf(forged), "AuthFailure.SignatureFailure");
});

test("a host that clients sign behind a rewriting proxy can be allowed", async (t) => {
  const settings = {
    domain: "d",
    publicUrl: "http://d",
    actionRate: 0,
    signedHosts: ["apigateway.tencentcloudapi.com"],
  };
  const endpoint = await startEndpoint(t, { settings: { ...settings, functions: [], quotas: defaultQuotas } });
  const change = { signedHost: "apigateway.tencentcloudapi.com" };
  assert.equal(codeOf(await endpoint.tc3("DescribeApiKeysStatus", {}, change)), "ok");
});

test("the credential scope may name any service", async (t) => {
  const endpoint = await startEndpoint(t);
  for (const service of ["127", "localhost:8080", "apigateway", "x"]) {
    assert.equal(codeOf(await endpoint.tc3("DescribeApiKeysStatus", {}, { service })), "ok", service);
  }
});

test("a path prefix may be signed or not", async (t) => {
  const endpoint = await startEndpoint(t);
  for (const signedPath of ["/some/prefix/", "/"]) {
    const answer = await endpoint.tc3("DescribeApiKeysStatus", {}, { path: "/some/prefix/", signedPath });
    assert.equal(codeOf(answer), "ok", signedPath);
  }
});

test("the absolute form of a request target is read like its path", async (t) => {
  const endpoint = await startEndpoint(t);
  const answer = await endpoint.tc3("DescribeApiKeysStatus", {}, { path: `http://${endpoint.host}/` });
  assert.equal(codeOf(answer), "ok");
});

test("content types no action reads are refused", async (t) => {
  const endpoint = await startEndpoint(t);
  for (const contentType of ["application/octet-stream", "text/xml", "multipart/mixed; boundary=x"]) {
    assert.equal(
      codeOf(await endpoint.tc3("DescribeApiKeysStatus", {}, { contentType })),
      "InvalidRequest",
      contentType,
    );
  }
});

test("a V1 form over one megabyte is told to use TC3, a query over 32 KB and a body over 10 MB are too large", async (t) => {
  const endpoint = await startEndpoint(t);
  const large = await endpoint.v1("CreateApiKey", { SecretName: "x".repeat(1024 * 1024) }, "POST");
  assert.equal(codeOf(large), "AuthFailure.SignatureFailure");
  assert.match(String(resultOf(large)["Message"]), /exceeding request size limit.*`TC3-HMAC-SHA256`/);
  const tc3 = await endpoint.tc3("DescribeApiKeysStatus", {}, { body: `{}${" ".repeat(10 * 1024 * 1024 - 2)}` });
  assert.equal(codeOf(tc3), "ok");
  const query = await endpoint.v1("CreateApiKey", { SecretName: "x".repeat(32 * 1024) }, "GET");
  assert.equal(codeOf(query), "RequestSizeLimitExceeded");
  for (const extra of [1, 5 * 1024 * 1024]) {
    const body = `{}${" ".repeat(10 * 1024 * 1024 - 2 + extra)}`;
    assert.equal(codeOf(await endpoint.tc3("DescribeApiKeysStatus", {}, { body })), "RequestSizeLimitExceeded");
  }
});
