import assert from "node:assert/strict";
import { test } from "node:test";
import { splitRequestTarget } from "./request-target.ts";

test("an origin-form target is split at its first question mark", () => {
  assert.deepEqual(splitRequestTarget("/a/b"), { authority: undefined, path: "/a/b", query: undefined });
  assert.deepEqual(splitRequestTarget("/a?x=1?y"), { authority: undefined, path: "/a", query: "x=1?y" });
  assert.deepEqual(splitRequestTarget("/a?"), { authority: undefined, path: "/a", query: "" });
  assert.deepEqual(splitRequestTarget("//evil.test/x"), {
    authority: undefined,
    path: "//evil.test/x",
    query: undefined,
  });
});

test("an absolute-form target names the authority that counts", () => {
  const target = splitRequestTarget("http://api.test:8080/a?x=1");
  assert.deepEqual(target, { authority: "api.test:8080", path: "/a", query: "x=1" });
  assert.deepEqual(splitRequestTarget("HTTPS://[::1]"), { authority: "[::1]", path: "/", query: undefined });
  assert.deepEqual(splitRequestTarget("http://api.test?x"), { authority: "api.test", path: "/", query: "x" });
});

test("other forms are refused", () => {
  for (const target of ["", "*", "api.test:443", "ftp://api.test/", "javascript:alert(1)", " /a"]) {
    assert.equal(splitRequestTarget(target), "unsupported-form");
  }
  for (const target of [
    "http:///a",
    "http://user@api.test/",
    "http://a b/",
    "http://api.test\\@evil.test/",
    "http://a#b/",
  ]) {
    assert.equal(splitRequestTarget(target), "bad-authority");
  }
});

test("a query keeps its spelling but holds no control character, space or number sign", () => {
  const kept = "a=%2e%2E&b=../x&c=[1]&d=\xe4\xbd\xa0&e=%zz";
  assert.deepEqual(splitRequestTarget(`/?${kept}`), { authority: undefined, path: "/", query: kept });
  for (const query of ["a b", "a\tb", "a\r\nX: y", "a\0", "\x7f", "x#/../admin"]) {
    assert.equal(splitRequestTarget(`/?${query}`), "bad-query");
  }
});
