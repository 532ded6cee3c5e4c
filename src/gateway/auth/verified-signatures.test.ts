import assert from "node:assert/strict";
import { test } from "node:test";
import type { ServedKey } from "../served.ts";
import { VerifiedSignatures } from "./verified-signatures.ts";

const now = Date.UTC(2026, 0, 1);
const skewMs = 900_000;
const key: ServedKey = { id: "k", secret: "s", isEnabled: true, planIds: [] };
const signer = { key, dateMs: now };

function signed(authorization: string, date = "d", source = "s"): string[] {
  return ["Host", "h", "X-Date", date, "Source", source, "Authorization", authorization, "Accept", "*/*"];
}

function memory(capacity?: number): VerifiedSignatures {
  const verified = new VerifiedSignatures(skewMs, capacity);
  for (const _time of ["first", "second"]) verified.remember(signed("a"), ["X-Date", "source"], signer);
  return verified;
}

test("knows the same signed headers again, whatever the others are", () => {
  const verified = memory();
  assert.equal(verified.find(signed("a"), now)?.key, key);
  assert.equal(verified.find([...signed("a"), "X-More", "1"].with(1, "other"), now)?.key, key);
});

test("knows nothing that differs in a signed header, in the signature or in how often they come", () => {
  const verified = memory();
  assert.equal(verified.find(signed("b"), now), undefined);
  assert.equal(verified.find(signed("a", "e"), now), undefined);
  assert.equal(verified.find(signed("a", "d", "t"), now), undefined);
  for (const name of ["x-date", "SOURCE", "authorization"]) {
    assert.equal(verified.find([...signed("a"), name, "a"], now), undefined, `${name} twice`);
  }
  assert.equal(verified.find([...signed("a"), "Date", "x"], now), undefined, "a Date that was not there");
  assert.equal(verified.find(["Authorization", "a"], now), undefined);
});

test("forgets a signature when its date runs out, in both directions", () => {
  const verified = memory();
  assert.equal(verified.find(signed("a"), now + skewMs)?.key, key);
  assert.equal(verified.find(signed("a"), now + skewMs + 1), undefined);
  assert.equal(verified.find(signed("a"), now - skewMs - 1), undefined);
});

test("keeps a bounded number of them", () => {
  const verified = memory(8);
  const names = Array.from({ length: 100 }, (_, count) => `n${count}`);
  for (const name of names) {
    for (const _time of ["first", "second"]) verified.remember(signed(name), ["x-date"], signer);
  }
  const kept = names.filter((name) => verified.find(signed(name), now)?.key === key);
  assert.ok(kept.length > 0 && kept.length <= 8, `${kept.length} kept`);
});

test("what came once is not kept", () => {
  const verified = new VerifiedSignatures(skewMs);
  verified.remember(signed("a"), ["x-date"], signer);
  assert.equal(verified.find(signed("a"), now), undefined);
});
