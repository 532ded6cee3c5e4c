import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { matchTemplate } from "./template.ts";

test("parameters are greedy and cross slashes, as in the examples Tencent docs 628/11939 prints", () => {
  const examples: [string[], string, string[]][] = [
    [["/", "/", "/detail"], "/middleware/apigw/detail", ["middleware", "apigw"]],
    [["/", "/product/", ""], "/middleware/product/apigw/detail", ["middleware", "apigw/detail"]],
    [["/", "/", ""], "/middleware/apigw/detail", ["middleware/apigw", "detail"]],
  ];
  for (const [literals, path, values] of examples) assert.deepEqual(matchTemplate({ literals }, path), values);
});

test("a parameter takes at least one character", () => {
  assert.equal(matchTemplate({ literals: ["/a/", ""] }, "/a/"), undefined);
  assert.equal(matchTemplate({ literals: ["/a/", "/b"] }, "/a//b"), undefined);
  assert.equal(matchTemplate({ literals: ["/a", "a"] }, "/a"), undefined);
  assert.equal(matchTemplate({ literals: ["/", "", ""] }, "/x"), undefined);
  assert.deepEqual(matchTemplate({ literals: ["/", "", ""] }, "/xyz"), ["xy", "z"]);
});

test("a template matches what a greedy anchored regular expression matches, with the same values", () => {
  // A small alphabet makes literals overlap and repeat.
  const text = fc.string({ unit: fc.constantFrom("a", "b", "/"), maxLength: 4 });
  const literals = fc.array(text, { minLength: 2, maxLength: 5 });
  const path = fc.string({ unit: fc.constantFrom("a", "b", "/"), maxLength: 24 });
  const property = fc.property(literals, path, (pieces, candidate) => {
    const expected = new RegExp(`^${pieces.join("(.+)")}$`).exec(candidate);
    assert.deepEqual(matchTemplate({ literals: pieces }, candidate), expected === null ? undefined : expected.slice(1));
  });
  fc.assert(property, { numRuns: 5000 });
});

test("a path built from a template's literals fits it", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "/"), maxLength: 3 });
  const pieces = fc.array(
    fc.tuple(text, fc.string({ unit: fc.constantFrom("a", "b", "/"), minLength: 1, maxLength: 5 })),
    {
      minLength: 1,
      maxLength: 5,
    },
  );
  const property = fc.property(pieces, text, (head, tail) => {
    const literals = [...head.map(([literal]) => literal), tail];
    const path = head.map(([literal, value]) => literal + value).join("") + tail;
    const values = matchTemplate({ literals }, path);
    assert.ok(values !== undefined);
    assert.equal(literals.map((literal, index) => literal + (values[index] ?? "")).join(""), path);
  });
  fc.assert(property, { numRuns: 2000 });
});
