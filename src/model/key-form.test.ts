import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { newKeyId, newKeySecret } from "./identifiers.ts";
import { isKeyId, isKeySecret } from "./key-form.ts";

test("a key id has 5 to 50 letters, digits, underscores or hyphens", () => {
  for (const id of ["abcde", "A_b-9", "x".repeat(50)]) assert.equal(isKeyId(id), true, id);
  for (const id of ["", "abcd", "x".repeat(51), "abc de", "abcdé", "abcde\n", "AKID*****"]) {
    assert.equal(isKeyId(id), false, id);
  }
});

test("a key secret has 10 to 50 letters, digits, underscores or hyphens", () => {
  for (const secret of ["0123456789", "x".repeat(50), "a_b-c_d-e_f"]) assert.equal(isKeySecret(secret), true, secret);
  for (const secret of ["", "012345678", "x".repeat(51), "0123 456789", "0123456789\n"]) {
    assert.equal(isKeySecret(secret), false, secret);
  }
});

test("generated ids and secrets have the form asked of chosen ones", () => {
  assert.equal(isKeyId(newKeyId(randomBytes)), true);
  assert.equal(isKeySecret(newKeySecret(randomBytes)), true);
});
