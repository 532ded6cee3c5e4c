import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present } from "../outcome.ts";
import { createApi, createService, mockApi, release } from "../resources.ts";
import { createDoc, createReleased, readDetail, readDocument } from "./resources.ts";

test("readers see the page with the password only, and each view is counted", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const { ServiceId, ApiIds } = await createReleased(client);
  const ApiDocId = await createDoc(client, ServiceId, ApiIds);
  const { SharePassword } = await readDetail(client, ApiDocId);

  const asked = await readDocument(management.port, ApiDocId);
  assert.equal(asked.status, 401);
  assert.match(asked.headers.get("www-authenticate") ?? "", /^Basic realm=/);
  assert.equal((await readDocument(management.port, ApiDocId, "wrong")).status, 401);
  assert.equal((await readDocument(management.port, "apidoc-unknown0", "wrong")).status, 401);

  const page = await readDocument(management.port, ApiDocId, SharePassword);
  assert.equal(page.status, 200);
  assert.equal(page.headers.get("content-type"), "text/html; charset=utf-8");
  assert.match(page.body, /<h1>Shop<\/h1>/);
  assert.match(page.body, /orders/);
  assert.doesNotMatch(page.body, /<script|src=|@import|url\(/);
  assert.match(page.headers.get("content-security-policy") ?? "", /^default-src 'none'; style-src 'sha256-[^']+';/);
  assert.equal((await readDetail(client, ApiDocId)).ViewCount, 1);
});

test("each document has pages, a password and a count of views of its own", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const { ServiceId, ApiIds } = await createReleased(client);
  const docs = [await createDoc(client, ServiceId, ApiIds, "One"), await createDoc(client, ServiceId, ApiIds, "Two")];
  const [one = "", two = ""] = docs;
  const passwords = [(await readDetail(client, one)).SharePassword, (await readDetail(client, two)).SharePassword];
  assert.equal((await readDocument(management.port, two, passwords[0])).status, 401);
  assert.match((await readDocument(management.port, two, passwords[1])).body, /<h1>Two<\/h1>/);
  assert.match((await readDocument(management.port, `${two}/openapi.json`, passwords[1])).body, /"title": "Two"/);
  assert.deepEqual([(await readDetail(client, one)).ViewCount, (await readDetail(client, two)).ViewCount], [0, 1]);
});

test("the OpenAPI file beside it describes each API to its callers, and nothing of backends", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const { ServiceId, ApiIds } = await createReleased(client);
  const ApiDocId = await createDoc(client, ServiceId, ApiIds);
  const { SharePassword } = await readDetail(client, ApiDocId);
  const path = `${ApiDocId}/openapi.json`;
  assert.equal((await readDocument(management.port, path)).status, 401);
  const { body, headers } = await readDocument(management.port, path, SharePassword);
  assert.equal(headers.get("content-type"), "application/json");
  const file = JSON.parse(body);
  const { OuterSubDomain } = await client.DescribeService({ ServiceId });
  assert.equal(file.openapi, "3.0.3");
  assert.deepEqual(file.servers, [{ url: `http://${OuterSubDomain}/release` }]);
  assert.deepEqual(Object.keys(file.paths), ["/mock", "/stock"]);
  assert.deepEqual(file.paths["/mock"].get.parameters, [
    { name: "q", in: "query", required: true, schema: { type: "integer", default: "1" } },
  ]);
  assert.deepEqual(Object.keys(file.paths["/stock"]), ["get", "post", "put", "delete", "patch"]);
  assert.deepEqual(file.paths["/stock"].get.security, [{ keyPair: [] }]);
  assert.doesNotMatch(body, /hello/, "the mock's answer is the backend's");
  assert.equal((await readDetail(client, ApiDocId)).ViewCount, 0);
});

test("whatever authors write is text on the page", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const ServiceId = await createService(client);
  const hostile = `</title><script>alert("1")</script><img src=x onerror='a'>&`;
  const parameter = { Name: "__proto__", Position: "BODY", Type: hostile, DefaultValue: hostile, Required: true };
  const api = mockApi(ServiceId, {
    ApiDesc: hostile,
    ResponseSuccessExample: hostile,
    ResponseFailExample: hostile,
    RequestConfig: { Path: "/a", Method: "POST" },
    RequestParameters: [{ ...parameter, Desc: hostile }],
    ResponseErrorCodes: [{ Code: 400, Msg: hostile, Desc: hostile }],
  });
  const ApiIds = [await createApi(client, api)];
  await release(client, ServiceId);
  const ApiDocId = await createDoc(client, ServiceId, ApiIds, hostile);
  const { SharePassword } = await readDetail(client, ApiDocId);
  const { body } = await readDocument(management.port, ApiDocId, SharePassword);
  assert.doesNotMatch(body, /<script|<img/);
  assert.match(body, /&lt;script&gt;alert\(&quot;1&quot;\)&lt;\/script&gt;/);
  const file = JSON.parse((await readDocument(management.port, `${ApiDocId}/openapi.json`, SharePassword)).body);
  const { schema } = file.paths["/a"].post.requestBody.content["application/x-www-form-urlencoded"];
  assert.deepEqual(Object.keys(schema.properties), ["__proto__"]);
});

test("a new password replaces the old one at once", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const { ServiceId, ApiIds } = await createReleased(client);
  const ApiDocId = await createDoc(client, ServiceId, ApiIds);
  const { SharePassword: old } = await readDetail(client, ApiDocId);
  const { Result } = await client.ResetAPIDocPassword({ ApiDocId });
  assert.equal("SharePassword" in present(Result), false);
  const { SharePassword } = await readDetail(client, ApiDocId);
  assert.notEqual(SharePassword, old);
  assert.equal((await readDocument(management.port, ApiDocId, old)).status, 401);
  assert.equal((await readDocument(management.port, ApiDocId, SharePassword)).status, 200);
});

test("after ten wrong passwords even the right one is refused, for that document alone", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const { ServiceId, ApiIds } = await createReleased(client);
  const ApiDocId = await createDoc(client, ServiceId, ApiIds);
  const other = await createDoc(client, ServiceId, ApiIds);
  const { SharePassword } = await readDetail(client, ApiDocId);
  for (let attempt = 0; attempt < 10; attempt++) {
    assert.equal((await readDocument(management.port, ApiDocId, "guess")).status, 401);
  }
  const locked = await readDocument(management.port, ApiDocId, SharePassword);
  assert.equal(locked.status, 429);
  assert.equal(locked.headers.get("retry-after"), "600");
  const { SharePassword: another } = await readDetail(client, other);
  assert.equal((await readDocument(management.port, other, another)).status, 200);
});

test("other methods and paths below the documents are refused", async (t) => {
  const { port } = await startManagement(t);
  assert.equal((await fetch(`http://127.0.0.1:${port}/apidoc/apidoc-1`, { method: "POST" })).status, 405);
  for (const path of ["", "a/b", "a/openapi.json/x", "A"])
    assert.equal((await readDocument(port, path)).status, 404, path);
});
