import assert from "node:assert/strict";
import { test } from "node:test";
import type { ApiDefinition } from "../../src/model/api.ts";
import { type CallOptions, call, type Received, startEcho, startGateway } from "./running.ts";
import { api, httpBackend, serving } from "./state.ts";

async function received(
  t: import("node:test").TestContext,
  path: string,
  options: CallOptions = {},
  overrides: Partial<ApiDefinition> = {},
  backendPath = "",
): Promise<Received & { readonly headers: Map<string, string[]>; readonly requestId: unknown }> {
  const backend = await startEcho(t);
  const { port } = await startGateway(t, serving([api({ backend: httpBackend(backend, backendPath), ...overrides })]));
  const reply = await call(port, path, options);
  assert.equal(reply.status, 200, reply.body);
  const echo = JSON.parse(reply.body) as Received;
  const headers = new Map<string, string[]>();
  for (let index = 0; index < echo.rawHeaders.length; index += 2) {
    const name = (echo.rawHeaders[index] ?? "").toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), echo.rawHeaders[index + 1] ?? ""]);
  }
  return { ...echo, headers, requestId: reply.headers["x-api-requestid"] };
}

test("sends the gateway's own headers and the caller's others as they came", async (t) => {
  const { headers, requestId } = await received(t, "/release/a", {
    headers: [
      ["X-Custom", "one"],
      ["X-Custom", "two"],
      ["Accept", "*/*"],
      ["Authorization", "Bearer abc"],
    ],
  });
  assert.deepEqual(headers.get("x-custom"), ["one", "two"]);
  assert.deepEqual(headers.get("accept"), ["*/*"]);
  assert.deepEqual(headers.get("authorization"), ["Bearer abc"]);
  assert.match(headers.get("host")?.[0] ?? "", /^127\.0\.0\.1:\d+$/);
  // HTTP/1.1 keeps connections without a word.
  assert.equal(headers.has("connection"), false);
  assert.deepEqual(headers.get("x-client-proto"), ["http"]);
  assert.deepEqual(headers.get("x-client-proto-ver"), ["HTTP/1.1"]);
  assert.deepEqual(headers.get("x-api-scheme"), ["http"]);
  assert.deepEqual(headers.get("x-forwarded-for"), ["127.0.0.1"]);
  assert.deepEqual(headers.get("x-real-ip"), ["127.0.0.1"]);
  assert.deepEqual(headers.get("x-b3-traceid"), [requestId]);
});

test("overwrites what a caller forges and appends to X-Forwarded-For", async (t) => {
  const { headers } = await received(t, "/release/a", {
    headers: [
      ["X-Real-IP", "6.6.6.6"],
      ["x_real_ip", "6.6.6.6"],
      ["X-Client-Proto", "https"],
      ["X-B3-TraceId", "forged"],
      ["X_B3_TraceId", "forged"],
      ["X-Api-Scheme", "https"],
      ["X-Forwarded-For", "6.6.6.6"],
      ["X_Forwarded_For", "6.6.6.6"],
      ["X-Forwarded-Host", "evil.test"],
      ["X-Forwarded-Proto", "https"],
      ["Forwarded", "for=6.6.6.6"],
    ],
  });
  assert.deepEqual(headers.get("x-real-ip"), ["127.0.0.1"]);
  assert.deepEqual(headers.get("x-client-proto"), ["http"]);
  assert.equal(headers.get("x-b3-traceid")?.length, 1);
  assert.notEqual(headers.get("x-b3-traceid")?.[0], "forged");
  assert.deepEqual(headers.get("x-api-scheme"), ["http"]);
  assert.deepEqual(headers.get("x-forwarded-for"), ["6.6.6.6, 127.0.0.1"]);
  for (const name of [
    "x_real_ip",
    "x_b3_traceid",
    "x_forwarded_for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "forwarded",
  ]) {
    assert.equal(headers.has(name), false, name);
  }
});

test("drops hop-by-hop headers and those Connection nominates, whatever it nominates", async (t) => {
  const { headers } = await received(t, "/release/a", {
    headers: [
      ["Connection", "close, X-Hop, x-real-ip, x-forwarded-for"],
      ["X-Hop", "1"],
      ["Keep-Alive", "timeout=5"],
      ["TE", "trailers"],
      ["Upgrade", "h2c"],
      ["HTTP2-Settings", "AAMAAABkAAQAAP__"],
      ["Proxy-Authorization", "Basic abc"],
      ["X-End", "1"],
    ],
  });
  for (const name of ["x-hop", "keep-alive", "te", "upgrade", "http2-settings", "proxy-authorization"]) {
    assert.equal(headers.has(name), false, name);
  }
  assert.deepEqual(headers.get("x-end"), ["1"]);
  assert.deepEqual(headers.get("x-real-ip"), ["127.0.0.1"]);
  assert.deepEqual(headers.get("x-forwarded-for"), ["127.0.0.1"]);
  assert.equal(headers.get("host")?.length, 1);
});

