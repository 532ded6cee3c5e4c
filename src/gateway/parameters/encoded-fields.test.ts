import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { EncodedFields } from "./encoded-fields.ts";

test("what is not changed keeps every byte", () => {
  for (const text of ["", "a", "a=", "a=1&&b=%zz&=x&a=2", "%E4=%ff&+=%2B", "a=b=c?d/e"]) {
    const fields = new EncodedFields(text);
    fields.remove("not there");
    assert.equal(fields.toString(), text);
    assert.equal(fields.isChanged, false);
  }
});

test("reads the first field of a name, decoded as forms are", () => {
  const fields = new EncodedFields("a=1&b=x+y%26&a=2&%63=%E4%BD%A0&flag&bad=%zz");
  assert.equal(fields.get("a"), "1");
  assert.equal(fields.get("b"), "x y&");
  assert.equal(fields.get("c"), "你");
  assert.equal(fields.get("flag"), "");
  assert.equal(fields.get("bad"), "%zz");
  assert.equal(fields.get("none"), undefined);
  assert.equal(fields.get("__proto__"), undefined);
});

test("a field that is set replaces all of its name, and the others keep their spelling", () => {
  const fields = new EncodedFields("a=1&b=%7e&a=2");
  fields.set("a", "x y&z=");
  assert.equal(fields.toString(), "b=%7e&a=x%20y%26z%3D");
  fields.remove("b");
  assert.equal(fields.toString(), "a=x%20y%26z%3D");
});

test("whatever value is set is read back, and adds exactly one field", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), (name, value) => {
      const fields = new EncodedFields("kept=1");
      fields.set(name, value);
      const again = new EncodedFields(fields.toString());
      assert.equal(again.get(name), value.toWellFormed());
      assert.equal(fields.toString().split("&").length, name === "kept" ? 1 : 2);
    }),
  );
});
