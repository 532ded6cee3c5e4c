import assert from "node:assert/strict";
import { test } from "node:test";
import { RecentEntries, RecentSightings } from "./recent-entries.ts";

test("knows what it was told last about a text, and nothing of others", () => {
  const entries = new RecentEntries<number>(16);
  entries.set("a", 1);
  entries.set("a", 2);
  assert.equal(entries.get("a"), 2);
  for (const other of ["", "b", "A", "aa", "__proto__"]) assert.equal(entries.get(other), undefined);
});

test("a flood of texts takes no more than the places there are, and never mixes up two", () => {
  const entries = new RecentEntries<string>(64);
  for (let count = 0; count < 10_000; count++) entries.set(`/items/${count}`, `/items/${count}`);
  let kept = 0;
  for (let count = 0; count < 10_000; count++) {
    const value = entries.get(`/items/${count}`);
    if (value === undefined) continue;
    assert.equal(value, `/items/${count}`);
    kept++;
  }
  assert.ok(kept > 32 && kept <= 64, `${kept} kept`);
});

test("long texts that differ only ahead of their ends are told apart", () => {
  const entries = new RecentEntries<number>(16);
  entries.set(`1${"x".repeat(100)}`, 1);
  assert.equal(entries.get(`2${"x".repeat(100)}`), undefined);
});

test("a text is seen for the first time once, until others have taken its place", () => {
  const sightings = new RecentSightings(16);
  assert.equal(sightings.isFirst("a"), true);
  assert.equal(sightings.isFirst("a"), false);
  for (let count = 0; count < 1_000; count++) sightings.isFirst(`/${count}`);
  assert.equal(sightings.isFirst("a"), true);
});
