import assert from "node:assert/strict";
import { it } from "node:test";
import { appendField, isFieldName, isFieldValue } from "./field-block.ts";
import { endsHere } from "./hop-by-hop.ts";
import { fieldValue } from "./message-head.ts";

it("a field line cannot be made of text that would end it early", () => {
  assert.equal(appendField("A: b\r\n", "C", "d"), "A: b\r\nC: d\r\n");
  for (const value of ["a\r\nB: c", "a\nb", "a\rb", "a\0", "\x7f", "snow\u2603"]) {
    assert.equal(isFieldValue(value), false);
    assert.throws(() => appendField("", "A", value), TypeError);
  }
  for (const name of ["", "a b", "a:", "a\r\n", "\u00e9"]) {
    assert.equal(isFieldName(name), false);
    assert.throws(() => appendField("", name, "v"), TypeError);
  }
});

it("hop-by-hop fields end here in any case, others only when nominated", () => {
  for (const name of [
    "Connection",
    "KEEP-ALIVE",
    "te",
    "Trailer",
    "Transfer-Encoding",
    "upgrade",
    "Proxy-Authorization",
    "Host",
    "Content-Length",
  ]) {
    assert.equal(endsHere(name, null), true, name);
  }
  for (const name of [
    "Accept",
    "Cookie",
    "X-Date",
    "Content-Type",
    "Tee",
    "T",
    "Uprade",
    "Authorization",
    "C".repeat(40),
  ]) {
    assert.equal(endsHere(name, null), false, name);
    assert.equal(endsHere(name, [name.toLowerCase()]), true, name);
  }
});

it("a field is found by its name in any case; the first wins", () => {
  assert.equal(fieldValue(["A", "1", "b", "2", "B", "3"], "b"), "2");
  assert.equal(fieldValue(["A", "b"], "b"), undefined);
});