test("refuses a Connection that nominates what must reach the backend", async (t) => {
  const backend = await startEcho(t);
  const { port } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]));
  for (const name of ["host", "content-length", "authorization", "cookie"]) {
    const { status } = await call(port, "/release/", { headers: [["Connection", `close, ${name}`]] });
    assert.equal(status, 400, name);
  }
});

test("cuts the matched prefix off the path and keeps the query byte for byte", async (t) => {
  const { url } = await received(
    t,
    "/release/product/apigw/document?b=2&a=%2f&a=1&flag&x=a+b",
    {},
    { path: "/product/" },
  );
  assert.equal(url, "/apigw/document?b=2&a=%2f&a=1&flag&x=a+b");
  const joined = await received(t, "/release/product/apigw", {}, { path: "/product/" }, "/tencent/");
  assert.equal(joined.url, "/tencent/apigw");
});

test("fills path parameters into the backend's path", async (t) => {
  const { url } = await received(
    t,
    "/release/users/ann%20b/orders/7",
    {},
    {
      path: "/users/{user}/orders/{order}",
      requestParameters: ["user", "order"].map((name) => parameter(name, "PATH", true)),
    },
    "/o/{order}/of/{user}",
  );
  assert.equal(url, "/o/7/of/ann%20b");
});

test("calls with the backend's method, or the caller's when it is ANY", async (t) => {
  assert.equal((await received(t, "/release/", { method: "PATCH", body: "x" })).method, "PATCH");
  const backend = await startEcho(t);
  const { port } = await startGateway(t, serving([api({ backend: httpBackend(backend, "", "PUT") })]));
  const reply = await call(port, "/release/", { method: "POST", body: "hello" });
  const echo = JSON.parse(reply.body) as Received;
  assert.deepEqual([echo.method, echo.body], ["PUT", "hello"]);
});

test("moves, renames and adds parameters, and applies defaults", async (t) => {
  const { url, headers } = await received(
    t,
    "/release/?keep=1&old=v%26w&toHeader=h&keep=2",
    { headers: [["X-From", "secret"]] },
    {
      requestParameters: [
        parameter("old", "query"),
        parameter("toHeader", "QUERY"),
        parameter("X-From", "Header"),
        parameter("absent", "QUERY", false, "fallback"),
        parameter("nothing", "QUERY"),
      ],
      backendParameters: [
        mapping("renamed", "query", "old", "QUERY"),
        mapping("X-Moved", "header", "toHeader", "QUERY"),
        mapping("from", "query", "X-From", "HEADER"),
        mapping("nothing2", "query", "nothing", "QUERY"),
      ],
      constantParameters: [
        { name: "X-Constant", position: "HEADER", value: "c", description: null },
        { name: "keep", position: "query", value: "fixed", description: null },
      ],
    },
  );
  assert.equal(url, "/?absent=fallback&renamed=v%26w&from=secret&keep=fixed");
  assert.deepEqual(headers.get("x-moved"), ["h"]);
  assert.deepEqual(headers.get("x-constant"), ["c"]);
  assert.equal(headers.has("x-from"), false);
});

test("a moved value cannot end a header and begin another", async (t) => {
  const { headers } = await received(
    t,
    "/release/?v=a%0d%0aX-Forged:%201",
    {},
    { requestParameters: [parameter("v", "query")], backendParameters: [mapping("X-V", "header", "v", "query")] },
  );
  assert.deepEqual(headers.get("x-v"), ["a%0D%0AX-Forged%3A%201"]);
  assert.equal(headers.has("x-forged"), false);
});

test("a constant header named host replaces the backend's", async (t) => {
  const constantParameters = [{ name: "host", position: "header", value: "shop.example", description: null }];
  const { headers } = await received(t, "/release/", {}, { constantParameters });
  assert.deepEqual(headers.get("host"), ["shop.example"]);
});

test("reads a form for its parameters and sends on only what was not moved", async (t) => {
  const { url, body, headers } = await received(
    t,
    "/release/",
    { method: "POST", body: "a=1&b=x%20y&a=2", headers: [["Content-Type", "application/x-www-form-urlencoded"]] },
    {
      requestParameters: [parameter("b", "BODY", true)],
      backendParameters: [mapping("b", "QUERY", "b", "BODY")],
    },
  );
  assert.equal(body, "a=1&a=2");
  assert.equal(url, "/?b=x%20y");
  assert.deepEqual(headers.get("content-length"), ["7"]);
});

test("an API without parameters in the body passes any body through", async (t) => {
  const { body, headers } = await received(t, "/release/", { method: "POST", body: '{"a":"ü"}' });
  assert.equal(body, '{"a":"ü"}');
  assert.deepEqual(headers.get("content-length"), ["10"]);
  assert.equal(headers.has("transfer-encoding"), false);
});

function parameter(name: string, position: string, isRequired = false, defaultValue: string | null = null) {
  return { name, position, type: "string", defaultValue, isRequired, description: null };
}

function mapping(name: string, position: string, sourceName: string, sourcePosition: string) {
  return { name, position, sourceName, sourcePosition, sourceType: null, sourceDescription: null, defaultValue: null };
}
