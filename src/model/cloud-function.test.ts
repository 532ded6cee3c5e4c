import assert from "node:assert/strict";
import { test } from "node:test";
import { findFunctionUrl } from "./cloud-function.ts";

test("the first route that fits a function makes its URL, every part escaped", () => {
  const routes = [
    { pattern: ["default", "f", "2"], url: "http://one.test/" },
    { pattern: ["*", "f", "*"], url: "http://two.test/{namespace}/{name}/{qualifier}?n={name}" },
  ] as const;
  const url = (namespace: string, name: string, qualifier: string) =>
    findFunctionUrl(routes, { namespace, name, qualifier });
  assert.equal(url("default", "f", "2"), "http://one.test/");
  assert.equal(url("default", "f", "$LATEST"), "http://two.test/default/f/%24LATEST?n=f");
  assert.equal(url("default", "g", "2"), undefined);
});
