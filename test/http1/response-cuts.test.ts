import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type ResponseReading, readResponse } from "./read-responses.ts";

/** Answers, and how they read: `status body` of each, then the reason of a refusal. */
const ANSWERS: readonly (readonly [title: string, text: string, ...read: string[]])[] = [
  ["a length", "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood", "200 good"],
  ["no body", "HTTP/1.1 204 No Content\r\nServer: x\r\n\r\n", "204"],
  [
    "chunks",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\ngoo\r\n1;a=b\r\nd\r\n0\r\nX: y\r\n\r\n",
    "200 good",
  ],
  ["a body until the close", "HTTP/1.1 200 OK\r\n\r\ngood", "200 good"],
  ["HTTP/1.0", "HTTP/1.0 404 Not Found\r\nContent-Length: 2\r\n\r\nno", "404 no"],
  ["an empty reason", "HTTP/1.1 299 \r\nContent-Length: 0\r\n\r\n", "299"],
  [
    "interim answers first",
    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx",
    "100",
    "103",
    "200 x",
  ],
  ["bytes behind it", "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngoodevil", "200 good"],
  ["a bare CR in a field", "HTTP/1.1 200 OK\r\nA: b\rC: d\r\n\r\n", "line not ended by CRLF"],
  ["a bare LF in a field", "HTTP/1.1 200 OK\r\nA: b\nC: d\r\n\r\n", "line not ended by CRLF"],
  ["a folded field", "HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n", "folded field line"],
  ["a status of two digits", "HTTP/1.1 20 OK\r\n\r\n", "invalid status line"],
  [
    "a chunk of a bad size",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ngood\r\nxx\r\n",
    "invalid chunk size",
  ],
  [
    "two lengths",
    "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\ngood",
    "more than one Content-Length",
  ],
  ["half a body", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"],
];

function summarize({ responses, failure }: ResponseReading): string[] {
  const read = responses.map(({ head, body }) => `${head.status} ${body}`.trimEnd());
  return failure === null ? read : [...read, failure.reason];
}

describe("an answer reads the same with a cut at every byte:", () => {
  for (const [title, text, ...expected] of ANSWERS) {
    it(title, () => {
      const bytes = Buffer.from(text, "latin1");
      const whole = readResponse([bytes]);
      assert.deepEqual(summarize(whole), expected);
      for (let cut = 1; cut < bytes.length; cut++) {
        const parts = readResponse([bytes.subarray(0, cut), bytes.subarray(cut)]);
        assert.deepEqual(summarize(parts), expected, `cut after byte ${cut}`);
        assert.equal(parts.extraBytes, whole.extraBytes);
      }
      assert.deepEqual(summarize(readResponse(Array.from(bytes, (_, i) => bytes.subarray(i, i + 1)))), expected);
    });
  }
});
