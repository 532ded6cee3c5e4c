import assert from "node:assert/strict";
import { test } from "node:test";
import { answerFields } from "./answer-fields.ts";

function fieldsOf(block: string, status = 200, length = -1): [string, unknown][] {
  return Object.entries(answerFields(status, block, length));
}

test("a field block becomes fields: names in lower case, values without surrounding space, repeats kept", () => {
  const block =
    "Content-Type: text/plain\r\nX-Empty:\r\nX-Tab:\t a b \r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\nSet-Cookie: c=3\r\n";
  assert.deepEqual(fieldsOf(block, 201, 5), [
    [":status", 201],
    ["content-type", "text/plain"],
    ["x-empty", ""],
    ["x-tab", "a b"],
    ["set-cookie", ["a=1", "b=2", "c=3"]],
    ["content-length", "5"],
  ]);
});

test("fields of an HTTP/1 connection are left out", () => {
  const block =
    "Connection: close\r\nKeep-Alive: timeout=5\r\nUpgrade: TLS/1.2\r\nTransfer-Encoding: chunked\r\nX-A: 1\r\n";
  assert.deepEqual(fieldsOf(block), [
    [":status", 200],
    ["x-a", "1"],
  ]);
});

test("names that mean something to JavaScript are names like any other", () => {
  const fields = fieldsOf("__proto__: 1\r\nconstructor: 2\r\n__proto__: 3\r\n");
  assert.deepEqual(fields.slice(1), [
    ["__proto__", ["1", "3"]],
    ["constructor", "2"],
  ]);
});

test("what is no field block is refused rather than sent", () => {
  for (const block of ["X-A", "X-A: 1", "X-A\r\nX-B: 1\r\n"])
    assert.throws(() => answerFields(200, block, -1), TypeError);
});
