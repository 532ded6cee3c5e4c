import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { commonErrorCodes } from "../../src/control/contract/generated/contract.ts";
import { gatewayErrors } from "../../src/gateway/errors.ts";
import { answeredCodes } from "../../tools/docs/answered-codes.ts";
import { pathCauses, signatureCauses } from "../../tools/docs/gateway-error-causes.ts";
import { referencePages } from "../../tools/docs/reference-pages.ts";
import { neverAnswered } from "../control/unreachable-codes.ts";

const root = join(import.meta.dirname, "../..");

test("every reference page is what its sources say", () => {
  for (const [name, text] of referencePages()) {
    assert.equal(readFileSync(join(root, name), "utf8"), text, `${name} is out of date; run: npm run generate`);
  }
});

describe("errors of the gateway", () => {
  const sources = readSources("src/gateway").filter(({ file }) => file !== "errors.ts");

  test("every error in the table is one the gateway answers", () => {
    const unused = Object.keys(gatewayErrors).filter((name) => !sources.some(({ text }) => text.includes(`"${name}"`)));
    assert.deepEqual(unused, []);
  });

  test("the page explains the signature refusals that occur in the code, and no others", () => {
    const texts = [...readSources("src/signing"), ...sources.filter(({ file }) => file.startsWith("auth/"))];
    const messages = texts.flatMap(({ text }) => [...text.matchAll(/refusal(?::| =)\s*["`]([^"`]+)["`]/g)]);
    const found = new Set(messages.map(([, message]) => withoutParts(message)));
    assert.deepEqual([...found].sort(), [...signatureCauses.keys()].sort());
  });

  test("the page explains the path refusals that occur in the code, and no others", () => {
    const source = readFileSync(join(root, "src/gateway/router/canonical-path.ts"), "utf8");
    const found = [...source.matchAll(/= refusal\("[^"]+", "([^"]+)"\)/g)].map(([, message]) => message);
    assert.deepEqual(found.sort(), [...pathCauses.keys()].sort());
  });
});

test("a code that is known never to occur is not said to be answered", () => {
  const answered = answeredCodes();
  const common = new Set<string>(commonErrorCodes);
  const contradicted = [...neverAnswered.keys()].filter((code) => !common.has(code) && answered.has(code));
  assert.deepEqual(contradicted, []);
});

function readSources(folder: string): { readonly file: string; readonly text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => ({ file, text: readFileSync(join(root, folder, file), "utf8") }));
}

/** A message template with `{}` for what is filled in. */
function withoutParts(message = ""): string {
  return message.replaceAll(/\$\{[^}]*\}/g, "{}");
}
