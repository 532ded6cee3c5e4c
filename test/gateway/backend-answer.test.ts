import assert from "node:assert/strict";
import { test } from "node:test";
import { call, exchangeBytes, startBackend, startGateway } from "./running.ts";
import { api, host, httpBackend, release, service, serving } from "./state.ts";

test("relays status, headers and body, and adds its own headers", async (t) => {
  const backend = await startBackend(t, (_req, res) => {
    res.writeHead(418, ["Content-Type", "text/x", "Set-Cookie", "a=1", "Set-Cookie", "b=2", "X-Api-Id", "forged"]);
    res.end("teapot");
  });
  const { port } = await startGateway(
    t,
    serving([api({ backend: httpBackend(backend) })], {
      services: [service({ rates: [{ environment: "release", rate: 500 }] })],
    }),
  );
  const reply = await call(port, "/release/");
  assert.equal(reply.status, 418);
  assert.equal(reply.body, "teapot");
  assert.deepEqual(reply.headers["set-cookie"], ["a=1", "b=2"]);
  assert.equal(reply.headers["x-api-id"], "api-abcd1234");
  assert.match(String(reply.headers["x-api-requestid"]), /^[0-9a-f]{32}$/);
  assert.equal(reply.headers["x-service-ratelimit"], "499/500");
  assert.equal(reply.headers["x-api-ratelimit"], "unlimited");
  assert.equal(reply.headers["x-usageplan-quota"], undefined);
});

test("drops hop-by-hop headers of the backend and those its Connection nominates", async (t) => {
  const backend = await startBackend(t, (_req, res) => {
    res.writeHead(200, [
      "Connection",
      "close, X-Internal",
      "X-Internal",
      "1",
      "Proxy-Authenticate",
      "Basic",
      "X-End",
      "1",
    ]);
    res.end("ok");
  });
  const { port } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]));
  const answer = await exchangeBytes(
    port,
    `GET /release/ HTTP/1.1\r\nHost: ${host}\r\n\r\nGET /release/ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
  );
  assert.equal(answer.match(/HTTP\/1\.1 200/g)?.length, 2);
  assert.doesNotMatch(answer, /X-Internal|Proxy-Authenticate/i);
  assert.match(answer, /X-End: 1/);
});

test("answers HEAD, 204 and 304 without a body and keeps the connection in step", async (t) => {
  const backend = await startBackend(t, (req, res) => {
    if (req.url === "/204") res.writeHead(204).end();
    else if (req.url === "/304") res.writeHead(304, { ETag: '"x"' }).end();
    else res.writeHead(200, { "Content-Length": "5" }).end("hello");
  });
  const { port } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]));
  const ask = (method: string, path: string, more = "") =>
    `${method} /release${path} HTTP/1.1\r\nHost: ${host}\r\n${more}\r\n`;
  const answer = await exchangeBytes(
    port,
    ask("HEAD", "/") + ask("GET", "/204") + ask("GET", "/304") + ask("GET", "/", "Connection: close\r\n"),
  );
  assert.deepEqual(
    answer
      .split("HTTP/1.1 ")
      .slice(1)
      .map((part) => [part.slice(0, 3), part.split("\r\n\r\n")[1]]),
    [
      ["200", ""],
      ["204", ""],
      ["304", ""],
      ["200", "hello"],
    ],
  );
});

test("converts the backend's status as the API says, with a message when the body is empty", async (t) => {
  const backend = await startBackend(t, (req, res) => {
    res.writeHead(Number(req.url?.slice(1, 4)));
    res.end(req.url?.endsWith("empty") === true ? "" : "body");
  });
  const conversion = {
    code: 404,
    message: "nothing there",
    description: null,
    convertedCode: 410,
    needsConversion: true,
  };
  const { port } = await startGateway(
    t,
    serving([
      api({
        backend: httpBackend(backend),
        responseErrorCodes: [conversion, { ...conversion, code: 500, needsConversion: false }],
      }),
    ]),
  );
  const ask = async (path: string) => {
    const { status, body } = await call(port, `/release${path}`);
    return [status, body];
  };
  assert.deepEqual(await ask("/404"), [410, "body"]);
  assert.deepEqual(await ask("/404empty"), [410, "nothing there"]);
  assert.deepEqual(await ask("/500"), [500, "body"]);
  assert.deepEqual(await ask("/200"), [200, "body"]);
  const head = await call(port, "/release/404", { method: "HEAD" });
  assert.deepEqual([head.status, head.body], [410, ""]);
});

test("follows no redirect", async (t) => {
  const backend = await startBackend(t, (_req, res) => res.writeHead(302, { Location: "http://127.0.0.1:1/" }).end());
  const { port } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]));
  assert.equal((await call(port, "/release/")).status, 302);
});

test("answers from the mock with the type the API declares", async (t) => {
  const mock = (responseType: string | null) => api({ backend: { type: "MOCK", body: '{"a":1}' }, responseType });
  const { gateway, port } = await startGateway(t, serving([mock("JSON")]));
  const reply = await call(port, "/release/any");
  assert.deepEqual([reply.status, reply.body], [200, '{"a":1}']);
  assert.equal(reply.headers["content-type"], "application/json; charset=utf-8");
  assert.equal(reply.headers["x-api-id"], "api-abcd1234");
  gateway.apply(serving([], { environments: [release([mock("XML")])] }));
  assert.equal((await call(port, "/release/any")).headers["content-type"], "application/xml; charset=utf-8");
});
