import assert from "node:assert/strict";
import { test } from "node:test";
import { call, startBackend, startGateway } from "../running.ts";
import { api, httpBackend } from "../state.ts";
import { plugin, servingWith } from "./attached.ts";

const cors = {
  allow_origin: ["https://app.test", "http://other.test:8080"],
  allow_methods: ["GET", "PUT"],
  allow_headers: ["X-Date", "Source"],
  expose_headers: ["X-Api-ID"],
  allow_credentials: true,
  max_age: 600,
};

function preflight(port: number, origin: string, headers: [string, string][] = []) {
  const asked: [string, string][] = [
    ["Origin", origin],
    ["Access-Control-Request-Method", "PUT"],
  ];
  return call(port, "/release/", { method: "OPTIONS", headers: [...asked, ...headers] });
}

function corsFields(headers: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => /^access-control-|^vary$/.test(name)));
}

test("an allowed origin is answered with what the plugin says, whatever the API's own switch says", async (t) => {
  for (const isCorsEnabled of [true, false]) {
    const { port } = await startGateway(t, servingWith([api({ isCorsEnabled })], [plugin("Cors", cors)]));
    const asked = await preflight(port, "https://app.test");
    assert.equal(asked.status, 204);
    const everyAnswer = {
      "access-control-allow-origin": "https://app.test",
      "access-control-allow-credentials": "true",
      "access-control-expose-headers": "X-Api-ID",
      vary: "Origin",
    };
    assert.deepEqual(corsFields(asked.headers), {
      ...everyAnswer,
      "access-control-allow-methods": "GET,PUT",
      "access-control-allow-headers": "X-Date,Source",
      "access-control-max-age": "600",
    });
    const called = await call(port, "/release/", { headers: [["Origin", "https://app.test"]] });
    assert.equal(called.status, 200);
    assert.deepEqual(corsFields(called.headers), everyAnswer);
  }
});

test("any other origin gets no permission", async (t) => {
  const { port } = await startGateway(t, servingWith([api({ isCorsEnabled: true })], [plugin("Cors", cors)]));
  for (const origin of ["https://evil.test", "http://app.test", "https://app.test:8443", "null"]) {
    const asked = await preflight(port, origin);
    assert.equal(asked.status, 204);
    assert.deepEqual(corsFields(asked.headers), { vary: "Origin" }, origin);
  }
});

test("a star is every origin, and every field a browser asks for", async (t) => {
  const data = { ...cors, allow_origin: ["*"], allow_headers: ["*"], allow_credentials: false };
  const { port } = await startGateway(t, servingWith([api()], [plugin("Cors", data)]));
  const asked = await preflight(port, "https://any.test", [["Access-Control-Request-Headers", "x-one,x-two"]]);
  assert.equal(asked.headers["access-control-allow-origin"], "*");
  assert.equal(asked.headers["access-control-allow-headers"], "x-one,x-two");
  assert.equal(asked.headers.vary, undefined);
});

test("the backend's own CORS fields do not reach the caller, its Vary does", async (t) => {
  const backend = await startBackend(t, (_, res) => {
    res.setHeader("Access-Control-Allow-Origin", "https://backend.test");
    res.setHeader("Vary", "Accept");
    res.end("x");
  });
  const state = servingWith([api({ backend: httpBackend(backend) })], [plugin("Cors", cors)]);
  const { port } = await startGateway(t, state);
  const { headers } = await call(port, "/release/", { headers: [["Origin", "https://app.test"]] });
  assert.equal(headers["access-control-allow-origin"], "https://app.test");
  assert.equal(headers.vary, "Accept, Origin");
});
