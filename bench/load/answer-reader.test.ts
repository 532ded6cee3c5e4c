import assert from "node:assert/strict";
import { test } from "node:test";
import { AnswerReader } from "./answer-reader.ts";

const plain = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
const chunked = "HTTP/1.1 429 Too Many Requests\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";

test("an answer is complete with its last byte, wherever it is cut", () => {
  for (const answer of [plain, chunked]) {
    for (let cut = 1; cut < answer.length; cut++) {
      const reader = new AnswerReader();
      assert.equal(reader.accept(Buffer.from(answer.slice(0, cut))), false, `cut at ${cut}`);
      assert.equal(reader.accept(Buffer.from(answer.slice(cut))), true, `cut at ${cut}`);
    }
  }
});

test("answers follow each other on a connection", () => {
  const reader = new AnswerReader();
  assert.equal(reader.accept(Buffer.from(plain)), true);
  assert.deepEqual([reader.status, reader.bodyBytes, reader.keepsAlive], [200, 5, true]);
  assert.equal(reader.accept(Buffer.from("HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n")), true);
  assert.deepEqual([reader.status, reader.bodyBytes, reader.keepsAlive], [401, 0, false]);
});
