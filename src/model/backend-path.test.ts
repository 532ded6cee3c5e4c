import assert from "node:assert/strict";
import { test } from "node:test";
import { backendPathVariables, isBackendPath } from "./backend-path.ts";

for (const path of ["", "/", "/a/b.c~d", "/users/{id}", "/{a}/x-{b}", "/caf%C3%A9", "/a;v=1/b,c"]) {
  test(`accepts the backend path ${JSON.stringify(path)}`, () => assert.ok(isBackendPath(path)));
}

const refused = [
  "a",
  "a/b",
  "/a b",
  "/a?x=1",
  "/a#f",
  "/a\\b",
  "/a\r\nX: 1",
  "/é",
  "/%zz",
  "/{",
  "/{}",
  "/{a",
  "/a}",
  "/../x",
  "/x/.",
];
for (const path of refused) {
  test(`refuses the backend path ${JSON.stringify(path)}`, () => assert.ok(!isBackendPath(path)));
}

test("names each variable once, in order", () => {
  assert.deepEqual(backendPathVariables("/{b}/{a}/{b}"), ["b", "a"]);
  assert.deepEqual(backendPathVariables("/plain"), []);
});
