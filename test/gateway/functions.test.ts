import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { ApiDefinition, FunctionBackend } from "../../src/model/api.ts";
import type { FunctionRoute } from "../../src/model/cloud-function.ts";
import {
  call,
  type Received,
  read,
  StoppedClock,
  signed,
  startBackend,
  startEcho,
  startGateway,
  until,
} from "./running.ts";
import { api, host, keyId, serviceId, serving, servingKeyed } from "./state.ts";

interface FunctionResult {
  readonly status?: number;
  readonly body: string;
}

/** An endpoint that is sent events, keeps them, and answers what the test says; with a route that leads to it. */
async function startFunctions(t: TestContext, answer: (event: Event) => FunctionResult | undefined) {
  const events: { readonly url: string; readonly event: Event }[] = [];
  const port = await startBackend(t, async (req, res) => {
    const event = JSON.parse(await read(req)) as Event;
    events.push({ url: req.url ?? "", event });
    const result = answer(event);
    if (result !== undefined) res.writeHead(result.status ?? 200).end(result.body);
  });
  const url = `http://127.0.0.1:${port}/{namespace}/{name}/{qualifier}`;
  const functions: FunctionRoute[] = [{ pattern: ["default", "*", "*"], url }];
  return { events, functions, port };
}

interface Event extends Readonly<Record<string, unknown>> {
  readonly requestContext: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
}

function functionApi(change: Partial<FunctionBackend> = {}, definition: Partial<ApiDefinition> = {}) {
  const backend: FunctionBackend = {
    type: "SCF",
    function: { namespace: "default", name: "hello", qualifier: "$LATEST" },
    form: "EVENT",
    isIntegrated: false,
    isAsync: false,
    base64: { isAlways: false, triggers: [] },
    ...change,
  };
  return { backend, ...definition };
}

const integrated = (answer: object) => ({ body: JSON.stringify(answer) });

test("a function gets the call as an event, and what it returns is the answer", async (t) => {
  const { events, functions } = await startFunctions(t, () => ({ body: '{"said":"hi"}' }));
  const parameter = (name: string, position: string, defaultValue: string | null = null) => {
    return { name, position, type: "string", defaultValue, isRequired: false, description: null };
  };
  const definition = functionApi(
    {},
    {
      path: "/t/{p}",
      requestParameters: [
        parameter("p", "PATH"),
        parameter("a", "QUERY"),
        parameter("lang", "query", "en"),
        parameter("X-A", "header"),
      ],
    },
  );
  const { port, records } = await startGateway(t, servingKeyed({}, definition), { settings: { functions } });
  const now = Date.now();
  const [date, authorization] = signed(now);
  const headers: [string, string][] = [
    ...signed(now),
    ["X-A", "one"],
    ["X-Api-RequestId", "forged"],
    ["Accept", "*/*"],
  ];
  const reply = await call(port, "/release/t/caf%C3%A9?a=1&b=x%20y&b=z", { method: "POST", body: "text ü", headers });
  assert.deepEqual(
    [reply.status, reply.body, reply.headers["content-type"]],
    [200, '{"said":"hi"}', "application/json"],
  );
  const requestId = reply.headers["x-api-requestid"];
  const [{ url, event } = assert.fail("no event")] = events;
  assert.equal(url, "/default/hello/%24LATEST");
  assert.deepEqual(event, {
    requestContext: {
      serviceId,
      path: "/t/{p}",
      httpMethod: "ANY",
      requestId,
      identity: { secretId: keyId },
      sourceIp: "127.0.0.1",
      stage: "release",
    },
    headers: {
      host,
      accept: "*/*",
      "content-length": "7",
      connection: "close",
      "x-date": date?.[1],
      authorization: authorization?.[1],
      "x-a": "one",
      requestsource: "APIGW",
      "x-api-requestid": requestId,
      "x-b3-traceid": requestId,
      "x-api-scheme": "http",
    },
    body: "text ü",
    pathParameters: { p: "café" },
    queryStringParameters: { a: "1", lang: "en" },
    headerParameters: { "X-A": "one" },
    stageVariables: { stage: "release" },
    path: "/t/café",
    queryString: { a: "1", b: ["x y", "z"] },
    httpMethod: "POST",
    isBase64Encoded: false,
  });
  assert.equal(records[0]?.backendStatus, 200);
  assert.match(records[0]?.backendAddress ?? "", /^http:\/\/127\.0\.0\.1:\d+$/);
  assert.notEqual(records[0]?.backendDurationMs, null);
});

