import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import { signTc3, type Tc3Request, verifyTc3 } from "./tc3.ts";
import { parseTc3Authorization, type Tc3Authorization } from "./tc3-authorization.ts";

interface Vector {
  name: string;
  algorithm: string;
  request: { method: string; url: string; hostHeader: string; headers: Record<string, string>; body: string };
}

interface PublishedVector {
  name: string;
  algorithm: string;
  secretId: string;
  secretKey: string;
  timestamp: number;
  payload?: string;
  canonicalRequest: string;
  signature: string;
}

/** Requests as official SDKs send them, and the examples printed in the documentation. */
const file = JSON.parse(
  readFileSync(new URL("../../test/vectors/signature-vectors.json", import.meta.url), "utf8"),
) as { credentials: { secretKey: string }; vectors: Vector[]; published: PublishedVector[] };
const { secretKey } = file.credentials;
const vectors = file.vectors.filter((vector) => vector.algorithm === "TC3-HMAC-SHA256");

function toRequest({ request }: Vector, headers: Record<string, string> = {}): Tc3Request {
  const target = /^https?:\/\/[^/]+([^?]*)\??(.*)$/.exec(request.url);
  const sent = new Map([["host", request.hostHeader]]);
  for (const [name, value] of Object.entries({ ...request.headers, ...headers })) sent.set(name.toLowerCase(), value);
  return {
    method: request.method,
    path: target?.[1] ?? "",
    rawQuery: target?.[2] ?? "",
    header: (name) => sent.get(name),
    body: Buffer.from(request.body),
  };
}

function authorizationOf(request: Tc3Request): Tc3Authorization {
  const authorization = parseTc3Authorization(request.header("authorization") ?? "");
  assert.ok(authorization !== undefined);
  return authorization;
}

const signed = vectors.map((vector) => ({ name: vector.name, vector, request: toRequest(vector) }));
const isUnsignedPayload = (request: Tc3Request) => request.header("x-tc-content-sha256") !== undefined;

