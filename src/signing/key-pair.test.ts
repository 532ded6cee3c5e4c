import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import { indexHeaders, readHmacAuthorization } from "./hmac-authorization.ts";
import { buildKeyPairText, readSigningDate, signKeyPair, verifyKeyPair } from "./key-pair.ts";

interface Vector {
  name: string;
  authType: string;
  serverTime: string;
  request: { headers: [string, string][] };
  credential?: string;
  expect: { status: "pass" | number; message: string | null };
}

/** Worked calls of the published scheme. */
const file = JSON.parse(readFileSync(new URL("../../test/vectors/hmac-vectors.json", import.meta.url), "utf8")) as {
  credentials: Record<string, { secret: string }>;
  vectors: Vector[];
};

/** Vectors whose answer depends on which plans and keys exist, not on signing. */
const decidedByTheGateway = new Set(["key-n10", "key-n11", "key-n16", "key-n17"]);

const vectors = file.vectors.filter(
  ({ authType, name }) => authType === "SECRET" && !decidedByTheGateway.has(name.split(" ")[0] ?? ""),
);

const secret = "example-secret-key-0001";
const now = "Mon, 19 Mar 2018 12:08:40 GMT";

/** The steps in the documented order, without the lookups a gateway puts between them. */
function refusalOf(
  headers: readonly (readonly [string, string])[],
  serverTime: string,
  key = secret,
): string | undefined {
  const index = indexHeaders(headers.flat());
  const authorization = readHmacAuthorization(index);
  if ("refusal" in authorization) return authorization.refusal;
  const date = readSigningDate(index, Date.parse(serverTime));
  if ("refusal" in date) return date.refusal;
  const text = buildKeyPairText(index, authorization.listedHeaders);
  if ("refusal" in text) return text.refusal;
  return verifyKeyPair(authorization, text, key)?.refusal;
}

describe("published key-pair vectors", () => {
  assert.ok(vectors.length >= 28);
  for (const { name, request, serverTime, expect } of vectors) {
    test(`${name}: ${expect.message ?? "pass"}`, () => {
      assert.equal(refusalOf(request.headers, serverTime), expect.message ?? undefined);
    });

    if (expect.status === "pass") {
      test(`${name} fails with another secret`, () => {
        assert.equal(refusalOf(request.headers, serverTime, `${secret}x`), "HMAC signature does not match");
      });

      test(`${name} fails when a signed value changes`, () => {
        for (const [index, [header, value]] of request.headers.entries()) {
          if (/^(authorization|x-date|date)$/i.test(header)) continue;
          const changed = request.headers.with(index, [header, `${value}x`]);
          assert.equal(refusalOf(changed, serverTime), "HMAC signature does not match");
        }
      });
    }
  }
});

describe("the key-pair Authorization header", () => {
  const signature = "5OS1ch3HUq3YI89zHg+jz6D/H2Q=";
  const id = 'id="AKIDtestvector0001"';
  const call = (authorization: string) =>
    refusalOf(
      [
        ["X-Date", now],
        ["Authorization", authorization],
      ],
      now,
    );
  const format = "HMAC authorization format error";
  const missing = "HMAC id or signature missing";
  const invalid = "HMAC authorization headers is invalidate";

  const table: [string, string, string | undefined][] = [
    [
      "parameters in another order",
      `hmac signature="${signature}", headers="x-date", ${id}, algorithm="hmac-sha1"`,
      undefined,
    ],
    ["no space after commas", `hmac ${id},algorithm="hmac-sha1",headers="x-date",signature="${signature}"`, undefined],
    ["Hmac with a capital", `Hmac ${id}, algorithm="hmac-sha1", headers="x-date", signature="${signature}"`, undefined],
    [
      "an unknown parameter",
      `hmac ${id}, realm="x", algorithm="hmac-sha1", headers="x-date", signature="${signature}"`,
      undefined,
    ],
    ["the scheme alone", "hmac", format],
    ["nothing after the scheme", "hmac ", format],
    ["no quotes", `hmac id=AKID, algorithm=hmac-sha1, headers=x-date, signature=${signature}`, format],
    ["an open quote", `hmac ${id}, algorithm="hmac-sha1`, format],
    ["a trailing comma", `hmac ${id}, algorithm="hmac-sha1", headers="x-date", signature="${signature}",`, format],
    ["no comma", `hmac ${id} algorithm="hmac-sha1", headers="x-date", signature="${signature}"`, format],
    [
      "a parameter twice",
      `hmac ${id}, ${id}, algorithm="hmac-sha1", headers="x-date", signature="${signature}"`,
      format,
    ],
    ["an empty id", `hmac id="", algorithm="hmac-sha1", headers="x-date", signature="${signature}"`, missing],
    ["no id", `hmac algorithm="hmac-sha1", headers="x-date", signature="${signature}"`, missing],
    ["no algorithm", `hmac ${id}, headers="x-date", signature="${signature}"`, invalid],
    ["an empty header list", `hmac ${id}, algorithm="hmac-sha1", headers=" ", signature="${signature}"`, invalid],
    [
      "a prototype member as algorithm",
      `hmac ${id}, algorithm="__proto__", headers="x-date", signature="${signature}"`,
      "HMAC algorithm __proto__ not supported",
    ],
    [
      "a pseudo header",
      `hmac ${id}, algorithm="hmac-sha1", headers="x-date @request-target", signature="${signature}"`,
      "HMAC signature cannot be verified, a valid @request-target header is required",
    ],
    [
      "a signature with blanks",
      `hmac ${id}, algorithm="hmac-sha1", headers="x-date", signature="${signature} "`,
      "HMAC signature does not match",
    ],
    [
      "a signature without padding",
      `hmac ${id}, algorithm="hmac-sha1", headers="x-date", signature="${signature.slice(0, -1)}"`,
      "HMAC signature does not match",
    ],
  ];
  for (const [what, header, expected] of table) {
    test(`with ${what} ${expected === undefined ? "passes" : `is refused: ${expected}`}`, () => {
      assert.equal(call(header), expected);
    });
  }

  test("sent twice is refused before its form is looked at", () => {
    const headers: [string, string][] = [
      ["Authorization", "x"],
      ["authorization", "y"],
    ];
    assert.equal(refusalOf(headers, now), "HMAC do not support multiple HTTP header");
  });

  test("of half a megabyte of hostile text is still answered", () => {
    for (const piece of ['a="', '="', 'a="b",', '"', ",", " ", "="]) {
      const header = `hmac ${piece.repeat(Math.ceil(500_000 / piece.length))}`;
      assert.equal(typeof call(header), "string");
    }
  });

  test("what it repeats of the caller's text is short", () => {
    const long = "n".repeat(10_000);
    const refusals = [
      call(`hmac ${id}, algorithm="${long}", headers="x-date", signature="${signature}"`),
      call(`hmac ${id}, algorithm="hmac-sha1", headers="${long}", signature="${signature}"`),
    ];
    for (const refusal of refusals) assert.ok((refusal ?? long).length < 200);
  });
});

