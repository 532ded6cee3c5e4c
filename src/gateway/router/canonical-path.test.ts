import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type AmbiguousPathPolicy, canonicalPath, type PathRefusalReason } from "./canonical-path.ts";

type Row = [path: string, refuse: string, normalise?: string];

function outcome(path: string, policy: AmbiguousPathPolicy): string {
  const result = canonicalPath(path, policy);
  return typeof result === "string" ? result : result.reason;
}

/** The second column holds under both policies where there is no third. */
const SPELLINGS: Row[] = [
  ["/", "/"],
  ["/a/b/", "/a/b/"],
  ["/a.b/.c/...", "/a.b/.c/..."],
  ["/.well-known/x", "/.well-known/x"],
  ["/a/..b/b../.", "dot-segment", "/a/..b/b../"],
  ["/a:b@c!$&'()*+,=~-._", "/a:b@c!$&'()*+,=~-._"],
  ["/%41%7e%2D%5f%30", "/A~-_0"],
  ["/%e4%bd%a0", "/%E4%BD%A0"],
  ["/%2b%3f%23%3B%26", "/%2B%3F%23%3B%26"],
  ["/a%20b", "/a%20b"],
  ["/[x]/{y}|^", "/%5Bx%5D/%7By%7D%7C%5E"],
  ["/100%25", "/100%25"],
  ["/100%25/x", "/100%25/x"],
  // Not a path in origin form.
  ["", "no-leading-slash"],
  ["a/b", "no-leading-slash"],
  ["*", "no-leading-slash"],
  ["%2Fa", "no-leading-slash"],
  // Characters no path may hold.
  ["/a b", "forbidden-character"],
  ["/a\tb", "forbidden-character"],
  ["/a\r\nb", "forbidden-character"],
  ["/a\0b", "forbidden-character"],
  ["/a\x7fb", "forbidden-character"],
  ["/caf\xe9", "forbidden-character"],
  ["/你", "forbidden-character"],
  ["/\u2215a", "forbidden-character"],
  ['/a"b', "forbidden-character"],
  ["/<a>", "forbidden-character"],
  ["/a`b", "forbidden-character"],
  ["/a#b", "forbidden-character"],
  ["/a?b", "forbidden-character"],
  ["/pub\\..\\admin", "forbidden-character"],
  ["/\\\\evil.test/x", "forbidden-character"],
  // Escapes.
  ["/a%", "malformed-escape"],
  ["/a%4", "malformed-escape"],
  ["/a%zz", "malformed-escape"],
  ["/a%4g", "malformed-escape"],
  ["/a%%41", "malformed-escape"],
  ["/a%u002e", "malformed-escape"],
  ["/a% 41", "malformed-escape"],
  ["/a%00b", "encoded-control"],
  ["/a%0ab", "encoded-control"],
  ["/a%0D%0ax", "encoded-control"],
  ["/a%1f", "encoded-control"],
  ["/a%7F", "encoded-control"],
  // Dot segments.
  ["/.", "dot-segment", "/"],
  ["/..", "dot-segment", "/"],
  ["/a/./b", "dot-segment", "/a/b"],
  ["/pub/../admin/x", "dot-segment", "/admin/x"],
  ["/pub/%2e%2e/admin/x", "dot-segment", "/admin/x"],
  ["/pub/.%2E/admin", "dot-segment", "/admin"],
  ["/pub/%2e/admin", "dot-segment", "/pub/admin"],
  ["/../../etc/passwd", "dot-segment", "/etc/passwd"],
  ["/a/b/..", "dot-segment", "/a/"],
  ["/a/b/.", "dot-segment", "/a/b/"],
  ["/a//../b", "dot-segment", "/b"],
  ["/pub;/../admin", "dot-segment", "/admin"],
  ["/pub/..;/admin", "dot-segment"],
  ["/pub/%2e%2e;x=1/admin", "dot-segment"],
  ["/pub/.;/admin", "dot-segment"],
  ["/pub/..%2fadmin", "dot-segment"],
  ["/pub%2f..%2fadmin", "dot-segment"],
  ["/pub%2f../admin", "dot-segment"],
  ["/pub/..%5cadmin", "dot-segment"],
  ["/pub/%2e%2e%5Cadmin", "dot-segment"],
  // Segments that servers split or merge differently.
  ["//admin//x", "empty-segment", "/admin/x"],
  ["/a//", "empty-segment", "/a/"],
  ["//", "empty-segment", "/"],
  ["/pub%2fadmin", "encoded-slash", "/pub%2Fadmin"],
  ["/pub%2Fadmin", "encoded-slash", "/pub%2Fadmin"],
  ["/pub%5cadmin", "encoded-slash", "/pub%5Cadmin"],
  ["/admin;a=1", "path-parameter", "/admin;a=1"],
  ["/;x", "path-parameter", "/;x"],
  // Decoded twice, or by a lenient decoder, these mean something else.
  ["/pub/%252e%252e/admin", "double-encoding", "/pub/%252e%252e/admin"],
  ["/pub%252Fadmin", "double-encoding", "/pub%252Fadmin"],
  ["/a%25%32%65", "double-encoding", "/a%252e"],
  ["/a%2525", "double-encoding", "/a%2525"],
  ["/pub/%c0%ae%c0%ae/admin", "overlong-encoding", "/pub/%C0%AE%C0%AE/admin"],
  ["/pub%c0%afadmin", "overlong-encoding", "/pub%C0%AFadmin"],
  ["/pub%e0%80%afadmin", "overlong-encoding", "/pub%E0%80%AFadmin"],
  ["/pub%f0%80%80%afadmin", "overlong-encoding", "/pub%F0%80%80%AFadmin"],
];

