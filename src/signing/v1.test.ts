import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import { signV1, type V1Request, verifyV1 } from "./v1.ts";

interface Vector {
  name: string;
  algorithm: string;
  signature: string;
  keyRule: string;
  request: { method: string; url: string; hostHeader: string; body: string };
}

/** Requests as official SDKs send them: API 3.0 and, with the path /v2/index.php, API 2.0. */
const file = JSON.parse(
  readFileSync(new URL("../../test/vectors/signature-vectors.json", import.meta.url), "utf8"),
) as {
  credentials: { secretKey: string };
  vectors: Vector[];
  published: (Vector & { secretKey: string; stringToSign: string })[];
};
const { secretKey } = file.credentials;
const vectors = file.vectors.filter((vector) => vector.algorithm.startsWith("HmacSHA"));

function toRequest({ request }: Vector): V1Request {
  const target = /^https?:\/\/[^/]+([^?]*)\??(.*)$/.exec(request.url);
  const encoded = request.method === "GET" ? target?.[2] : request.body;
  const parameters = [...new URLSearchParams(encoded)];
  return { method: request.method, host: request.hostHeader, path: target?.[1] ?? "", parameters };
}

function withParameter(request: V1Request, name: string, value: string): V1Request {
  const parameters = request.parameters.filter(([known]) => known !== name);
  return { ...request, parameters: [...parameters, [name, value]] };
}

describe("v1 signatures of official clients", () => {
  assert.ok(vectors.length >= 18);
  for (const vector of vectors) {
    const request = toRequest(vector);

    test(`${vector.name} verifies, in any order of parameters`, () => {
      assert.equal(verifyV1(request, secretKey), true);
      assert.equal(verifyV1({ ...request, parameters: request.parameters.toReversed() }, secretKey), true);
    });

    test(`${vector.name} fails when anything it covers is changed`, () => {
      assert.equal(verifyV1(request, `${secretKey}x`), false);
      assert.equal(verifyV1({ ...request, method: request.method === "GET" ? "POST" : "GET" }, secretKey), false);
      assert.equal(verifyV1({ ...request, host: `${request.host}:1` }, secretKey), false);
      assert.equal(verifyV1(withParameter(request, "Extra", ""), secretKey), false);
      for (const [name, value] of request.parameters) {
        const changed = withParameter(request, name, `${value}0`);
        assert.equal(verifyV1(changed, secretKey), false, `changed ${name}`);
        const removed = request.parameters.filter(([known]) => known !== name);
        assert.equal(verifyV1({ ...request, parameters: removed }, secretKey), false, `removed ${name}`);
      }
    });

    test(`${vector.name} fails for every flipped bit of its signature`, () => {
      const bytes = Buffer.from(vector.signature, "base64");
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const flipped = Buffer.from(bytes);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const forged = withParameter(request, "Signature", flipped.toString("base64"));
        assert.equal(verifyV1(forged, secretKey), false);
      }
    });

    if (vector.keyRule === "as-is") {
      test(`${vector.name} is what we sign ourselves`, () => {
        assert.equal(signV1(request, secretKey), vector.signature);
      });
    }
  }

  test("the documentation's example comes out as printed", () => {
    const published = file.published.find(({ algorithm }) => algorithm === "HmacSHA1");
    assert.ok(published !== undefined);
    const query = published.stringToSign.slice(published.stringToSign.indexOf("?") + 1);
    const parameters = [...new URLSearchParams(query)];
    const request = { method: "GET", host: "cvm.tencentcloudapi.com", path: "/", parameters };
    assert.equal(signV1(request, published.secretKey), published.signature);
  });
});

describe("leniences of signature v1", () => {
  const base: V1Request = { method: "POST", host: "h:7080", path: "/", parameters: [["Action", "DescribeService"]] };
  const sign = (request: V1Request) => withParameter(request, "Signature", signV1(request, "key"));

  test("parameters starting with @ may be left out of the signature of a POST, but not of a GET", () => {
    for (const [method, verdict] of [
      ["POST", true],
      ["GET", false],
    ] as const) {
      const signature = signV1({ ...base, method }, "key");
      const parameters: [string, string][] = [
        ["Action", "DescribeService"],
        ["File", "@/etc/x"],
        ["Signature", signature],
      ];
      assert.equal(verifyV1({ ...base, method, parameters }, "key"), verdict);
      assert.equal(verifyV1(sign({ ...base, method, parameters: parameters.slice(0, 2) }), "key"), true);
    }
  });

  test("a configured host and the path / are tried too", () => {
    const request = sign(base);
    assert.equal(verifyV1({ ...request, host: "other" }, "key"), false);
    assert.equal(verifyV1({ ...request, host: "other" }, "key", ["h:7080"]), true);
    assert.equal(verifyV1({ ...request, path: "/prefix/" }, "key"), true);
  });

  test("a parameter sent twice is refused even when both are signed", () => {
    const parameters: [string, string][] = [
      ["A", "1"],
      ["A", "2"],
    ];
    assert.equal(verifyV1(sign({ ...base, parameters }), "key"), false);
  });

  test("a missing, empty or malformed signature fails", () => {
    for (const signature of ["", "***", "AAAA", `${signV1(base, "key")}=`]) {
      assert.equal(verifyV1(withParameter(base, "Signature", signature), "key"), false);
    }
    assert.equal(verifyV1(base, "key"), false);
  });

  test("keys sort by bytes, not by UTF-16 units", () => {
    const parameters: [string, string][] = [
      ["\u{1F600}", "2"],
      ["\uFF5E", "1"],
    ];
    assert.equal(
      signV1({ ...base, parameters }, "key"),
      signV1({ ...base, parameters: parameters.toReversed() }, "key"),
    );
    const parametersInOrder = "\uFF5E=1&\u{1F600}=2";
    const single: V1Request = { ...base, parameters: [[parametersInOrder.slice(0, 1), parametersInOrder.slice(2)]] };
    assert.equal(signV1({ ...base, parameters }, "key"), signV1(single, "key"));
  });

  test("what it signs verifies, whatever the parameters", () => {
    const text = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(text, text), { selector: ([name]) => name }), text, (parameters, key) => {
        const request = withParameter({ ...base, parameters }, "Signature", "");
        const signed = withParameter(request, "Signature", signV1(request, key));
        assert.equal(verifyV1(signed, key), true);
        assert.equal(verifyV1(signed, `${key}!`), false);
      }),
    );
  });
});
