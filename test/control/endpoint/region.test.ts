import assert from "node:assert/strict";
import { test } from "node:test";
import { regions } from "../../../src/model/region.ts";
import { codeOf, startEndpoint } from "./endpoint.ts";

const finance = "ap-shanghai-fsi";

test("every region of API Gateway is served", async (t) => {
  const endpoint = await startEndpoint(t);
  for (const { code } of regions) {
    const answer = await endpoint.tc3("DescribeApiKeysStatus", {}, { headers: { "X-TC-Region": code } });
    assert.equal(codeOf(answer), "ok", code);
  }
});

test("an empty region is a wrong one, named as the caller spelt it", async (t) => {
  const endpoint = await startEndpoint(t);
  for (const region of ["", "ap-nowhere", "AP-GUANGZHOU", "__proto__", "x".repeat(5000)]) {
    const tc3 = await endpoint.tc3("DescribeApiKeysStatus", {}, { headers: { "X-TC-Region": region } });
    assert.deepEqual(tc3.response.Error, {
      Code: "InvalidParameterValue",
      Message: "A value specified in `X-TC-Region` is not valid, is unsupported, or cannot be used.",
    });
    const v1 = await endpoint.v1("DescribeApiKeysStatus", { Region: region }, "POST");
    assert.deepEqual(v1.response.Error, {
      Code: "InvalidParameterValue",
      Message: "A value specified in `Region` is not valid, is unsupported, or cannot be used.",
    });
  }
});

test("a region of the cloud without API Gateway has a code of its own, where the action lists it", async (t) => {
  const endpoint = await startEndpoint(t);
  for (const region of ["ap-jakarta", "na-ashburn"]) {
    const headers = { "X-TC-Region": region };
    const listed = await endpoint.tc3("DescribeApiKeysStatus", {}, { headers });
    assert.equal(codeOf(listed), "InvalidParameterValue.InvalidRegion");
    assert.match(listed.text, new RegExp(region));
    assert.equal(codeOf(await endpoint.tc3("DescribeApiKey", { AccessKeyId: "x" }, { headers })), "UnsupportedRegion");
  }
});

test("resources of one region are invisible in another", async (t) => {
  const endpoint = await startEndpoint(t);
  const made = await endpoint.tc3("CreateApiKey", { SecretName: "key" });
  const { AccessKeyId } = made.response["Result"] as { AccessKeyId: string };
  assert.equal(codeOf(await endpoint.tc3("DescribeApiKey", { AccessKeyId })), "ok");
  const elsewhere = { headers: { "X-TC-Region": "ap-beijing" } };
  const answer = await endpoint.tc3("DescribeApiKey", { AccessKeyId }, elsewhere);
  assert.equal(codeOf(answer), "ResourceNotFound.InvalidAccessKeyId");
});

test("a finance region is reached through a finance domain, or a name that tells nothing", async (t) => {
  const endpoint = await startEndpoint(t);
  for (const [host, code] of [
    ["apigateway.tencentcloudapi.com", "UnsupportedRegion"],
    ["apigateway.ap-guangzhou.tencentcloudapi.com:7080", "UnsupportedRegion"],
    ["http://Apigateway.TencentCloudAPI.com", "UnsupportedRegion"],
    ["apigateway.ap-shanghai-fsi.tencentcloudapi.com", "ok"],
    ["apigateway.ap-shenzhen-fsi.tencentcloudapi.com:443", "ok"],
    ["gateway.example.com", "ok"],
    ["tencentcloudapi.com.example.com", "ok"],
  ] as const) {
    const answer = await endpoint.tc3("DescribeApiKeysStatus", {}, { host, headers: { "X-TC-Region": finance } });
    assert.equal(codeOf(answer), code, host);
    const ordinary = await endpoint.tc3("DescribeApiKeysStatus", {}, { host });
    assert.equal(codeOf(ordinary), "ok", host);
  }
});
