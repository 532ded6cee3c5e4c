import assert from "node:assert/strict";
import { test } from "node:test";
import { type ApiPath, parseApiPath } from "./api-path.ts";

function parsed(text: string): ApiPath {
  const result = parseApiPath(text);
  assert.ok(result.ok, result.ok ? "" : `${text}: ${result.message}`);
  return result.path;
}

function match(text: string, path: string): readonly string[] | undefined {
  const apiPath = parsed(text);
  assert.equal(apiPath.kind, "regex");
  return apiPath.kind === "regex" ? apiPath.regex.match(path) : undefined;
}

test("the way a path is written decides its kind", () => {
  const kinds: [string, ApiPath["kind"], string][] = [
    ["=/user", "exact", "/user"],
    ["=/odata/$metadata(1)", "exact", "/odata/$metadata(1)"],
    ["^~/user", "priority-prefix", "/user"],
    ["/user", "prefix", "/user"],
    ["/", "prefix", "/"],
    ["/a/{x}", "template", "/a/"],
    ["/{a}/{b-c}.{d_e}", "template", "/"],
    ["/a/[0-9]+", "regex", "/a/"],
    ["/a/{x}/(b|c)", "regex", "/a/"],
    ["^/a$", "regex", "/a"],
    ["/a.b", "prefix", "/a.b"],
    ["/.well-known/{name}", "template", "/.well-known/"],
    ["/.", "prefix", "/."],
  ];
  for (const [text, kind, prefix] of kinds) {
    const path = parsed(text);
    assert.deepEqual([path.kind, path.prefix], [kind, prefix], text);
  }
});

test("literal text takes the spelling of canonical request paths", () => {
  assert.equal(parsed("=/caf%c3%a9/%7Euser").prefix, "/caf%C3%A9/~user");
  assert.equal(parsed("/用户/a b").prefix, "/%E7%94%A8%E6%88%B7/a%20b");
  assert.equal(parsed("=/a[1]").prefix, "/a%5B1%5D");
  assert.equal(parsed("/用户/{名}".replace("名", "id")).prefix, "/%E7%94%A8%E6%88%B7/");
});

test("paths of one shape match the same requests", () => {
  assert.equal(parsed("/a/{x}/b").shape, parsed("/a/{y}/b").shape);
  assert.equal(parsed("=/%61").shape, parsed("=/a").shape);
  const shapes = ["/a", "=/a", "^~/a", "/a{x}", "/{x}a", "/a$"].map((text) => parsed(text).shape);
  assert.equal(new Set(shapes).size, shapes.length);
});

test("a path that is wrong or can match nothing is refused with a message", () => {
  const wrong: [string, RegExp][] = [
    ["", /begin with a slash/],
    ["user", /begin with a slash/],
    ["=user", /begin with a slash/],
    ["^~user", /begin with a slash/],
    ["^user", /begin with a slash/],
    ["{x}/a", /begin with a slash/],
    ["(?i)/a", /begin with a slash/],
    ["/a/{}", /needs a name/],
    ["/a/{x", /braces/],
    ["/a/x}", /closing brace/],
    ["/a/{{x}}", /braces/],
    ["/a/{x y}", /braces/],
    ["/a/{x*}", /braces/],
    ["/a/{x/y}", /braces/],
    ["/{x}/{x}", /used twice/],
    ["/{x}/[0-9]/{x}", /used twice/],
    ["/{x}/(?P<x>[0-9])", /used twice/],
    ["=/a/{x}", /exact path/],
    ["^~/a/{x}", /may follow/],
    ["^~/a/[0-9]", /may follow/],
    ["/a//b", /empty segments/],
    ["/a/../b", /dot segments/],
    ["/a/%2e%2E/b", /dot segments/],
    ["=/a/..", /dot segments/],
    ["/{x}/..", /dot segments/],
    ["/a%", /percent sign/],
    ["/a%2", /percent sign/],
    ["/a%00", /control/],
    ["/a\nb", /control/],
    ["/a#b", /cannot occur/],
    ["=/a?b", /cannot occur/],
    ["=/a\\b", /cannot occur/],
    ["/a\ud800", /Unicode/],
    ["/a(", /missing closing/],
    ["/a[", /missing closing/],
    ["/a**", /repetition/],
    ["/(a)\\1", /escape/],
    ["/a(?=b)", /Perl syntax/],
    ["/a(b{999}){999}", /repeat|large/],
    ["/a([ab]{900}){1}[ab]{900}", /too large/],
    ["/\\Q{x}\\E", /captured/],
    ["/用户/[0-9]", /ASCII/],
    ["/a[0-9]%0a", /percent sign/],
    [`/${"a".repeat(2048)}`, /longer than 2048/],
    [`/${"(".repeat(1000)}${")".repeat(1000)}`, /nest|large|repeat/],
  ];
  for (const [text, message] of wrong) {
    const result = parseApiPath(text);
    assert.ok(!result.ok, `${text} was accepted`);
    assert.match(result.message, message, text);
  }
});

test("a regex begins where the path begins and is open at its end", () => {
  assert.deepEqual(match("/a[0-9]", "/a1/more"), []);
  assert.equal(match("/a[0-9]", "/x/a1"), undefined);
  assert.equal(match("/a[0-9]$", "/a1/more"), undefined);
  assert.deepEqual(match("^/a[0-9]$", "/a1"), []);
  assert.equal(match("/a|/b", "/x/b"), undefined);
  assert.deepEqual(match("/a|/b", "/b"), []);
});

test("a regex captures {param}s and named groups, empty where they took no part", () => {
  assert.deepEqual(parsed("/{a}/(?P<b>[0-9]+)(x)?/(?<c>y)?").names, ["a", "b", "c"]);
  assert.deepEqual(match("/{a}/(?P<b>[0-9]+)(x)?/(?<c>y)?", "/p/q/12x/"), ["p/q", "12", ""]);
  assert.deepEqual(match("/[0-9]{2,3}/{n}", "/123/x"), ["x"]);
  assert.deepEqual(parsed("/(?P<__proto__>x)").names, ["__proto__"]);
});

test("escapes in a regex are read as bytes of the path", () => {
  assert.deepEqual(match("/caf%c3%a9/[0-9]", "/caf%C3%A9/1"), []);
  assert.deepEqual(match("/%2e[0-9]", "/.1"), []);
  assert.equal(match("/%2e[0-9]", "/x1"), undefined);
});

test("the literal text known of a regex is in every path it matches", () => {
  const literals: [string, string, string[], number][] = [
    ["/a/[0-9]+/detail", "/a/", ["/detail"], 10],
    ["/ab*c", "/a", ["c"], 3],
    ["/ab?", "/a", [], 2],
    ["/ab{0,1}c$", "/a", ["c"], 3],
    ["/a\\.b\\d+c", "/a.b", ["c"], 5],
    ["/a(b)c", "/a", ["c"], 3],
    ["/a(?i)bcd", "/a", [], 2],
    ["/a\\x41b", "/a", [], 2],
    ["/a|/b", "", [], 0],
    ["/[]a]b", "/", ["b"], 2],
    ["/[[:alpha:]b]c", "/", ["c"], 2],
    ["/\\p{Greek}x", "/", ["x"], 2],
    ["/*a", "", ["a"], 1],
  ];
  for (const [text, prefix, requiredLiterals, literalLength] of literals) {
    const path = parsed(text);
    assert.ok(path.kind === "regex");
    assert.deepEqual([path.prefix, path.regex.requiredLiterals], [prefix, requiredLiterals], text);
    assert.equal(path.regex.literalLength, literalLength, text);
  }
});
