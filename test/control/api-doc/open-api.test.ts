import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present } from "../outcome.ts";
import { createApi, mockApi, release } from "../resources.ts";
import { createDoc, readDetail, readDocument } from "./resources.ts";

test("the OpenAPI file tells callers all they need of an API", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const { ServiceId = "", OuterSubDomain } = await client.CreateService({ ServiceName: "s", Protocol: "http&https" });
  const input = (Name: string, Position: string, Type: string, rest: object = {}) => ({
    Name,
    Position,
    Type,
    ...rest,
  });
  const full = await createApi(
    client,
    mockApi(ServiceId, {
      ApiName: "order",
      ApiDesc: "orders an item",
      AuthType: "APP",
      RequestConfig: { Path: "/items/{id}", Method: "POST" },
      RequestParameters: [
        input("id", "PATH", "Long", { Desc: "which item" }),
        input("X-Price", "HEADER", "float", { DefaultValue: "1.5" }),
        input("gift", "BODY", "boolean", { Required: true, Desc: "wrapped" }),
        input("note", "BODY", "string"),
      ],
      ResponseSuccessExample: "done",
      ResponseFailExample: "failed",
      ResponseErrorCodes: [
        { Code: 404, Msg: "gone", Desc: "no such item" },
        { Code: 599, Msg: "broken" },
        { Code: 99, Msg: "no status of HTTP" },
        { Code: 600, Msg: "neither" },
      ],
    }),
  );
  const exact = await createApi(client, mockApi(ServiceId, { RequestConfig: { Path: "=/a", Method: "GET" } }));
  const prefix = await createApi(client, mockApi(ServiceId, { RequestConfig: { Path: "/a", Method: "GET" } }));
  await release(client, ServiceId);
  const ApiDocId = await createDoc(client, ServiceId, [full, exact, prefix]);
  const { SharePassword } = await readDetail(client, ApiDocId);
  const { body } = await readDocument(management.port, `${ApiDocId}/openapi.json`, present(SharePassword));
  const file = JSON.parse(body);

  const address = `${OuterSubDomain}/release`;
  assert.deepEqual(file.servers, [{ url: `https://${address}` }, { url: `http://${address}` }]);
  const authorization = { type: "apiKey", in: "header", name: "Authorization" };
  assert.deepEqual(file.components.securitySchemes, {
    keyPair: { ...authorization, description: "An HMAC signature made with an API key." },
    apiApp: { ...authorization, description: "An HMAC signature made by an API app." },
    token: { type: "http", scheme: "bearer" },
  });
  assert.deepEqual(Object.keys(file.paths), ["/items/{id}", "/a", `/a#${prefix}`]);
  const text = (example: string) => ({ "text/plain": { schema: { type: "string" }, example } });
  const gift = { type: "boolean", description: "wrapped" };
  const form = { type: "object", properties: { gift, note: { type: "string" } }, required: ["gift"] };
  assert.deepEqual(file.paths["/items/{id}"].post, {
    operationId: full,
    summary: "order",
    description: "orders an item",
    "x-apigw-path": "/items/{id}",
    parameters: [
      {
        name: "id",
        in: "path",
        required: true,
        description: "which item",
        schema: { type: "integer", description: "which item" },
      },
      { name: "X-Price", in: "header", required: false, schema: { type: "number", default: "1.5" } },
    ],
    requestBody: { content: { "application/x-www-form-urlencoded": { schema: form } } },
    responses: {
      "200": { description: "Success.", content: text("done") },
      "404": { description: "no such item" },
      "599": { description: "broken" },
      default: { description: "Any other answer.", content: text("failed") },
    },
    security: [{ apiApp: [] }],
  });
  assert.deepEqual(file.paths["/a"].get, {
    operationId: exact,
    "x-apigw-path": "=/a",
    parameters: [],
    responses: { "200": { description: "Success." }, default: { description: "Any other answer." } },
  });
});