describe("the signing date", () => {
  const check = (headers: [string, string][]) => {
    const date = readSigningDate(indexHeaders(headers.flat()), Date.parse(now));
    return "refusal" in date ? date.refusal : undefined;
  };

  test("X-Date counts before Date, and a Date of any age will do alone", () => {
    assert.equal(check([["Date", "Fri, 09 Oct 2015 00:00:00 GMT"]]), undefined);
    assert.match(
      check([
        ["Date", now],
        ["X-Date", "Fri, 09 Oct 2015 00:00:00 GMT"],
      ]) ?? "",
      /out of date/,
    );
  });

  test("a Date that is no date does not count", () => {
    const message = "HMAC signature cannot be verified, a valid date or x-date header is required";
    assert.equal(check([["Date", "yesterday"]]), message);
  });

  test("one second beyond the edge is out of date on both sides", () => {
    assert.match(check([["X-Date", "Mon, 19 Mar 2018 11:53:39 GMT"]]) ?? "", /out of date/);
    assert.match(check([["X-Date", "Mon, 19 Mar 2018 12:23:41 GMT"]]) ?? "", /out of date/);
  });

  test("a repeated date header is refused even when it is not signed", () => {
    assert.equal(
      check([
        ["X-Date", now],
        ["x-date", now],
      ]),
      "HMAC do not support multiple HTTP header",
    );
  });
});

describe("signing with a key pair", () => {
  test("header bytes beyond ASCII are signed as they are on the wire", () => {
    const onTheWire = Buffer.from(`x-date: ${now}\nsource: é`);
    const signature = createHmac("sha1", secret).update(onTheWire).digest("base64");
    const parameters = `id="AKIDx", algorithm="hmac-sha1", headers="x-date source", signature="${signature}"`;
    const headers: [string, string][] = [
      ["X-Date", now],
      ["Source", Buffer.from("é").toString("latin1")],
      ["Authorization", `hmac ${parameters}`],
    ];
    assert.equal(refusalOf(headers, now), undefined);
  });

  test("what it signs verifies, whatever the headers and the secret", () => {
    const value = fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)) });
    const hash = fc.constantFrom("sha1" as const, "sha256" as const, "sha384" as const, "sha512" as const);
    fc.assert(
      fc.property(value, value, fc.string({ unit: "grapheme" }), hash, (source, token, key, hash) => {
        const headers: [string, string][] = [
          ["X-Date", now],
          ["Source", source],
          ["X-Token", token],
        ];
        const authorization = signKeyPair({ id: "AKIDx", secret: key, headers, hash });
        const sent: [string, string][] = [...headers, ["Authorization", authorization]];
        assert.equal(refusalOf(sent, now, key), undefined);
        assert.equal(refusalOf(sent, now, `${key}!`), "HMAC signature does not match");
      }),
    );
  });
});