test("an integrated answer sets status, headers and body", async (t) => {
  const { functions } = await startFunctions(t, () =>
    integrated({
      statusCode: 201,
      headers: { "X-One": "1", "Set-Cookie": ["a=1", "b=2"], "Content-Type": "image/png", "X-Api-ID": "forged" },
      body: Buffer.from([0x89, 0x50]).toString("base64"),
      isBase64Encoded: true,
    }),
  );
  const { port } = await startGateway(t, serving([api(functionApi({ isIntegrated: true }))]), {
    settings: { functions },
  });
  const reply = await call(port, "/release/");
  assert.equal(reply.status, 201);
  assert.equal(reply.headers["x-one"], "1");
  assert.deepEqual(reply.headers["set-cookie"], ["a=1", "b=2"]);
  assert.equal(reply.headers["content-type"], "image/png");
  assert.equal(reply.headers["x-api-id"], "api-abcd1234");
  assert.equal(reply.headers["content-length"], "2");
});

test("an integrated answer of another shape is a 403 that says so", async (t) => {
  let body = "";
  const { functions } = await startFunctions(t, () => ({ body }));
  const { port } = await startGateway(t, serving([api(functionApi({ isIntegrated: true }))]), {
    settings: { functions },
  });
  const format = { errno: 403, error: "Invalid scf response format. please check your scf response format." };
  for (const answer of [
    "1",
    "[]",
    "{}",
    '{"statusCode":"200","body":""}',
    '{"statusCode":101,"body":""}',
    '{"statusCode":200,"body":{}}',
    '{"statusCode":200,"headers":{"A b":"1"}}',
    '{"statusCode":200,"headers":{"A":"1\\r\\nB: 2"}}',
    '{"statusCode":200,"headers":{"Transfer-Encoding":"chunked"}}',
  ]) {
    body = answer;
    const reply = await call(port, "/release/");
    assert.deepEqual([reply.status, JSON.parse(reply.body)], [403, format], answer);
  }
  body = "not JSON";
  const reply = await call(port, "/release/");
  const error = `requestId ${reply.headers["x-api-requestid"]} , Invalid scf response. expected scf response valid JSON.`;
  assert.deepEqual([reply.status, JSON.parse(reply.body)], [403, { errno: 403, error, message: "SCF invoke error" }]);
});

test("a function's own failure codes reach the caller, those of its endpoint become 502", async (t) => {
  let status = 433;
  const { functions } = await startFunctions(t, () => ({ status, body: '{"errorCode":-1}' }));
  const gone: FunctionRoute = { pattern: ["gone", "*", "*"], url: "http://127.0.0.1:1/" };
  const state = serving([
    api(functionApi()),
    api(functionApi({ function: { namespace: "gone", name: "x", qualifier: "1" } }, { path: "/gone" }), "api-gone0000"),
    api(functionApi({ function: { namespace: "none", name: "x", qualifier: "1" } }, { path: "/none" }), "api-none0000"),
  ]);
  const { port, faults } = await startGateway(t, state, { settings: { functions: [...functions, gone] } });
  const answered = async (path: string) => (await call(port, path)).status;
  assert.equal(await answered("/release/"), 433);
  status = 500;
  assert.equal(await answered("/release/"), 502);
  assert.equal(await answered("/release/gone"), 502);
  assert.equal(await answered("/release/none"), 481);
  assert.match(JSON.stringify(faults), /no endpoint is known of the function none\/x\/1/);
  const blocked = await startGateway(t, state, { settings: { functions, blockedBackendAddresses: ["127.0.0.0/8"] } });
  assert.equal((await call(blocked.port, "/release/")).status, 403);
});

test("a function that takes too long is a 504", async (t) => {
  const { functions } = await startFunctions(t, () => undefined);
  const { port } = await startGateway(t, serving([api(functionApi({}, { backendTimeoutSeconds: 0.05 }))]), {
    settings: { functions },
  });
  assert.equal((await call(port, "/release/")).status, 504);
});

