import assert from "node:assert/strict";
import { BlockList, isIPv4 } from "node:net";
import { test } from "node:test";
import fc from "fast-check";
import { AddressSet } from "./address-set.ts";

test("addresses and blocks of both families are found", () => {
  const set = new AddressSet(["192.0.2.1", "10.0.0.0/8", "2001:db8::/32", "::1", "10.1.0.0/16"]);
  for (const address of ["192.0.2.1", "10.255.255.255", "::ffff:10.0.0.1", "2001:db8:1::9", "::1", "2001:DB8::%eth0"]) {
    assert.equal(set.has(address), true, address);
  }
  for (const address of [
    "192.0.2.2",
    "11.0.0.0",
    "9.255.255.255",
    "2001:db9::",
    "::2",
    "",
    "10.0.0",
    "10.0.0.0.1",
    "a",
  ]) {
    assert.equal(set.has(address), false, address);
  }
});

test("a block of no bits is every address of its family", () => {
  assert.equal(new AddressSet(["0.0.0.0/0"]).has("255.255.255.255"), true);
  assert.equal(new AddressSet(["0.0.0.0/0"]).has("::1"), false);
  assert.equal(new AddressSet(["::/0"]).has("ffff::"), true);
});

test("what is no block is named", () => {
  for (const block of ["x", "1.2.3.4/33", "::/129", "1.2.3.4/-1", "1.2.3.4/x", "1::2::3", ":1"]) {
    assert.throws(() => new AddressSet([block]), RangeError, block);
  }
});

test("the set agrees with Node's own list on any addresses and blocks", () => {
  const address = fc.oneof(fc.ipV4(), fc.ipV6());
  const block = fc.tuple(address, fc.nat(128)).map(([ip, bits]) => ({ ip, bits: isIPv4(ip) ? bits % 33 : bits }));
  fc.assert(
    fc.property(fc.array(block, { maxLength: 20 }), fc.array(address), (blocks, addresses) => {
      // One list for each family: Node's list takes IPv4 for its IPv6 blocks, too.
      const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
      for (const { ip, bits } of blocks) lists[familyOf(ip)].addSubnet(ip, bits, familyOf(ip));
      const set = new AddressSet(blocks.map(({ ip, bits }) => `${ip}/${bits}`));
      for (const ip of [...addresses, ...blocks.map((one) => one.ip)]) {
        if (isMapped(ip)) continue;
        assert.equal(set.has(ip), lists[familyOf(ip)].check(ip, familyOf(ip)), ip);
      }
    }),
  );
});

function familyOf(ip: string): "ipv4" | "ipv6" {
  return isIPv4(ip) ? "ipv4" : "ipv6";
}

/** IPv4 written as IPv6, in whatever spelling. */
function isMapped(ip: string): boolean {
  return !isIPv4(ip) && new URL(`http://[${ip}]`).hostname.startsWith("[::ffff:");
}
