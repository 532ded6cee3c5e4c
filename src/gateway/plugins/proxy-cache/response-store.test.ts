import assert from "node:assert/strict";
import { test } from "node:test";
import { ResponseStore } from "./response-store.ts";

const answer = (bytes: number) => ({
  status: 200,
  headers: [],
  body: Buffer.alloc(bytes),
  vary: [],
  storedAt: 0,
  expiresAt: 1,
});

test("what has not been used for longest makes room", () => {
  const store = new ResponseStore(5_000);
  store.set("a", answer(1_000));
  store.set("b", answer(1_000));
  store.get("a");
  store.set("c", answer(2_000));
  assert.deepEqual(
    ["a", "b", "c"].map((key) => store.get(key) !== undefined),
    [true, false, true],
  );
});

test("replacing an answer does not add up", () => {
  const store = new ResponseStore(5_000);
  store.set("a", answer(1_000));
  for (let round = 0; round < 100; round += 1) store.set("b", answer(1_000));
  assert.notEqual(store.get("a"), undefined);
});

test("an answer larger than the whole is not kept", () => {
  const store = new ResponseStore(1_000);
  store.set("a", answer(2_000));
  assert.equal(store.get("a"), undefined);
});
