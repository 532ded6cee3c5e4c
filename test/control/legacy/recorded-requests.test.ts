import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { startEndpoint } from "../endpoint/endpoint.ts";
import { readLegacy } from "./legacy-call.ts";

// Requests that official clients of API 2.0 signed with their clocks frozen at the second the endpoint's clock shows.

interface Vector {
  readonly name: string;
  readonly request: { method: string; url: string; hostHeader: string; headers: Record<string, string>; body: string };
}

const file = new URL("../../vectors/signature-vectors.json", import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, "utf8")) as { vectors: readonly Vector[] };
const legacyVectors = vectors.filter((vector) => vector.name.startsWith("legacy-"));
assert.equal(legacyVectors.length, 7);

for (const { name, request } of legacyVectors) {
  const send = (endpoint: Awaited<ReturnType<typeof startEndpoint>>, change: (text: string) => string = (x) => x) => {
    const { pathname, search } = new URL(request.url);
    return endpoint.send({
      method: request.method,
      path: pathname + change(search),
      headers: { ...request.headers, Host: request.hostHeader },
      body: change(request.body),
    });
  };

  test(`the recorded request ${name} is authenticated and its action performed`, async (t) => {
    const endpoint = await startEndpoint(t);
    // The plans and services these requests name do not exist here.
    assert.equal(readLegacy(await send(endpoint)).code, 5000);
  });

  test(`the recorded request ${name} fails when a parameter is changed`, async (t) => {
    const endpoint = await startEndpoint(t);
    const answer = readLegacy(await send(endpoint, (text) => text.replace("-fake", "-real")));
    assert.deepEqual([answer.code, answer.codeDesc], [4100, "AuthFailure"]);
  });
}
