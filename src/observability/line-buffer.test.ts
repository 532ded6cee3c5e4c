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

const numbers = [0, 7, 10, 99, 100, 12_345, 2 ** 31, 2 ** 33 + 1, Number.MAX_SAFE_INTEGER];

test("whole numbers are spelt in full", () => {
  const lines = new LineBuffer();
  for (const number of numbers) {
    lines.startLine(64);
    lines.addWhole(number);
    lines.addAscii("\n");
    lines.endLine();
  }
  assert.equal(lines.bytes().toString(), numbers.map((number) => `${number}\n`).join(""));
});

test("other numbers are spelt with three decimals, rounded", () => {
  const lines = new LineBuffer();
  const fractions = [0, 0.001, 0.0004, 0.0996, 0.1, 0.9996, 1.5, 99.099, 12_345.678, 2 ** 31 + 0.25];
  for (const number of fractions) {
    lines.startLine(64);
    lines.addThousandths(number);
    lines.addAscii("\n");
    lines.endLine();
  }
  assert.equal(lines.bytes().toString(), fractions.map((number) => `${number.toFixed(3)}\n`).join(""));
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
