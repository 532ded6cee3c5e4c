import assert from "node:assert/strict";
import { test } from "node:test";
import { assertListedCodes, noteCodes } from "../listed-codes.ts";
import { type Client, startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createService, readApi } from "../resources.ts";

// The published example, with the space after `title:` that it lacks.
const published = `info:
  title: test
  version: 1.0.1
openapi: 3.0.0
paths:
  /:
    get:
      operationId: test
      responses:
        '200':
          description: The list of possible responsesas they are returned from executing
            this operation.
      x-apigw-api-business-type: NORMAL
      x-apigw-api-type: NORMAL
      x-apigw-backend:
        MockReturnHttpHeaders: []
        MockReturnHttpStatusCode: 200
        ServiceMockReturnMessage: ok
        ServiceType: MOCK
      x-apigw-cors: false
      x-apigw-protocol: HTTP
      x-apigw-service-timeout: 15
`;

/** An OpenAPI document of these paths, as JSON. */
function withPaths(paths: object, others: object = {}): string {
  return JSON.stringify({ openapi: "3.0.3", info: { title: "t", version: "1" }, paths, ...others });
}

async function importJson(client: Client, ServiceId: string, Content: string) {
  const { Result } = await client.ImportOpenApi({ ServiceId, Content, EncodeType: "JSON", ContentVersion: "openAPI" });
  return present(Result?.ApiSet);
}

/** Fails unless the only operation of `paths` is not imported, for a reason that matches. */
async function failsWith(client: Client, ServiceId: string, paths: object, reason: RegExp, others: object = {}) {
  const [row] = await importJson(client, ServiceId, withPaths(paths, others));
  assert.equal(row?.Status, "fail");
  assert.equal(row?.ApiId, "");
  assert.match(row?.ErrMsg ?? "", reason);
}

test("the published document is imported and each of its operations is told of", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const request = { ServiceId, EncodeType: "YAML", ContentVersion: "openAPI" };
  const reply = await client.ImportOpenApi({ ...request, Content: published });
  const row = present(reply.Result?.ApiSet?.[0]);
  assert.equal(row.Status, "success");
  const api = await readApi(client, ServiceId, present(row.ApiId));
  assert.equal(api.ApiName, "test");
  assert.equal(api.ServiceMockReturnMessage, "ok");
  assert.equal(api.ServiceTimeout, 15);
  // Published without the space, which is no YAML.
  const asPublished = { ...request, Content: published.replace("title: test", "title:test") };
  await refused(client.ImportOpenApi(asPublished), "InvalidParameter.FormatError", /line 2/);
});

test("an operation becomes an API with its inputs, constants and backend", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const paths = {
    "/users/{id}": {
      parameters: [
        { name: "id", in: "path", required: true, schema: { type: "integer", format: "int64" } },
        { name: "page", in: "query", schema: { type: "string" } },
      ],
      get: {
        operationId: "readUser",
        parameters: [
          { name: "page", in: "query", description: "which one", schema: { type: "integer", default: 1 } },
          { $ref: "#/components/parameters/trace" },
          { name: "Authorization", in: "header", schema: { type: "string" } },
        ],
        "x-apigw-cors": true,
        "x-apigw-service-timeout": 7,
        "x-apigw-const-paramters": [{ Name: "X-From", Position: "HEADER", DefaultValue: "gateway", Desc: "who" }],
        "x-apigw-backend": {
          ServiceType: "HTTP",
          ServiceConfig: { Url: "http://10.0.0.1:8080", Path: "/people/{id}", Method: "GET" },
        },
      },
    },
  };
  const components = {
    parameters: { trace: { name: "X-Trace", in: "header", schema: { $ref: "#/components/schemas/a~1b" } } },
    schemas: { "a/b": { type: "boolean" } },
  };
  const [row] = await importJson(client, ServiceId, withPaths(paths, { components }));
  assert.equal(row?.ErrMsg, "");
  const api = await readApi(client, ServiceId, present(row?.ApiId));
  assert.equal(api.ApiName, "readUser");
  assert.equal(api.EnableCORS, true);
  assert.equal(api.ServiceTimeout, 7);
  assert.equal(api.ServiceConfig?.Path, "/people/{id}");
  const inputs = api.RequestParameters?.map(({ Name, Position, Type, DefaultValue, Required }) => [
    Name,
    Position,
    Type,
    DefaultValue,
    Required,
  ]);
  assert.deepEqual(inputs, [
    ["page", "QUERY", "int", "1", false],
    ["X-Trace", "HEADER", "boolean", "", false],
    ["id", "PATH", "long", "", true],
  ]);
  assert.deepEqual(api.ConstantParameters, [
    { Name: "X-From", Position: "HEADER", DefaultValue: "gateway", Desc: "who" },
  ]);
});

