import assert from "node:assert/strict";
import { test } from "node:test";
import type { Backend } from "./api.ts";
import { findBackendFault } from "./backend-rules.ts";

function http(change: object): Backend {
  const sound = { type: "HTTP", url: "http://backend:80", path: "/x", method: "GET", product: null, vpcId: null };
  return { ...sound, ...change } as Backend;
}

test("a sound backend has no fault", () => {
  assert.equal(findBackendFault(http({})), undefined);
  assert.equal(findBackendFault(http({ path: "", method: "ANY" })), undefined);
  assert.equal(findBackendFault({ type: "MOCK", body: "{}" }), undefined);
});

test("each broken part breaks its own rule", () => {
  assert.equal(findBackendFault(http({ url: "backend" }))?.rule, "backend-url");
  assert.equal(findBackendFault(http({ url: "http://1.2.3" }))?.rule, "backend-address");
  assert.equal(findBackendFault(http({ url: "http://backend:0" }))?.rule, "backend-port");
  assert.equal(findBackendFault(http({ method: "FETCH" }))?.rule, "backend-config");
  assert.equal(findBackendFault(http({ method: "GET\r\nX: y" }))?.rule, "backend-config");
  assert.equal(findBackendFault({ type: "MOCK", body: "" })?.rule, "mock-body");
});
