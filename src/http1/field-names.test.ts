import assert from "node:assert/strict";
import { it } from "node:test";
import { FieldNames } from "./field-names.ts";

it("knows its names in any case and no others, however alike or odd", () => {
  const names = new FieldNames(["x-api-id", "host", "x-real-ip"]);
  for (const name of ["x-api-id", "X-Api-ID", "HOST", "X-REAL-IP"]) assert.equal(names.has(name), true, name);
  for (const name of ["x-api-ie", "hos", "xost", "(ost", "", "__proto__", "x".repeat(500)]) {
    assert.equal(names.has(name), false, name);
  }
});