test("an asynchronous call is answered before the function is, and a lost one is reported", async (t) => {
  const { events, functions } = await startFunctions(t, () => undefined);
  const { port, faults } = await startGateway(t, serving([api(functionApi({ isAsync: true }))]), {
    settings: { functions },
  });
  const reply = await call(port, "/release/", { method: "POST", body: "job" });
  assert.deepEqual([reply.status, reply.body], [200, ""]);
  await until(() => events.length === 1, "the function is called");
  const lost: FunctionRoute = { pattern: ["*", "*", "*"], url: "http://127.0.0.1:1/" };
  const other = await startGateway(t, serving([api(functionApi({ isAsync: true }))]), {
    settings: { functions: [lost] },
  });
  assert.equal((await call(other.port, "/release/")).status, 200);
  await until(() => other.faults.length === 1, "the loss is reported");
  assert.match(JSON.stringify(other.faults), /"apiId":"api-abcd1234","failure":"failed"/);
  assert.deepEqual(faults, []);
});

test("bodies travel in Base64 where the API or one of its rules says so", async (t) => {
  const { events, functions } = await startFunctions(t, () => ({ body: "null" }));
  const triggers = [
    { header: "content-type" as const, values: ["image/*", "octet"] },
    { header: "accept" as const, values: ["image/png"] },
  ];
  const state = serving([
    api(functionApi({ base64: { isAlways: false, triggers } })),
    api(functionApi({ base64: { isAlways: true, triggers: [] } }, { path: "/always" }), "api-always00"),
  ]);
  const { port } = await startGateway(t, state, { settings: { functions } });
  const bytes = Buffer.from([0xff, 0x00]);
  const sent = async (path: string, headers: [string, string][]) => {
    await call(port, path, { method: "POST", body: bytes, headers });
    const { event } = events.at(-1) ?? assert.fail("no event");
    return [event["body"], event["isBase64Encoded"]];
  };
  const encoded = [bytes.toString("base64"), true];
  assert.deepEqual(await sent("/release/", [["Content-Type", "image/jpeg"]]), encoded);
  assert.deepEqual(await sent("/release/", [["Content-Type", "application/octet-stream"]]), encoded);
  assert.deepEqual(await sent("/release/", [["Accept", "text/html, image/png"]]), encoded);
  assert.deepEqual(await sent("/release/always", []), encoded);
  assert.equal((await sent("/release/", [["Content-Type", "text/plain"]]))[1], false);
});

test("a body over six megabytes is not sent to a function", async (t) => {
  const { events, functions } = await startFunctions(t, () => ({ body: "null" }));
  const { port } = await startGateway(t, serving([api(functionApi())]), { settings: { functions } });
  const body = Buffer.alloc(6 * 1024 * 1024 + 1);
  assert.equal((await call(port, "/release/", { method: "POST", body })).status, 413);
  assert.equal(events.length, 0);
});

test("a function that is a web server is called as one, with the whole path", async (t) => {
  const echo = await startEcho(t);
  const functions: FunctionRoute[] = [{ pattern: ["*", "*", "*"], url: `http://127.0.0.1:${echo}/fn/{name}` }];
  const { port } = await startGateway(t, serving([api(functionApi({ form: "HTTP" }, { path: "/web" }))]), {
    settings: { functions },
  });
  const received: Received = JSON.parse((await call(port, "/release/web/a?b=1", { method: "PUT", body: "x" })).body);
  assert.deepEqual([received.method, received.url, received.body], ["PUT", "/fn/hello/web/a?b=1", "x"]);
});

test("converted error codes and circuit breakers see what a function answers", async (t) => {
  const { functions, events } = await startFunctions(t, () => integrated({ statusCode: 500, body: "" }));
  const clock = new StoppedClock(1_000);
  const data = {
    failure_condition: "func_in(status_code,{500})",
    failure_threshold: 1,
    time_window: 10,
    open_state_duration: 15,
  };
  const codes = [{ code: 500, message: "sorry", description: null, convertedCode: 503, needsConversion: true }];
  const definition = functionApi({ isIntegrated: true }, { responseErrorCodes: codes });
  const state = serving([api(definition)]);
  const [service = assert.fail()] = state.services;
  const plugin = {
    id: "plugin-breaker0",
    type: "CircuitBreaker" as const,
    data: JSON.stringify(data),
    places: [{ environment: "release" as const, apiId: "api-abcd1234" }],
  };
  const { port } = await startGateway(
    t,
    { ...state, services: [{ ...service, plugins: [plugin] }] },
    {
      clock,
      settings: { functions },
    },
  );
  for (let made = 0; made < 2; made++) {
    const reply = await call(port, "/release/");
    assert.deepEqual([reply.status, reply.body], [503, "sorry"]);
  }
  assert.equal((await call(port, "/release/")).body.includes("Service Unavailable"), true);
  assert.equal(events.length, 2);
});
