import assert from "node:assert/strict";
import { test } from "node:test";
import { compareNetTypes } from "./net-types.ts";

test("the same types in another order are no change", () => {
  assert.equal(compareNetTypes(["OUTER", "INNER"], ["INNER", "OUTER"]), "none");
});

test("a type added is growth", () => {
  assert.equal(compareNetTypes(["OUTER"], ["INNER", "OUTER"]), "grows");
});

test("a type taken away is shrinkage", () => {
  assert.equal(compareNetTypes(["OUTER", "INNER"], ["OUTER"]), "shrinks");
  assert.equal(compareNetTypes(["OUTER"], []), "shrinks");
});

test("one type in place of another is neither", () => {
  assert.equal(compareNetTypes(["OUTER"], ["INNER"]), "differs");
});
