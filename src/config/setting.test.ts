import assert from "node:assert/strict";
import { test } from "node:test";
import { addressBlocks, baseUrl, functionRoutes } from "./setting.ts";

test("address blocks are addresses or CIDR blocks of either family", () => {
  assert.deepEqual(addressBlocks("10.0.0.0/8, 192.0.2.1,fe80::/10"), ["10.0.0.0/8", "192.0.2.1", "fe80::/10"]);
  for (const text of ["10.0.0.0/33", "example.com", "10.0.0.0/x", "::/129", "10.0.0.0/"]) {
    assert.throws(() => addressBlocks(text), { name: "SettingError" }, text);
  }
});

test("a base URL is http or https, and ends without a slash", () => {
  assert.equal(baseUrl("https://docs.example.com/a/"), "https://docs.example.com/a");
  for (const text of ["docs.example.com", "ftp://a", "https://a/?b", "https://a/#b", ""]) {
    assert.throws(() => baseUrl(text), { name: "SettingError" }, text);
  }
});

test("functions are led to endpoints by namespace, name and qualifier", () => {
  assert.deepEqual(
    functionRoutes("default/f/$LATEST=http://127.0.0.1:9000/f?v=1, */*/*=https://fn.test/{namespace}/{name}"),
    [
      { pattern: ["default", "f", "$LATEST"], url: "http://127.0.0.1:9000/f?v=1" },
      { pattern: ["*", "*", "*"], url: "https://fn.test/{namespace}/{name}" },
    ],
  );
  for (const text of [
    "f=http://a",
    "a/b/c/d=http://a",
    "a/b/c",
    "a/b/c=ftp://a",
    "a/b/c=http://{name}.test/",
    "a/b/c=http://user:x@a/",
    "a/b/c=http://a/#x",
    "a/../c=http://a",
  ]) {
    assert.throws(() => functionRoutes(text), { name: "SettingError" }, text);
  }
});
