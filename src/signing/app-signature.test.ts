import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { buildAppText, completeAppText, contentMd5, showAppText, signApp, verifyApp } from "./app-signature.ts";
import { indexHeaders, readHmacAuthorization } from "./hmac-authorization.ts";

interface Vector {
  readonly name: string;
  readonly request: {
    readonly method: string;
    readonly wirePath: string;
    readonly headers: readonly (readonly [string, string])[];
    readonly body: string;
  };
  readonly credential: string;
  readonly signature: string;
  readonly clientStringToSign: string;
  readonly serverStringToSign?: string;
  readonly expect: { readonly status: "pass" | number };
}

const file = JSON.parse(readFileSync(new URL("../../test/vectors/hmac-vectors.json", import.meta.url), "utf8")) as {
  credentials: Record<string, { secret: string }>;
  vectors: Vector[];
};
const vectors = file.vectors.filter((vector) => vector.name.startsWith("app-"));

function requestOf({ request }: Vector) {
  const { pathname, search } = new URL(request.wirePath, "http://gateway");
  const headers = indexHeaders(request.headers.flat());
  const isForm = headers.get("content-type") === "application/x-www-form-urlencoded";
  const authorization = readHmacAuthorization(headers);
  assert.ok(!("refusal" in authorization));
  return {
    method: request.method,
    path: pathname.replace(/^\/(release|test)/, ""),
    query: search.slice(1),
    form: isForm ? request.body : null,
    headers,
    listedHeaders: authorization.listedHeaders,
    authorization,
  };
}

for (const vector of vectors) {
  test(`the text and the signature of vector ${vector.name}`, () => {
    const request = requestOf(vector);
    const text = buildAppText(request);
    assert.ok(!("refusal" in text));
    const sent = request.headers.get("content-md5");
    const md5 = vector.name.startsWith("app-07") ? contentMd5(Buffer.from(vector.request.body)).hex : (sent ?? "");
    const complete = completeAppText(text, String(md5));
    const shown = showAppText(complete);
    assert.equal(shown, (vector.serverStringToSign ?? vector.clientStringToSign).replaceAll("\n", "#"));
    const secret = file.credentials[vector.credential]?.secret ?? "";
    const isSignatureOfServerText = vector.serverStringToSign === undefined;
    assert.equal(verifyApp(request.authorization, complete, secret), isSignatureOfServerText);
    if (vector.expect.status !== "pass" || sent === undefined) return;
    const { hash } = request.authorization;
    const header = signApp({ ...request, key: vector.credential, secret, hash });
    assert.equal(header, request.headers.get("authorization"), "signing gives the very header of the vector");
  });
}

const name = fc.string({ unit: fc.constantFrom("a", "b", "%41", "+", "%C3%A4", "%"), minLength: 1, maxLength: 4 });
const parameters = fc.array(
  fc.tuple(name, fc.option(name)).map(([key, value]) => (value === null ? key : `${key}=${value}`)),
);

test("order of parameters, and whether they came as query or form, make no difference", () => {
  const text = (query: readonly string[], form: readonly string[]) =>
    buildAppText({
      method: "POST",
      path: "/",
      query: query.join("&"),
      form: form.join("&"),
      headers: indexHeaders(["X-Date", "d"]),
      listedHeaders: ["x-date"],
    });
  fc.assert(
    fc.property(parameters, parameters, (some, others) => {
      assert.deepEqual(text(some, others), text([...others.toReversed(), ...some], []));
    }),
  );
});

test("a secret is needed to the last character", () => {
  const headers = indexHeaders(["X-Date", "d"]);
  const call = { method: "GET", path: "/", query: undefined, form: null, headers, listedHeaders: ["x-date"] };
  const header = signApp({ ...call, key: "APID", secret: "secret", hash: "sha512" });
  const authorization = readHmacAuthorization(indexHeaders(["Authorization", header]));
  const text = buildAppText(call);
  assert.ok(!("refusal" in authorization) && !("refusal" in text));
  assert.equal(verifyApp(authorization, completeAppText(text, ""), "secret"), true);
  assert.equal(verifyApp(authorization, completeAppText(text, ""), "secrets"), false);
  assert.equal(verifyApp({ ...authorization, signature: "%" }, completeAppText(text, ""), "secret"), false);
});
