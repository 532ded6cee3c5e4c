import assert from "node:assert/strict";
import { test } from "node:test";
import { apigateway } from "tencentcloud-sdk-nodejs/tencentcloud/services/apigateway/index.js";
import { type Endpoint, keyPair, region, startEndpoint } from "./endpoint.ts";

// The official SDK, unmodified: what it makes of an answer is the contract.

const variants = [
  ["TC3-HMAC-SHA256", "POST"],
  ["TC3-HMAC-SHA256", "GET"],
  ["HmacSHA1", "POST"],
  ["HmacSHA1", "GET"],
  ["HmacSHA256", "POST"],
  ["HmacSHA256", "GET"],
] as const;

function connect(
  endpoint: Endpoint,
  options: {
    signMethod?: (typeof variants)[number][0];
    reqMethod?: "POST" | "GET";
    at?: string;
    secretKey?: string;
    secretId?: string;
    token?: string;
    region?: string;
  } = {},
) {
  const { at = endpoint.host, signMethod = "TC3-HMAC-SHA256", reqMethod = "POST", ...credential } = options;
  return new apigateway.v20180808.Client({
    credential: { ...keyPair, ...credential },
    region: options.region ?? region,
    profile: { signMethod, httpProfile: { endpoint: at, protocol: "http://", reqMethod } },
  });
}

const now = { clock: () => Date.now() };

for (const [signMethod, reqMethod] of variants) {
  test(`the SDK's ${signMethod} ${reqMethod} calls work: text, lists and nested members arrive`, async (t) => {
    const endpoint = await startEndpoint(t, now);
    const client = connect(endpoint, { signMethod, reqMethod });
    const name = "a key & its name";
    const made = await client.CreateApiKey({ SecretName: name, Tags: [{ Key: "team", Value: "密钥 +/=" }] });
    assert.match(made.RequestId ?? "", /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const filters = [{ Name: "AccessKeyId", Values: [made.Result?.AccessKeyId ?? "", "AKIDother"] }];
    const listed = await client.DescribeApiKeysStatus({ Limit: 5, Offset: 0, Filters: filters });
    assert.equal(listed.Result?.TotalCount, 1);
    assert.equal(listed.Result?.ApiKeySet?.[0]?.SecretName, name);
    assert.deepEqual(listed.Result?.ApiKeySet?.[0]?.Tags, [{ Key: "team", Value: "密钥 +/=" }]);
  });

  test(`the SDK reads errors of ${signMethod} ${reqMethod} calls as exceptions with their code`, async (t) => {
    const endpoint = await startEndpoint(t, now);
    const wrongSecret = connect(endpoint, { signMethod, reqMethod, secretKey: "wrong" });
    await assert.rejects(wrongSecret.DescribeApiKeysStatus({}), { code: "AuthFailure.SignatureFailure" });
    const stranger = connect(endpoint, { signMethod, reqMethod, secretId: "AKIDstranger" });
    await assert.rejects(stranger.DescribeApiKeysStatus({}), { code: "AuthFailure.SecretIdNotFound" });
    const lost = connect(endpoint, { signMethod, reqMethod, region: "ap-nowhere" });
    const spelling = signMethod === "TC3-HMAC-SHA256" ? "X-TC-Region" : "Region";
    await assert.rejects(lost.DescribeApiKeysStatus({}), {
      code: "InvalidParameterValue",
      message: `A value specified in \`${spelling}\` is not valid, is unsupported, or cannot be used.`,
    });
    const client = connect(endpoint, { signMethod, reqMethod });
    await assert.rejects(client.request("DescribeNothing", {}), { code: "InvalidAction" });
    await assert.rejects(client.request("DescribeApiKeysStatus", { Bogus: "x" }), { code: "UnknownParameter" });
    await assert.rejects(client.DescribeApiKey({ AccessKeyId: "AKIDnothere" }), {
      code: "ResourceNotFound.InvalidAccessKeyId",
    });
  });

  test(`the SDK may use a host name with a port or a path prefix with ${signMethod} ${reqMethod}`, async (t) => {
    const endpoint = await startEndpoint(t, now);
    for (const at of [`localhost:${endpoint.port}`, `${endpoint.host}/some/prefix`]) {
      const listed = await connect(endpoint, { signMethod, reqMethod, at }).DescribeApiKeysStatus({});
      assert.equal(listed.Result?.TotalCount, 0, at);
    }
  });
}

test("a token sent along with a permanent key is ignored", async (t) => {
  const endpoint = await startEndpoint(t, now);
  for (const [signMethod, reqMethod] of variants) {
    const client = connect(endpoint, { signMethod, reqMethod, token: "a token" });
    assert.equal((await client.DescribeApiKeysStatus({})).Result?.TotalCount, 0);
  }
});

test("the SDK's anonymous calls miss their signature", async (t) => {
  const endpoint = await startEndpoint(t, now);
  const call = connect(endpoint).request("DescribeApiKeysStatus", {}, { skipSign: true });
  await assert.rejects(call, { code: "MissingParameter" });
});

test("the SDK's multipart form is read, its octet stream is refused", async (t) => {
  const endpoint = await startEndpoint(t, now);
  const client = connect(endpoint);
  const made = await client.request("CreateApiKey", { SecretName: "from a form" }, { multipart: true });
  assert.equal(made.Result.SecretName, "from a form");
  await assert.rejects(client.requestOctetStream("CreateApiKey", { SecretName: "x" }), { code: "InvalidRequest" });
});

test("the SDK reads its trace id back", async (t) => {
  const endpoint = await startEndpoint(t, now);
  const headers = { "X-TC-TraceId": "a1b2c3d4-0000-4000-8000-000000000000" };
  await assert.rejects(connect(endpoint).request("DescribeNothing", {}, { headers }), {
    traceId: headers["X-TC-TraceId"],
  });
});
