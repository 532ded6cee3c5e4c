import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutEnvironment } from "./app-headers.ts";

const signedPaths: Record<string, string> = {
  "/release/orders/1": "/orders/1",
  "/test": "/",
  "/prepub/": "/",
  "/release/release/x": "/release/x",
  "/_/service-abcd1234/release/orders": "/orders",
  "/_/service-abcd1234/test": "/",
  "/orders/release": "/orders/release",
  "/": "/",
};

for (const [path, signed] of Object.entries(signedPaths)) {
  test(`of ${path} an app signs ${signed}`, () => {
    assert.equal(withoutEnvironment(path), signed);
  });
}