describe("TC3 signatures of official clients", () => {
  assert.ok(signed.length >= 14);
  for (const { name, vector, request } of signed) {
    const authorization = authorizationOf(request);

    test(`${name} verifies`, () => assert.equal(verifyTc3(request, authorization, secretKey), true));

    test(`${name} fails with another key`, () => {
      assert.equal(verifyTc3(request, authorization, `${secretKey}x`), false);
    });

    test(`${name} fails for every flipped bit of its signature`, () => {
      for (let bit = 0; bit < 256; bit += 1) {
        const signature = Buffer.from(authorization.signature);
        signature[bit >> 3] = (signature[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        assert.equal(verifyTc3(request, { ...authorization, signature }, secretKey), false);
      }
    });

    test(`${name} fails when what it covers is changed`, () => {
      const changed: Tc3Request[] = [
        { ...request, method: request.method === "GET" ? "POST" : "GET" },
        toRequest(vector, { host: `x${request.header("host")}` }),
        toRequest(vector, { "content-type": "text/plain" }),
        toRequest(vector, { "x-tc-timestamp": "1700000001" }),
        toRequest(vector, { "x-tc-timestamp": "1700000000.0" }),
      ];
      if (request.method === "GET") {
        changed.push({ ...request, rawQuery: `${request.rawQuery}&a=b` }, { ...request, rawQuery: "" });
      } else if (!isUnsignedPayload(request)) {
        const body = Buffer.from(request.body);
        body[0] = (body[0] ?? 0) ^ 1;
        changed.push({ ...request, body }, { ...request, body: Buffer.concat([request.body, Buffer.from(" ")]) });
        changed.push(toRequest(vector, { "x-tc-content-sha256": "UNSIGNED-PAYLOAD" }));
      }
      for (const [index, other] of changed.entries()) {
        assert.equal(verifyTc3(other, authorization, secretKey), false, `change ${index}`);
      }
    });

    test(`${name} fails for the day before and another service`, () => {
      assert.equal(verifyTc3(request, { ...authorization, date: "2023-11-13" }, secretKey), false);
      assert.equal(verifyTc3(request, { ...authorization, service: "other" }, secretKey), false);
    });

    test(`${name} signed for another host verifies only with that host configured`, () => {
      const moved = toRequest(vector, { host: "gateway.internal:7080" });
      assert.equal(verifyTc3(moved, authorization, secretKey), false);
      const hosts = [request.header("host") ?? "", (request.header("host") ?? "").replace(/:[0-9]+$/, "")];
      assert.equal(verifyTc3(moved, authorization, secretKey, hosts), true);
    });

    test(`${name} verifies under any path, because some clients sign "/" whatever they request`, () => {
      assert.equal(verifyTc3({ ...request, path: "/some/prefix/" }, authorization, secretKey), true);
    });
  }

  test("the date of the scope must be the UTC day of the timestamp, even if all is signed with that date", () => {
    for (const [date, verdict] of [
      ["2023-11-14", true],
      ["2023-11-15", false],
    ] as const) {
      const request = requestOf(newCall({}));
      const authorization = { ...authorizationOf(request), date };
      const canonical = `POST\n/\n\ncontent-type:application/json\nhost:localhost:7080\n\ncontent-type;host\n${sha256("{}")}`;
      const text = `TC3-HMAC-SHA256\n1700000000\n${date}/apigateway/tc3_request\n${sha256(canonical)}`;
      const signature = ["apigateway", "tc3_request", text].reduce(mac, mac("TC3key", date));
      assert.equal(verifyTc3(request, { ...authorization, signature }, "key"), verdict);
    }
  });

  test("the body of a GET is not covered", () => {
    const call = newCall({ method: "GET" });
    const request = { ...requestOf(call), body: Buffer.from("ignored") };
    assert.equal(verifyTc3(request, authorizationOf(request), call.secretKey), true);
  });

  test("a signed header that was not sent fails", () => {
    const call = newCall({ headers: new Map([...baseHeaders, ["x-extra", "1"]]) });
    const request = requestOf(call);
    assert.equal(verifyTc3(request, authorizationOf(request), call.secretKey), true);
    const without = { ...request, header: (name: string) => (name === "x-extra" ? undefined : request.header(name)) };
    assert.equal(verifyTc3(without, authorizationOf(request), call.secretKey), false);
  });
});

describe("signing with TC3", () => {
  for (const published of file.published.filter((vector) => vector.algorithm === "TC3-HMAC-SHA256")) {
    test(`${published.name} of the documentation comes out as printed`, () => {
      const [method = "", path = "", rawQuery = "", ...rest] = published.canonicalRequest.split("\n");
      const headers = new Map(
        rest.slice(0, rest.indexOf("")).map((line): [string, string] => {
          const colon = line.indexOf(":");
          return [line.slice(0, colon), line.slice(colon + 1)];
        }),
      );
      const { secretId, timestamp } = published;
      const body = Buffer.from(published.payload ?? "");
      const call = { method, path, rawQuery, headers, body, timestamp, service: "cvm", secretId };
      const authorization = signTc3({ ...call, secretKey: published.secretKey });
      assert.ok(authorization.endsWith(`Signature=${published.signature}`), authorization);
    });
  }

  test("what it signs verifies, whatever the request", () => {
    const text = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(fc.constantFrom("GET", "POST"), fc.webQueryParameters(), text, text, fc.nat(4e9), (...drawn) => {
        const [method, rawQuery, body, key, timestamp] = drawn;
        const call = newCall({ method, rawQuery, body: Buffer.from(body), secretKey: key, timestamp });
        const request = requestOf(call);
        assert.equal(verifyTc3(request, authorizationOf(request), key), true);
        assert.equal(verifyTc3(request, authorizationOf(request), `${key}!`), false);
      }),
    );
  });
});

describe("the TC3 Authorization header", () => {
  const signature = "ab".repeat(32);
  const good = `TC3-HMAC-SHA256 Credential=AKIDx/2023-11-14/localhost:8080/tc3_request, SignedHeaders=content-type;host, Signature=${signature}`;

  test("is taken apart, whatever the service is called", () => {
    assert.deepEqual(parseTc3Authorization(good), {
      secretId: "AKIDx",
      date: "2023-11-14",
      service: "localhost:8080",
      signedHeaders: ["content-type", "host"],
      signature: Buffer.from(signature, "hex"),
    });
  });

  const malformed: [string, string][] = [
    ["empty", ""],
    ["SKIP", "SKIP"],
    ["another algorithm", good.replace("TC3-HMAC-SHA256", "TC3-HMAC-SHA512")],
    ["another scheme", "Basic abc"],
    ["no signature", good.replace(/, Signature=.*/, "")],
    ["no credential", good.replace(/Credential=[^,]*, /, "")],
    ["no signed headers", good.replace(/SignedHeaders=[^,]*, /, "")],
    ["an extra field", `${good}, Extra=1`],
    ["a repeated field", `${good}, Signature=${signature}`],
    ["a short signature", good.slice(0, -1)],
    ["an upper-case signature", good.replace(signature, signature.toUpperCase())],
    ["a scope of three parts", good.replace("/localhost:8080", "")],
    ["a scope of five parts", good.replace("/tc3_request", "/x/tc3_request")],
    ["another terminator", good.replace("tc3_request", "aws4_request")],
    ["an empty key id", good.replace("AKIDx", "")],
    ["an empty service", good.replace("localhost:8080", "")],
    ["a date of another form", good.replace("2023-11-14", "20231114")],
    ["host not signed", good.replace(";host", "")],
    ["content-type not signed", good.replace("content-type;", "")],
    ["an upper-case header name", good.replace("content-type", "Content-Type")],
    ["a header signed twice", good.replace(";host", ";host;host")],
    ["an empty header name", good.replace(";host", ";;host")],
  ];
  for (const [what, header] of malformed) {
    test(`with ${what} is refused`, () => assert.equal(parseTc3Authorization(header), undefined));
  }

  test("never makes the parser throw", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseTc3Authorization(`TC3-HMAC-SHA256 ${text}`)));
  });
});

const baseHeaders = new Map([
  ["content-type", "application/json"],
  ["host", "localhost:7080"],
]);

function mac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

type Call = Parameters<typeof signTc3>[0];

function newCall(change: Partial<Call>): Call {
  const base = { method: "POST", path: "/", rawQuery: "", headers: baseHeaders, body: Buffer.from("{}") };
  return { ...base, timestamp: 1_700_000_000, service: "apigateway", secretId: "AKIDx", secretKey: "key", ...change };
}

function requestOf(call: Call, headers: Record<string, string> = {}): Tc3Request {
  const sent = new Map(call.headers);
  sent.set("x-tc-timestamp", String(call.timestamp)).set("authorization", signTc3(call));
  for (const [name, value] of Object.entries(headers)) sent.set(name, value);
  const { method, path, rawQuery, body } = call;
  return { method, path, rawQuery, body, header: (name) => sent.get(name) };
}