test("an operation is described in the document's words, and what it leaves out has a default", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const number = (name: string, schema: object) => ({ name, in: "query", description: `a ${name}`, schema });
  const parameters = [
    number("double", { type: "number" }),
    number("float", { type: "number", format: "float", default: 0.5 }),
  ];
  const paths = {
    "/a": { get: { description: "at length", summary: "briefly", parameters }, put: { summary: "briefly" }, post: {} },
    "x-note": { get: {} },
  };
  const rows = await importJson(client, ServiceId, withPaths(paths, { openapi: "3.0" }));
  const apis = await Promise.all(rows.map((row) => readApi(client, ServiceId, present(row.ApiId))));
  assert.deepEqual(
    apis.map(({ ApiDesc, ServiceTimeout, AuthType, EnableCORS }) => [ApiDesc, ServiceTimeout, AuthType, EnableCORS]),
    ["at length", "briefly", null].map((text) => [text, 15, "NONE", false]),
  );
  assert.deepEqual(
    apis[0]?.RequestParameters?.map(({ Name, Type, DefaultValue, Desc }) => [Name, Type, DefaultValue, Desc]),
    [
      ["double", "double", "", "a double"],
      ["float", "float", "0.5", "a float"],
    ],
  );
});

test("an operation without a backend becomes a mock, and Swagger 2.0 is read as well", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const Content = `
swagger: 2.0
info: {title: t, version: 1}
paths:
  /pets:
    post:
      parameters:
        - {name: limit, in: query, type: integer, default: 20}
        - {name: pet, in: body, schema: {type: object}}
      responses: {200: {description: ok}}
`;
  const { Result } = await client.ImportOpenApi({ ServiceId, Content });
  const api = await readApi(client, ServiceId, present(Result?.ApiSet?.[0]?.ApiId));
  assert.equal(api.ServiceType, "MOCK");
  assert.equal(api.ApiName, null);
  assert.deepEqual(
    api.RequestParameters?.map(({ Name, Type, DefaultValue }) => [Name, Type, DefaultValue]),
    [["limit", "int", "20"]],
  );
});

