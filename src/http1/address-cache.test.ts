import assert from "node:assert/strict";
import { it } from "node:test";
import { AddressCache, type Lookup } from "./address-cache.ts";

type Done = Parameters<Lookup>[1];

function setUp() {
  let nowMs = 0;
  const asked: { host: string; done: Done }[] = [];
  const cache = new AddressCache(
    (host, done) => asked.push({ host, done }),
    () => nowMs,
    30_000,
  );
  const results: (readonly string[] | string)[] = [];
  return {
    asked,
    results,
    resolve: (host: string) => cache.resolve(host, (error, found) => results.push(error?.message ?? found)),
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

it("asks once for a name that several wait for, and then no more until it is old", () => {
  const { asked, results, resolve, pass } = setUp();
  resolve("a.test");
  resolve("a.test");
  asked[0]?.done(null, ["192.0.2.1"]);
  resolve("a.test");
  assert.deepEqual(results, [["192.0.2.1"], ["192.0.2.1"], ["192.0.2.1"]]);
  assert.equal(asked.length, 1);
  pass(30_000);
  resolve("a.test");
  assert.equal(asked.length, 2);
});

it("follows a change while callers go on with the old answer", () => {
  const { asked, results, resolve, pass } = setUp();
  resolve("a.test");
  asked[0]?.done(null, ["192.0.2.1"]);
  pass(30_000);
  resolve("a.test");
  asked[1]?.done(null, ["192.0.2.2"]);
  resolve("a.test");
  assert.deepEqual(results, [["192.0.2.1"], ["192.0.2.1"], ["192.0.2.2"]]);
});

it("keeps the last good answer while a name cannot be resolved", () => {
  const { asked, results, resolve, pass } = setUp();
  resolve("a.test");
  asked[0]?.done(null, ["192.0.2.1"]);
  pass(30_000);
  resolve("a.test");
  asked[1]?.done(new Error("SERVFAIL"), []);
  resolve("a.test");
  assert.deepEqual(results.at(-1), ["192.0.2.1"]);
});

it("does not remember a failure", () => {
  const { asked, results, resolve } = setUp();
  resolve("a.test");
  asked[0]?.done(new Error("SERVFAIL"), []);
  resolve("a.test");
  asked[1]?.done(null, ["192.0.2.1"]);
  assert.deepEqual(results, ["SERVFAIL", ["192.0.2.1"]]);
});

it("takes turns among the addresses of a name", () => {
  const { asked, results, resolve } = setUp();
  resolve("a.test");
  asked[0]?.done(null, ["192.0.2.1", "192.0.2.2"]);
  resolve("a.test");
  resolve("a.test");
  assert.deepEqual(
    results.map((found) => found[0]),
    ["192.0.2.1", "192.0.2.2", "192.0.2.1"],
  );
});

it("does not look up addresses", () => {
  const { asked, results, resolve } = setUp();
  resolve("192.0.2.7");
  resolve("2001:db8::1");
  assert.deepEqual(results, [["192.0.2.7"], ["2001:db8::1"]]);
  assert.equal(asked.length, 0);
});
