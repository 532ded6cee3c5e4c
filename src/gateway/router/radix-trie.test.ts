import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { RadixTrie } from "./radix-trie.ts";

const key = fc.string({ unit: fc.constantFrom("a", "b", "/"), maxLength: 6 });
const keys = fc.uniqueArray(key, { maxLength: 20 });

function trieOf(stored: readonly string[]): RadixTrie<{ key: string }> {
  const trie = new RadixTrie<{ key: string }>();
  for (const text of stored) trie.getOrCreate(text, () => ({ key: text }));
  return trie;
}

test("a walk finds exactly the stored keys that the text begins with, shortest first", () => {
  const property = fc.property(keys, key, fc.nat(3), (stored, text, start) => {
    const expected = stored.filter((candidate) => text.startsWith(candidate, start) && start <= text.length);
    expected.sort((left, right) => left.length - right.length);
    if (start > text.length) return;
    const found: string[] = [];
    trieOf(stored).forEachPrefix(text, start, (value) => found.push(value.key));
    assert.deepEqual(found, expected);
    if (start === 0) assert.equal(trieOf(stored).longestPrefix(text)?.key, expected.at(-1));
  });
  fc.assert(property, { numRuns: 2000 });
});

test("every value is visited once, after the one stored under the longest prefix of its key", () => {
  const property = fc.property(keys, (stored) => {
    const visited = new Map<string, string | undefined>();
    trieOf(stored).forEachWithParent((value, parent) => {
      assert.ok(parent === undefined || visited.has(parent.key));
      assert.ok(!visited.has(value.key));
      visited.set(value.key, parent?.key);
    });
    assert.equal(visited.size, stored.length);
    for (const [child, parent] of visited) {
      const prefixes = stored.filter((candidate) => candidate !== child && child.startsWith(candidate));
      assert.equal(parent, prefixes.sort((left, right) => right.length - left.length)[0]);
    }
  });
  fc.assert(property);
});

test("a key that is stored already keeps its value", () => {
  const trie = trieOf(["/a", "/ab"]);
  assert.equal(trie.getOrCreate("/a", () => ({ key: "new" })).key, "/a");
});
