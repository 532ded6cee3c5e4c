import assert from "node:assert/strict";
import { test } from "node:test";
import { isAddress, isAddressBlock, splitAddressList } from "./address-list.ts";

test("a list is split at newlines, at what query forms carry for them, and at semicolons", () => {
  assert.deepEqual(splitAddressList("1.1.1.1\n 2.2.2.2 ;\r\n\\n3.3.3.3\n"), ["1.1.1.1", "2.2.2.2", "3.3.3.3"]);
  assert.deepEqual(splitAddressList(" \n;"), []);
});

test("addresses of both families, alone and as blocks", () => {
  for (const block of [
    "0.0.0.0",
    "255.255.255.255/32",
    "10.0.0.0/0",
    "::",
    "::1/128",
    "2001:db8::/0",
    "::ffff:1.2.3.4",
  ]) {
    assert.equal(isAddressBlock(block), true, block);
  }
  assert.equal(isAddress("1.2.3.4/32"), false);
});

test("what is no address or block", () => {
  const four = ["1.2.3", "1.2.3.4.5", "256.0.0.1", "01.2.3.4", "1.2.3.4/", "1.2.3.4/33", "1.2.3.4/1/1", "1.2.3.4/+1"];
  for (const text of [...four, "", "::/129", "1::2::3", "[::1]", "fe80::1%eth0", "localhost", "1.2.3.4 5.6.7.8"]) {
    assert.equal(isAddressBlock(text), false, text);
  }
});
