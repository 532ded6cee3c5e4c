import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseHttpDate } from "./http-date.ts";

test("the three forms of RFC 9110 name the same moment", () => {
  for (const text of [
    "Sun, 06 Nov 1994 08:49:37 GMT",
    "Sunday, 06-Nov-94 08:49:37 GMT",
    "Sun Nov  6 08:49:37 1994",
    "Sun, 06 Nov 1994 08:49:37 UTC",
  ]) {
    assert.equal(parseHttpDate(text), 784_111_777_000, text);
  }
});

test("two-digit years run from 1970 to 2069", () => {
  assert.equal(parseHttpDate("Thursday, 01-Jan-70 00:00:00 GMT"), 0);
  assert.equal(parseHttpDate("Tuesday, 31-Dec-69 00:00:00 GMT"), Date.UTC(2069, 11, 31));
});

test("every moment of four-digit years reads back from the form Date writes", () => {
  const seconds = fc.integer({ min: Date.UTC(1900, 0) / 1000, max: Date.UTC(9999, 11, 31) / 1000 });
  fc.assert(fc.property(seconds, (at) => assert.equal(parseHttpDate(new Date(at * 1000).toUTCString()), at * 1000)));
});

test("anything else is no date", () => {
  for (const text of [
    "",
    "yesterday",
    "1700000000",
    "2018-03-19T12:08:40Z",
    "Mon, 19 Mar 2018 12:08:40 +0800",
    "Mon, 19 Mar 2018 12:08:40",
    "Mon, 19 Mar 2018 24:00:00 GMT",
    "Mon, 19 Mar 2018 12:60:00 GMT",
    "Mon, 19 Mar 2018 12:08:60 GMT",
    "Mon, 31 Apr 2018 12:08:40 GMT",
    "Thu, 29 Feb 2018 12:08:40 GMT",
    "Mon, 00 Mar 2018 12:08:40 GMT",
    "Mon, 19 Mrz 2018 12:08:40 GMT",
    "Mon, 9 Mar 2018 12:08:40 GMT",
    " Mon, 19 Mar 2018 12:08:40 GMT",
    "Mon, 19 Mar 2018 12:08:40 GMT ",
    "Mon Mar 19 12:08:40 18",
    "Mon, 19 Mar 0050 12:08:40 GMT",
  ]) {
    assert.equal(parseHttpDate(text), undefined, text);
  }
});
