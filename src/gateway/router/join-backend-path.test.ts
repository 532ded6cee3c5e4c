import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseBackendPath } from "../../api-path/backend-path.ts";
import { type BackendPathFailure, encodePathValue, joinBackendPath } from "./join-backend-path.ts";

function join(backendPath: string, rest: string, values: [string, string][] = []): string | BackendPathFailure {
  const parsed = parseBackendPath(backendPath);
  assert.ok(parsed.ok, backendPath);
  const byName = new Map(values);
  return joinBackendPath(parsed.path, rest, (name) => byName.get(name));
}

test("the rest of the path follows the backend path, as in the examples Tencent's documentation prints", () => {
  assert.equal(join("", "apigw/document"), "/apigw/document");
  assert.equal(join("/tencent/", "apigw/document"), "/tencent/apigw/document");
});

test("the rest of the path follows the backend path, as in the examples printed for COS", () => {
  // Front paths /, /a, /a and /a with the requests /a/b, /a/b, /a/b and /a/c.
  assert.equal(join("/", "a/b"), "/a/b");
  assert.equal(join("/b", "/b"), "/b/b");
  assert.equal(join("/", "/b"), "/b");
  assert.equal(join("/b", "/c"), "/b/c");
});

test("there is exactly one slash at the joint and none is added after the backend path", () => {
  assert.equal(join("/b", "x"), "/b/x");
  assert.equal(join("/b/", "/x"), "/b/x");
  assert.equal(join("/b", ""), "/b");
  assert.equal(join("/b/", ""), "/b/");
  assert.equal(join("", ""), "/");
  assert.equal(join("/b", "/"), "/b/");
});

test("parameters are filled in where they stand", () => {
  assert.equal(join("/pets/{petid}", "", [["petid", "42"]]), "/pets/42");
  assert.equal(
    join("/{b}/{a}.json", "", [
      ["a", "x/y"],
      ["b", "q"],
    ]),
    "/q/x/y.json",
  );
  assert.equal(join("/v/{a}", "rest", [["a", "1"]]), "/v/1/rest");
  assert.equal(join("/{__proto__}", "", [["__proto__", "p"]]), "/p");
  assert.deepEqual(join("/{a}/{b}", "", [["a", "1"]]), { kind: "missing-parameter", name: "b" });
});

test("values that would double a slash are joined by one", () => {
  assert.equal(join("/x/{a}/y", "", [["a", "/b/"]]), "/x/b/y");
  assert.equal(join("/x/{a}/y", "", [["a", ""]]), "/x/y");
});

test("a path that would climb out of the backend path is refused", () => {
  // The canonical request /a../admin under the prefix /a.
  assert.deepEqual(join("/b/", "../admin"), { kind: "dot-segment" });
  assert.deepEqual(join("/b", ".."), { kind: "dot-segment" });
  assert.deepEqual(join("/b/{a}/c", "", [["a", ".."]]), { kind: "dot-segment" });
  assert.deepEqual(join("/b/.{a}", "", [["a", "."]]), { kind: "dot-segment" });
  assert.deepEqual(join("/b/{a}", "", [["a", encodePathValue("../admin")]]), { kind: "dot-segment" });
  assert.deepEqual(join("/b/{a}", "", [["a", encodePathValue("x\\..\\admin")]]), { kind: "dot-segment" });
});

test("a value from outside the path stays in one segment", () => {
  assert.equal(encodePathValue("a/b?c#d%00 é"), "a%2Fb%3Fc%23d%2500%20%C3%A9");
  assert.equal(encodePathValue("\ud800"), "%EF%BF%BD");
});

test("a backend path is checked and spelt canonically when it is read", () => {
  assert.equal(join("/%7Ea/é", ""), "/~a/%C3%A9");
  for (const text of ["b", "/a//b", "/a/../b", "/{", "/{}", "/a}", "/a?b", "/a#", "/a%0a"]) {
    assert.equal(parseBackendPath(text).ok, false, text);
  }
});

test("a joined path begins with a slash and holds neither empty nor dot segments", () => {
  const text = fc.array(fc.constantFrom("/", ".", "a", "%2F", ";"), { maxLength: 6 }).map((parts) => parts.join(""));
  const single = text.map((path) => path.replace(/\/{2,}/g, "/"));
  const property = fc.property(
    fc.constantFrom("", "/", "/b", "/b/", "/b/{x}", "/{x}/{y}/", "/{x}{y}"),
    single,
    single,
    single,
    (path, rest, x, y) => {
      const joined = join(path, rest, [
        ["x", x],
        ["y", y],
      ]);
      if (typeof joined !== "string") return;
      assert.match(joined, /^\//);
      assert.doesNotMatch(joined, /\/\/|\/\.\.?(?:\/|$)/);
    },
  );
  fc.assert(property, { numRuns: 5000 });
});
