import assert from "node:assert/strict";
import { test } from "node:test";
import { findBackendUrlFault } from "./backend-url.ts";

const sound = [
  "http://backend",
  "https://api.example.com",
  "HTTP://api.example.com:8080",
  "http://my_service.internal:65535",
  "http://10.0.0.1",
  "http://127.0.0.1:1",
  "http://[::1]:8080",
  "https://[2001:db8::1]",
  "http://example.com.",
];

for (const url of sound) test(`accepts ${url}`, () => assert.equal(findBackendUrlFault(url), undefined));

const faulty: readonly (readonly [string, string])[] = [
  ["", "form"],
  ["example.com", "form"],
  ["ftp://example.com", "form"],
  ["ws://example.com", "form"],
  ["http://", "form"],
  ["http://example.com/", "form"],
  ["http://example.com/path", "form"],
  ["http://example.com?x=1", "form"],
  ["http://example.com#x", "form"],
  ["http://user:secret@example.com", "form"],
  ["http://exa mple.com", "form"],
  ["http://example.com\r\nX-Injected: 1", "form"],
  ["http://example.com\\@evil.test", "form"],
  ["http://-example.com", "host"],
  ["http://a..b", "host"],
  ["http://exämple.com", "host"],
  [`http://${"a".repeat(64)}.com`, "host"],
  ["http://256.0.0.1", "host"],
  ["http://10.0.0", "host"],
  ["http://010.0.0.1", "host"],
  ["http://2130706433", "host"],
  ["http://[::1", "host"],
  ["http://[]", "host"],
  ["http://[fe80::1%25eth0]", "host"],
  ["http://:80", "host"],
  ["http://example.com:", "port"],
  ["http://example.com:0", "port"],
  ["http://example.com:65536", "port"],
  ["http://example.com:80a", "port"],
  ["http://example.com:-1", "port"],
  ["http://[::1]8080", "port"],
];

for (const [url, fault] of faulty) {
  test(`finds the ${fault} of ${JSON.stringify(url)} at fault`, () => assert.equal(findBackendUrlFault(url), fault));
}
