import assert from "node:assert/strict";
import { test } from "node:test";
import { AddressBlocks } from "../addressing/address-blocks.ts";
import { defaultGatewaySettings } from "../settings.ts";
import { BackendOrigins } from "./backend-origins.ts";

function origins(): BackendOrigins {
  return new BackendOrigins(defaultGatewaySettings, new AddressBlocks(["169.254.0.0/16", "fe80::/10"]), () => {});
}

test("an origin is one for every call to it, with the port and TLS its scheme means", (t) => {
  const backends = origins();
  t.after(() => backends.close());
  const plain = backends.get("http://example.com");
  assert.equal(backends.get("http://example.com"), plain);
  assert.deepEqual([plain?.options.host, plain?.options.port, plain?.options.tls], ["example.com", 80, null]);
  const encrypted = backends.get("https://[2001:db8::1]:8443");
  assert.deepEqual([encrypted?.options.host, encrypted?.options.port], ["2001:db8::1", 8443]);
  assert.notEqual(encrypted?.options.tls, null);
});

test("a blocked address has no origin", (t) => {
  const backends = origins();
  t.after(() => backends.close());
  assert.equal(backends.get("http://169.254.169.254"), null);
  assert.equal(backends.get("http://[fe80::1]:80"), null);
});

test("origins that are not used any more do not pile up", (t) => {
  const backends = origins();
  t.after(() => backends.close());
  const first = backends.get("http://first.example");
  for (let count = 0; count < 1_000; count++) backends.get(`http://backend-${count}.example`);
  assert.notEqual(backends.get("http://first.example"), first);
});
