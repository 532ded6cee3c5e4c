import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ConnectionCaps } from "./connection-caps.ts";

function caps(maxConnections: number, maxPerAddress: number, exempt: readonly string[] = []) {
  const counts: number[] = [];
  const isExempt = (address: string) => exempt.includes(address);
  return {
    counts,
    gate: new ConnectionCaps({ maxConnections, maxPerAddress, isExempt, onCount: (n) => counts.push(n) }),
  };
}

describe("caps on connections", () => {
  it("hold for all addresses together, and make room when a connection is closed", () => {
    const { gate, counts } = caps(2, 0);
    assert.equal(gate.enter("192.0.2.1"), null);
    assert.equal(gate.enter("192.0.2.2"), null);
    assert.equal(gate.enter("192.0.2.3"), "connections");
    gate.leave("192.0.2.1");
    assert.equal(gate.enter("192.0.2.3"), null);
    assert.deepEqual(counts, [1, 2, 1, 2]);
  });

  it("hold for each address on its own", () => {
    const { gate } = caps(100, 2);
    for (const address of ["192.0.2.1", "192.0.2.2"]) {
      assert.equal(gate.enter(address), null);
      assert.equal(gate.enter(address), null);
      assert.equal(gate.enter(address), "connections-per-address");
    }
    gate.leave("192.0.2.1");
    assert.equal(gate.enter("192.0.2.1"), null);
    assert.equal(gate.enter("192.0.2.2"), "connections-per-address");
  });

  it("take IPv6 addresses of one network of 64 bits for one client", () => {
    const { gate } = caps(100, 1);
    assert.equal(gate.enter("2001:db8::1"), null);
    assert.equal(gate.enter("2001:db8::2:3:4:5"), "connections-per-address");
    assert.equal(gate.enter("2001:db8:0:0:ffff::1"), "connections-per-address");
    assert.equal(gate.enter("2001:db8:0:1::1"), null);
    assert.equal(gate.enter("2001:db8:1::"), null);
    assert.equal(gate.enter("::ffff:192.0.2.1"), null);
    assert.equal(gate.enter("::ffff:192.0.2.2"), null);
  });

  it("per address do not hold for those exempted, the total does", () => {
    const { gate } = caps(2, 1, ["127.0.0.1"]);
    assert.equal(gate.enter("127.0.0.1"), null);
    assert.equal(gate.enter("127.0.0.1"), null);
    assert.equal(gate.enter("127.0.0.1"), "connections");
  });

  it("forget addresses that have no connection left", () => {
    const { gate } = caps(1, 1);
    for (let turn = 0; turn < 3; turn++) {
      assert.equal(gate.enter("192.0.2.1"), null);
      gate.leave("192.0.2.1");
    }
  });
});