test("an operation that cannot be imported is named with its place and keeps no other out", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const paths = {
    "/a": { get: { operationId: "one" }, put: { operationId: "one" }, post: { operationId: "two" } },
    "/b/{id}": { get: {} },
  };
  const rows = await importJson(client, ServiceId, withPaths(paths));
  assert.deepEqual(
    rows.map(({ ApiName, Path, Method, Status }) => [ApiName, Path, Method, Status]),
    [
      ["one", "/a", "GET", "success"],
      ["one", "/a", "PUT", "fail"],
      ["two", "/a", "POST", "success"],
      ["", "/b/{id}", "GET", "fail"],
    ],
  );
  assert.match(rows[1]?.ErrMsg ?? "", /^InvalidParameter\.FormatError: #\/paths\/~1a\/put: .*`ApiName`/);
  assert.match(rows[3]?.ErrMsg ?? "", /^InvalidParameterValue\.InvalidRequestParameters: #\/paths\/~1b~1\{id}\/get: /);
  assert.equal((await client.DescribeApisStatus({ ServiceId })).Result?.TotalCount, 2);
  const again = await importJson(client, ServiceId, withPaths({ "/a": { get: {} } }));
  assert.match(again[0]?.ErrMsg ?? "", /path and method/);
});

test("what an API here cannot be is refused operation by operation", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const operation = (get: object) => ({ "/x": { get } });
  const backend = (members: object) => operation({ "x-apigw-backend": members });
  const mock = { ServiceType: "MOCK", ServiceMockReturnMessage: "ok" };
  const cases: [object, RegExp][] = [
    ...[101, 199, 600, 200.5, "200"].map((status): [object, RegExp] => [
      backend({ ...mock, MockReturnHttpStatusCode: status }),
      /FormatError: .*\/MockReturnHttpStatusCode: /,
    ]),
    [
      backend({ ...mock, MockReturnHttpHeaders: [{ Key: "X-A", Value: "a\nb" }] }),
      /UnsupportedParameter: .*\/MockReturnHttpHeaders\/0: /,
    ],
    [
      backend({ ...mock, MockReturnHttpHeaders: [{ Name: "a" }] }),
      /FormatError: .*\/MockReturnHttpHeaders\/0: .*Value/,
    ],
    [
      backend({ ...mock, MockReturnHttpHeaders: [{ Name: "Content-Length", Value: "1" }] }),
      /UnsupportedParameter: .*\/MockReturnHttpHeaders\/0: /,
    ],
    [backend({ ...mock, AuthType: "NONE" }), /UnsupportedParameter: .*\/AuthType: /],
    [
      backend({ ServiceMockReturnMessage: "ok" }),
      /^MissingParameter\.BackendSpecificParam: .*x-apigw-backend: .*ServiceType/,
    ],
    [backend({ ServiceType: "MOCK" }), /^MissingParameter\.BackendSpecificParam: .*ServiceMockReturnMessage/],
    [backend({ ServiceType: "HTTP" }), /^MissingParameter\.BackendSpecificParam: .*ServiceConfig/],
    [backend({ ServiceType: "SCF" }), /^MissingParameter\.BackendSpecificParam: .*ServiceScfFunctionName/],
    [
      backend({ ServiceType: "SCF", ServiceScfFunctionName: "f" }),
      /^UnsupportedOperation\.InvalidEndpointType: #\/paths\/~1x\/get: /,
    ],
    [backend({ ServiceType: "HTTP", ServiceConfig: { Url: "ftp://h" } }), /InvalidUrl: #\/paths\/~1x\/get: /],
    [operation({ "x-apigw-backend": [] }), /FormatError: .*x-apigw-backend: /],
    [operation({ "x-apigw-protocol": "WEBSOCKET" }), /InvalidServiceType: .*WEBSOCKET/],
    [operation({ "x-apigw-api-business-type": "OAUTH" }), /InvalidApiBusinessType/],
    [operation({ "x-apigw-service-timeout": 0 }), /RangeExceeded: .*ServiceTimeout/],
    [operation({ "x-apigw-cors": "yes" }), /InvalidParameter: .*EnableCORS/],
    [operation({ "x-apigw-cros": true }), /UnsupportedParameter: .*x-apigw-cros/],
    [operation({ operationId: 7 }), /FormatError: .*\/operationId: /],
    [operation({ parameters: {} }), /FormatError: .*\/get\/parameters: /],
    [operation({ parameters: [{ name: "s", in: "cookie" }] }), /UnsupportedParameter: .*\/parameters\/0: .*cookie/],
    [operation({ parameters: [{ in: "query" }] }), /FormatError: .*\/parameters\/0: .*name/],
    [operation({ parameters: [{ name: "a", in: "query", schema: { default: [1] } }] }), /default: .*single value/],
    [operation({ parameters: [{ $ref: "other.yaml#/a" }] }), /UnsupportedParameter: .*\/\$ref: .*other\.yaml/],
    [operation({ parameters: [{ $ref: "https://example.com/a" }] }), /UnsupportedParameter: .*\/\$ref: /],
    [operation({ parameters: [{ $ref: "#/components/parameters/none" }] }), /FormatError: .*leads nowhere/],
    [operation({ parameters: [{ $ref: "#/constructor" }] }), /FormatError: .*leads nowhere/],
    [operation({ parameters: [{ $ref: "#/x-round" }] }), /UnsupportedParameter: .*lead to each other/],
  ];
  for (const [paths, reason] of cases) {
    await failsWith(client, ServiceId, paths, reason, { "x-round": { $ref: "#/x-round" } });
  }
  assert.equal((await client.DescribeApisStatus({ ServiceId })).Result?.TotalCount, 0);
});

test("a document that cannot be read as a whole is refused, and nothing of it is imported", async (t) => {
  const client = (await startManagement(t, { quotas: { apisPerImport: 2 } })).client();
  const ServiceId = await createService(client);
  const answered = new Map<string, Set<string>>();
  const faulty = noteCodes(client, answered);
  const json = (Content: string) => ({ EncodeType: "JSON", Content });
  const aliases = Array.from({ length: 8 }, (_, i) => `x-a${i}: &a${i + 1} [${`*a${i},`.repeat(9)}]`);
  await faulty(
    "ImportOpenApi",
    { ServiceId, Content: published },
    { ServiceId: "service-unknown0" },
    { Content: "a: [" },
    // Sound but for their end.
    { Content: `${published}x-a: 1\nx-a: 2\n` },
    { Content: `${published}x-a: ${"[".repeat(90_000)}` },
    { Content: `${published}x-a: &a0 [1]\n${aliases.join("\n")}\n` },
    { Content: `${published}---\n${published}` },
    { Content: published.padEnd(102_401, "\n") },
    json("{"),
    json("[]"),
    json("null"),
    json("{}"),
    json('{"openapi": "3.0.0"}'),
    json('{"openapi": "3.1.0", "paths": {}}'),
    json('{"swagger": "1.2", "paths": {}}'),
    json(withPaths({ "/a": { get: {}, fetch: {} } })),
    json(withPaths({ "/a": { $ref: "a.json" } })),
    json(withPaths({ "/a": 1 })),
    json(withPaths({ "/a": { get: {}, put: {}, post: {} } })),
    { EncodeType: "XML" },
    { ContentVersion: "raml" },
  );
  assertListedCodes(answered);
  assert.equal((await client.DescribeApisStatus({ ServiceId })).Result?.TotalCount, 0);
  assert.equal((await importJson(client, ServiceId, withPaths({ "/a": { get: {}, put: {} } }))).length, 2);
});

test("how large a document may be is a setting", async (t) => {
  const client = (await startManagement(t, { quotas: { importKilobytes: 1 } })).client();
  const ServiceId = await createService(client);
  const document = (bytes: number) => withPaths({ "/a": { get: {} } }).padEnd(bytes);
  const load = (bytes: number) => client.ImportOpenApi({ ServiceId, EncodeType: "JSON", Content: document(bytes) });
  await refused(load(1025), "InvalidParameter.FormatError", /1 KB/);
  assert.equal((await load(1024)).Result?.TotalCount, 1);
});
