import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { createApi, httpApi, mockApi, release } from "../control/resources.ts";
import { call, read, startBackend } from "../gateway/running.ts";
import { startWebSocketBackend } from "../gateway/websocket-backend.ts";
import { createService } from "../harness/sample.ts";
import { startTurnpike } from "../harness/turnpike.ts";

test("an API made to speak WebSocket does so once it is released", async (t) => {
  const { port, client } = await startTurnpike(t);
  const sdk = client();
  const backend = await startWebSocketBackend(t);
  const { serviceId } = await createService(sdk);
  const ServiceConfig = { Url: `ws://127.0.0.1:${backend.port}`, Path: "/", Method: "GET" };
  const RequestConfig = { Path: "/chat", Method: "GET" };
  await createApi(
    sdk,
    httpApi(serviceId, { Protocol: "WEBSOCKET", ServiceType: "WEBSOCKET", ServiceConfig, RequestConfig }),
  );
  await release(sdk, serviceId);
  const socket = new WebSocket(`ws://127.0.0.1:${port}/_/${serviceId}/release/chat`);
  await once(socket, "open");
  socket.send("hello");
  const [event] = (await once(socket, "message")) as [MessageEvent];
  assert.equal(event.data, "echo hello");
  socket.close();
  await once(socket, "close");
});

test("an API made for a function invokes the endpoint the operator has named", async (t) => {
  const endpoint = await startBackend(t, async (req, res) => {
    const { queryString } = JSON.parse(await read(req));
    res.end(JSON.stringify({ statusCode: 201, headers: { "X-Url": req.url }, body: `hi ${queryString.name}` }));
  });
  const { port, client } = await startTurnpike(t, {
    TURNPIKE_FUNCTIONS: `default/*/*=http://127.0.0.1:${endpoint}/fn/{name}`,
  });
  const sdk = client();
  const { serviceId, host } = await createService(sdk);
  const integrated = { ServiceType: "SCF", ServiceScfFunctionName: "greet", ServiceScfIsIntegratedResponse: true };
  await createApi(sdk, mockApi(serviceId, { ...integrated, RequestConfig: { Path: "/greet", Method: "GET" } }));
  await release(sdk, serviceId);
  const reply = await call(port, "/release/greet?name=ann", { host });
  assert.deepEqual([reply.status, reply.body, reply.headers["x-url"]], [201, "hi ann", "/fn/greet"]);
});

test("a MOCK of an imported document answers with its status and headers, and keeps them when it is changed", async (t) => {
  const { port, client } = await startTurnpike(t);
  const sdk = client();
  const { serviceId, host } = await createService(sdk);
  const MockReturnHttpHeaders = [
    { Name: "Content-Type", Value: "application/problem+json" },
    { Key: "X-Mock", Value: "1" },
  ];
  const backend = { ServiceType: "MOCK", ServiceMockReturnMessage: "{}", MockReturnHttpStatusCode: 418 };
  const get = { operationId: "tea", "x-apigw-backend": { ...backend, MockReturnHttpHeaders } };
  const document = { openapi: "3.0.0", info: { title: "t", version: "1" }, paths: { "/tea": { get } } };
  const { Result } = await sdk.ImportOpenApi({
    ServiceId: serviceId,
    Content: JSON.stringify(document),
    EncodeType: "JSON",
    ContentVersion: "openAPI",
  });
  const answered = async () => {
    await release(sdk, serviceId);
    const { status, headers, body } = await call(port, "/release/tea", { host });
    return [status, headers["content-type"], headers["x-mock"], body];
  };
  assert.deepEqual(await answered(), [418, "application/problem+json", "1", "{}"]);
  const ApiId = Result?.ApiSet?.[0]?.ApiId ?? "";
  await sdk.ModifyApi({
    ServiceId: serviceId,
    ApiId,
    ServiceType: "MOCK",
    ServiceMockReturnMessage: "[]",
    RequestConfig: { Path: "/tea", Method: "GET" },
  });
  assert.deepEqual(await answered(), [418, "application/problem+json", "1", "[]"]);
});
