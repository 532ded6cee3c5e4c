import assert from "node:assert/strict";
import { test } from "node:test";
import { activeCheckInForce } from "./upstream.ts";
import { nodeAddress, parseStatuses } from "./upstream-rules.ts";

test("a list of statuses is read with or without spaces, and anything else is not", () => {
  assert.deepEqual(parseStatuses("200, 204,301"), new Set([200, 204, 301]));
  assert.deepEqual(parseStatuses(""), new Set());
  for (const text of ["200,", "2xx", "99", "600", "200 204", "200-204"])
    assert.equal(parseStatuses(text), undefined, text);
});

test("the address of a node is as it stands in a URL", () => {
  assert.equal(nodeAddress({ host: "shop.internal", port: 80 }), "shop.internal:80");
  assert.equal(nodeAddress({ host: "2001:db8::1", port: 8443 }), "[2001:db8::1]:8443");
});

test("what an active check leaves empty is carried out with the published defaults", () => {
  const unset = { path: "", timeoutSeconds: 0, intervalSeconds: 0, headers: [] };
  assert.deepEqual(activeCheckInForce(unset), { path: "/", timeoutSeconds: 5, intervalSeconds: 5, headers: [] });
  const set = { path: "/health", timeoutSeconds: 2, intervalSeconds: 7, headers: [{ name: "a", value: "b" }] };
  assert.deepEqual(activeCheckInForce(set), set);
});
