import assert from "node:assert/strict";
import { test } from "node:test";
import { LineBuffer } from "./line-buffer.ts";

test("gives back what was put in, in order, whatever the lengths and characters", () => {
  const lines = new LineBuffer();
  const pushed = Array.from({ length: 500 }, (_, index) => `${index}${"é€x".repeat((index * 37) % 900)}\n`);
  pushed.push(`${"long".repeat(100_000)}\n`, "short\n");
  for (const line of pushed) lines.push(line);
  assert.equal(lines.bytes().toString(), pushed.join(""));
  assert.deepEqual([lines.lineCount, lines.byteCount], [pushed.length, lines.bytes().length]);
});
