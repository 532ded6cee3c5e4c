import assert from "node:assert/strict";
import { test } from "node:test";
import { LastHead } from "./last-head.ts";
import { ParseFailure } from "./message-head.ts";
import { parseResponseHead } from "./parse-response-head.ts";
import { READ_BUFFER } from "./read-bytes.ts";

const text = "HTTP/1.1 200 OK\r\nDate: Sun, 22 Nov 2026 10:00:00 GMT\r\nContent-Length: 5\r\n\r\n";

function noted(): LastHead {
  const last = new LastHead();
  const bytes = Buffer.from(`${text}hello`);
  const head = parseResponseHead({ bytes, start: 0, text: bytes.toString("latin1") });
  assert.ok(head !== undefined && !(head instanceof ParseFailure));
  last.note(head, bytes);
  bytes.fill("x");
  return last;
}

function find(last: LastHead, bytes: Buffer) {
  bytes.copy(READ_BUFFER);
  return last.find(bytes.length);
}

test("an answer that begins with the same whole head has it, whatever its body", () => {
  const bytes = Buffer.from(`${text}other`);
  assert.equal(find(noted(), bytes)?.contentLength, 5);
});

test("an answer with another byte anywhere in its head, or with less of it, has not", () => {
  const last = noted();
  const bytes = Buffer.from(`${text}hello`);
  for (let at = 0; at < text.length; at++) {
    const other = Buffer.from(bytes);
    other[at] = (other[at] ?? 0) ^ 1;
    assert.equal(find(last, other), null);
  }
  assert.equal(find(last, bytes.subarray(0, text.length - 1)), null);
});

test("there is none before the first answer", () => {
  assert.equal(find(new LastHead(), Buffer.from(text)), null);
});
