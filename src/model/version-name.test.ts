import assert from "node:assert/strict";
import { test } from "node:test";
import { newVersionName } from "./version-name.ts";

test("a version name is the UTC second and a version 4 UUID, with nothing between them", () => {
  const name = newVersionName(Date.UTC(2020, 1, 25, 2, 41, 16, 987), (count) => new Uint8Array(count).fill(0xff));
  assert.equal(name, "20200225024116ffffffff-ffff-4fff-bfff-ffffffffffff");
});

test("zero bytes keep their leading zeros and the version and variant bits", () => {
  const name = newVersionName(0, (count) => new Uint8Array(count));
  assert.equal(name, "1970010100000000000000-0000-4000-8000-000000000000");
});
