import assert from "node:assert/strict";
import { test } from "node:test";
import type { PathMapping } from "./custom-domain.ts";
import { findMappingFault, isWithinDomain, mappingPrefix, toDomainName } from "./custom-domain-rules.ts";

test("a domain is kept in lower case and without a final dot", () => {
  assert.equal(toDomainName("API.Example.com"), "api.example.com");
  assert.equal(toDomainName(" api.example.com. "), "api.example.com");
  assert.equal(toDomainName("xn--fiq228c.example"), "xn--fiq228c.example");
});

test("addresses, single labels, wildcards and anything but letters, digits and hyphens are no domains", () => {
  const long = `${"a".repeat(63)}.${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(63)}`;
  for (const text of ["", "localhost", "192.0.2.1", "[::1]", "*.example.com", "a_b.example.com", "-a.com", "a-.com"]) {
    assert.equal(toDomainName(text), undefined, text);
  }
  for (const text of ["a..com", ".com", "a.com..", "http://a.com", "a.com:80", "a.com/b", "é.com", "a.com\n.b", long]) {
    assert.equal(toDomainName(text), undefined, text);
  }
  assert.equal(toDomainName(`${"a".repeat(64)}.com`), undefined);
});

test("a domain is within itself and those above it, on label boundaries", () => {
  assert.equal(isWithinDomain("apigw.localhost", "apigw.localhost"), true);
  assert.equal(isWithinDomain("a.apigw.localhost", "apigw.localhost"), true);
  assert.equal(isWithinDomain("xapigw.localhost", "apigw.localhost"), false);
});

test("mapping paths compare without their final slash", () => {
  assert.equal(mappingPrefix("/"), "");
  assert.equal(mappingPrefix("/v1"), "/v1");
  assert.equal(mappingPrefix("/v1/a.b~c_d-e/"), "/v1/a.b~c_d-e");
});

test("a mapping path is spelled like a canonical path", () => {
  for (const path of [
    "",
    "v1",
    "//",
    "/a//b",
    "/a//",
    "/.",
    "/a/../b",
    "/a b",
    "/%41",
    "/a?b",
    "/a;b",
    "/{x}",
    "/中",
  ]) {
    assert.equal(mappingPrefix(path), undefined, path);
  }
  assert.equal(mappingPrefix(`/${"a".repeat(1024)}`), undefined);
});

function faultOf(...paths: readonly string[]): string | undefined {
  const mappings = paths.map((path): PathMapping => ({ path, environment: "release" }));
  return findMappingFault(mappings, 3)?.rule;
}

test("a set of mappings has one to three paths, each once", () => {
  assert.equal(faultOf("/", "/a", "/b"), undefined);
  assert.equal(faultOf(), "empty");
  assert.equal(faultOf("/", "/a", "/b", "/c"), "too-many");
  assert.equal(faultOf("/a", "x"), "path");
  assert.equal(faultOf("/a", "/a/"), "repeated");
  assert.equal(faultOf("/a", "/A"), undefined);
});
