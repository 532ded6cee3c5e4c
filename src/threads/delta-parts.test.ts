import assert from "node:assert/strict";
import { test } from "node:test";
import { api, delta, key, keyId, release, service, serving } from "../../test/gateway/state.ts";
import { join, pack, split, unpack } from "./delta-parts.ts";

const keys = Array.from({ length: 7 }, (_, index) => ({ ...key(), id: `${keyId}-${index}` }));
const whole = serving([api()], {
  seq: 9,
  keys,
  services: [service(), service({ id: "service-other000" })],
  environments: [release([api()])],
});

test("a delta in parts arrives as it was", () => {
  const parts = [...split(whole, 3)].map((part) => unpack(pack(part)));
  assert.ok(parts.length > 3);
  for (const part of parts) assert.ok(Object.values(part).every((list) => !Array.isArray(list) || list.length <= 3));
  assert.deepEqual(join(parts), whole);
});

test("a small delta is one part, the empty one too", () => {
  for (const one of [delta({ seq: 2, removedKeys: ["a"] }), delta({ seq: 3 })]) {
    assert.deepEqual(join([...split(one)].map((part) => unpack(pack(part)))), one);
    assert.equal([...split(one)].length, 1);
  }
});