for (const [path, refuse, normalise = refuse] of SPELLINGS) {
  test(`the path ${JSON.stringify(path)} becomes ${refuse}, or ${normalise} when normalised`, () => {
    assert.equal(outcome(path, "refuse"), refuse);
    assert.equal(outcome(path, "normalise"), normalise);
  });
}

const policies = fc.constantFrom<AmbiguousPathPolicy>("refuse", "normalise");
/** Pieces from which attacks are built, in any order. */
const hostilePath = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "/",
        "/",
        ".",
        "..",
        "//",
        ";",
        "%2e",
        "%2E",
        "%2f",
        "%5C",
        "%25",
        "2e",
        "%32",
        "%65",
        "%00",
        "\\",
        "a",
        "~",
      ),
      fc.constantFrom(
        "%c0%ae",
        "%",
        "[",
        "{",
        "}",
        "|",
        "^",
        "%41",
        "%e4%bd%a0",
        "#",
        " ",
        "\x01",
        "é",
        "/admin",
        "%7f",
      ),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => `/${pieces.join("")}`);

test("a canonical path is its own canonical form, under the policy that let it through", () => {
  const property = fc.property(hostilePath, policies, (path, policy) => {
    const canonical = canonicalPath(path, policy);
    if (typeof canonical === "string") assert.equal(canonicalPath(canonical, policy), canonical);
  });
  fc.assert(property, { numRuns: 10_000 });
});

test("a canonical path never holds dot segments, empty segments, control characters or backslashes", () => {
  const property = fc.property(hostilePath, policies, (path, policy) => {
    const canonical = canonicalPath(path, policy);
    if (typeof canonical !== "string") return;
    assert.match(canonical, /^\/[!$%&'()*+,\-./0-9:;=@A-Z_a-z~]*$/);
    assert.doesNotMatch(canonical, /\/\/|%[01]|%7F|%(?![0-9A-F]{2})/);
    for (const segment of canonical.split("/")) assert.ok(segment !== "." && segment !== "..", canonical);
    if (policy === "refuse") assert.doesNotMatch(canonical, /;|%2F|%5C/);
  });
  fc.assert(property, { numRuns: 10_000 });
});

test("however often a backend decodes a path that was not refused, it finds no dot segment", () => {
  const property = fc.property(hostilePath, (path) => {
    let reading = canonicalPath(path, "refuse");
    if (typeof reading !== "string") return;
    for (let round = 0; round < 3; round++) {
      assert.doesNotMatch(reading, /[/\\]\.\.?(?:[/\\;]|$)/);
      reading = reading.replace(/%[0-7][0-9A-Fa-f]/g, (spelling) =>
        String.fromCharCode(Number.parseInt(spelling.slice(1), 16)),
      );
    }
  });
  fc.assert(property, { numRuns: 10_000 });
});

test("every spelling of one path has one canonical form", () => {
  const segment = fc.string({ unit: fc.constantFrom("a", "Z", "9", "-", "_", "~"), minLength: 1, maxLength: 6 });
  const spelling = fc.infiniteStream(fc.constantFrom("raw", "upper", "lower"));
  const property = fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), spelling, (segments, choices) => {
    const path = `/${segments.join("/")}`;
    const spelt = path.replace(/[^/]/g, (char) => {
      const encoded = `%${char.charCodeAt(0).toString(16)}`;
      const choice = choices.next().value;
      if (choice === "raw") return char;
      return choice === "upper" ? encoded.toUpperCase() : encoded;
    });
    assert.equal(canonicalPath(spelt, "refuse"), path);
  });
  fc.assert(property);
});

test("a refusal says why without repeating the request", () => {
  const refusal = canonicalPath("/a%00<script>", "refuse");
  assert.ok(typeof refusal !== "string");
  assert.equal(refusal.reason satisfies PathRefusalReason, "encoded-control");
  assert.doesNotMatch(refusal.message, /script/);
});
