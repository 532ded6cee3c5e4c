import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { codeOf, startEndpoint } from "./endpoint.ts";

// Requests that official SDKs signed with their clocks frozen at the second the endpoint's clock shows, and two of the same
// second that follow the published rules where no SDK goes.

interface Vector {
  readonly name: string;
  readonly request: { method: string; url: string; hostHeader: string; headers: Record<string, string>; body?: string };
}

const file = new URL("../../vectors/signature-vectors.json", import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, "utf8")) as { vectors: readonly Vector[] };

for (const { name, request } of vectors.filter((vector) => !vector.name.startsWith("legacy-"))) {
  test(`the recorded request ${name} is authenticated`, async (t) => {
    const endpoint = await startEndpoint(t);
    const { pathname, search } = new URL(request.url);
    const answer = await endpoint.send({
      method: request.method,
      path: pathname + search,
      headers: { ...request.headers, Host: request.hostHeader },
      body: request.body ?? "",
    });
    // What these requests name does not exist here, and some are not complete: whatever is answered comes after the signature.
    assert.doesNotMatch(codeOf(answer), /^(AuthFailure|InvalidAction|NoSuchVersion|InternalError)/, answer.text);
    assert.doesNotMatch(answer.text, /required parameter `(Action|Version|Timestamp|SecretId|Signature|Region)`/);
  });
}
