import assert from "node:assert/strict";
import { test } from "node:test";
import { AddressBlocks } from "./address-blocks.ts";

test("holds blocks and single addresses of both families, also IPv4 written as IPv6", () => {
  const blocks = new AddressBlocks(["10.0.0.0/8", "192.0.2.1", "fe80::/10"]);
  for (const address of ["10.255.0.1", "192.0.2.1", "fe80::1", "::ffff:10.0.0.1", "::ffff:a00:1"]) {
    assert.equal(blocks.has(address), true, address);
  }
  for (const address of ["11.0.0.1", "192.0.2.2", "2001:db8::1", "example.com", "", "010.0.0.1"]) {
    assert.equal(blocks.has(address), false, address);
  }
});

test("names a block that cannot be read", () => {
  for (const block of ["10.0.0.0/33", "example.com", "10.0.0.0/x", "::/129", "10.0.0.0/", "10.0.0.0/8/8", ""]) {
    assert.throws(() => new AddressBlocks([block]), { name: "RangeError", message: `not an address block: ${block}` });
  }
});
