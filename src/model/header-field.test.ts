import assert from "node:assert/strict";
import { test } from "node:test";
import { isHeaderName, isHeaderValue, isSettableHeader } from "./header-field.ts";

test("header names are RFC 9110 tokens", () => {
  for (const name of ["Host", "X-Api-Id", "x_1", "!#$%&'*+-.^_`|~"]) assert.ok(isHeaderName(name), name);
  for (const name of ["", "a b", "a:", "a\r\nb", "a\n", "é", "(a)", "a\0"]) assert.ok(!isHeaderName(name), name);
});

test("header values hold nothing that could end the line", () => {
  for (const value of ["", "a", "a b\tc", "~"]) assert.ok(isHeaderValue(value), value);
  for (const value of ["a\r\nX: y", "a\n", "\0", "é", "\x7f"]) assert.ok(!isHeaderValue(value), value);
});

test("fields that frame a message or belong to one connection cannot be set", () => {
  for (const name of ["Transfer-Encoding", "content-length", "CONNECTION", "TE"])
    assert.ok(!isSettableHeader(name), name);
  for (const name of ["Host", "Authorization", "X-Trace"]) assert.ok(isSettableHeader(name), name);
});
