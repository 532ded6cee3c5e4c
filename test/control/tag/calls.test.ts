import assert from "node:assert/strict";
import { test } from "node:test";
import { codeOf, type Endpoint, keyPair, region, startEndpoint, type Tc3Change } from "../endpoint/endpoint.ts";

const versionHeader = { "X-TC-Version": "2018-08-13" };
const query = { ServiceType: "apigw", ResourcePrefix: "service", ResourceRegion: region };

function callTag(endpoint: Endpoint, action: string, parameters: object, change: Tc3Change = {}) {
  const headers = { ...versionHeader, ...change.headers };
  return endpoint.tc3(action, parameters, { service: "tag", ...change, headers });
}

/** An endpoint with a service, and calls that tag it and read its tags. */
async function withService(t: Parameters<typeof startEndpoint>[0], options: Parameters<typeof startEndpoint>[1] = {}) {
  const endpoint = await startEndpoint(t, options);
  const { response } = await endpoint.tc3("CreateService", { ServiceName: "s", Protocol: "http" });
  const id = String(response["ServiceId"]);
  const ReplaceTags = [{ TagKey: "team", TagValue: "shop" }];
  const nameOf = (product: string) => `qcs::${product}:${region}:uin/:service/${id}`;
  const set = (Resource = nameOf("apigw"), change: Tc3Change = {}) =>
    callTag(endpoint, "ModifyResourceTags", { Resource, ReplaceTags }, change);
  const count = async () => {
    const answer = await callTag(endpoint, "DescribeResourceTagsByResourceIds", { ...query, ResourceIds: [id] });
    return answer.response["TotalCount"];
  };
  return { endpoint, id, nameOf, set, count };
}

test("a call is known by its host, or by its version in the header, the query or the form", async (t) => {
  const { endpoint, id } = await withService(t);
  const action = "DescribeResourceTagsByResourceIds";
  const host = `tag.localhost:${endpoint.port}`;
  const found = await callTag(endpoint, action, { ...query, ResourceIds: [id] }, { host });
  assert.equal(found.response["TotalCount"], 0);
  const other = await callTag(endpoint, action, {}, { host, headers: { "X-TC-Version": "2018-08-08" } });
  assert.match(other.response.Error?.Message ?? "", /`2018-08-08` does not exist in service=`tag`/);
  for (const method of ["GET", "POST"] as const) {
    const flat = { ...query, "ResourceIds.0": id };
    const answer = await endpoint.v1(action, { ...flat, Version: "2018-08-13" }, method);
    assert.equal(answer.response["TotalCount"], 0, answer.text);
    assert.equal(codeOf(await endpoint.v1(action, flat, method)), "InvalidAction", "an action of another product");
  }
});

test("who calls, when and where is checked as for every management call", async (t) => {
  const { endpoint, set, count } = await withService(t);
  const faults: [Tc3Change, string][] = [
    [{ pair: { ...keyPair, secretKey: "another" } }, "AuthFailure.SignatureFailure"],
    [{ pair: { ...keyPair, secretId: "AKIDnobody" } }, "AuthFailure.SecretIdNotFound"],
    [{ timestamp: endpoint.time - 301 }, "AuthFailure.SignatureExpire"],
    [{ headers: { Authorization: undefined } }, "MissingParameter"],
    [{ headers: { "X-TC-Region": "ap-nowhere" } }, "InvalidParameterValue"],
  ];
  for (const [change, code] of faults) assert.equal(codeOf(await set(undefined, change)), code);
  assert.equal(await count(), 0);
  assert.equal(codeOf(await set()), "ok");
  assert.equal(await count(), 1);
});

test("a resource has a name of six parts, of API Gateway under either of its names", async (t) => {
  const { id, nameOf, set, count } = await withService(t);
  const wrong = [
    nameOf("cvm"),
    nameOf("apigw").replace("qcs", "arn"),
    nameOf("apigw").replace("qcs::", "qcs:1:"),
    `${nameOf("apigw")}:more`,
    `qcs::apigw:${region}:uin/:${id}`,
    `qcs::apigw:${region}:uin/:/${id}`,
    `qcs::apigw:${region}`,
    "",
  ];
  for (const name of wrong) assert.equal(codeOf(await set(name)), "InvalidParameterValue", name);
  assert.equal(await count(), 0);
  const elsewhere = nameOf("apigw").replace(region, "ap-shanghai");
  assert.equal(codeOf(await set(elsewhere)), "ResourceNotFound");
  for (const name of [nameOf("APIGateway"), nameOf("apigw").replace(region, "")]) {
    assert.equal(codeOf(await set(name)), "ok", name);
  }
  assert.equal(await count(), 1);
});

test("a change of tags is answered once it is in force, a look at them at once", async (t) => {
  let applied = 0;
  const changesApplied = async () => {
    applied += 1;
  };
  const { set, count } = await withService(t, { changesApplied });
  assert.equal(applied, 1, "the service");
  await set();
  assert.equal(applied, 2);
  await count();
  assert.equal(applied, 2);
});
