import assert from "node:assert/strict";
import { test } from "node:test";
import { LineBuffer } from "./line-buffer.ts";

test("gives back what was put in, in order, whatever the lengths and characters", () => {
  const lines = new LineBuffer();
  const pushed = Array.from({ length: 500 }, (_, index) => `${index}${"é€x".repeat((index * 37) % 900)}\n`);
  pushed.push(`${"long".repeat(100_000)}\n`, "short\n");
  for (const line of pushed) {
    const bytes = Buffer.from(line);
    lines.startLine(bytes.length);
    lines.add(bytes);
    lines.endLine();
  }
  assert.equal(lines.bytes().toString(), pushed.join(""));
  assert.deepEqual([lines.lineCount, lines.byteCount], [pushed.length, lines.bytes().length]);
});

test("numbers are spelt in full, with zeros ahead where so many digits are asked for", () => {
  const lines = new LineBuffer();
  const numbers = [0, 7, 10, 99, 100, 12_345, 2 ** 31, 2 ** 33 + 1, Number.MAX_SAFE_INTEGER];
  for (const number of numbers) {
    lines.startLine(64);
    lines.addWhole(number);
    lines.addAscii(" ");
    lines.addWhole(number % 1000, 3);
    lines.addAscii("\n");
    lines.endLine();
  }
  const expected = numbers.map((number) => `${number} ${String(number % 1000).padStart(3, "0")}\n`);
  assert.equal(lines.bytes().toString(), expected.join(""));
});

test("once cleared it holds what comes then, and nothing of what was there", () => {
  const lines = new LineBuffer();
  for (const text of ["first\n".repeat(100_000), "second\n", "third\n"]) {
    lines.startLine(text.length);
    lines.add(Buffer.from(text));
    lines.endLine();
    assert.equal(lines.bytes().toString(), text);
    assert.deepEqual([lines.lineCount, lines.byteCount], [1, text.length]);
    lines.clear();
    assert.equal(lines.bytes().length, 0);
  }
});
