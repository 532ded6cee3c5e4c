import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { legacyActions } from "../../../src/control/legacy/actions.ts";
import { type Endpoint, keyPair, startEndpoint } from "../endpoint/endpoint.ts";
import { signV1 } from "../endpoint/sign.ts";
import { legacyPath } from "./legacy-call.ts";

// The endpoint below HTTP is asked directly here, so that thousands of requests take a second.

const text = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constantFrom("", "__proto__", "TRUE", "-1", "{"));
const steps = fc.oneof(
  fc.constantFrom("serviceId", "apiId", "usagePlanIds", "requestParameters", "in", "filter", "searchId", "orderby"),
  fc.constantFrom("0", "00", "-1", "1e3", "", "__proto__", "constructor", "toString", "Filters", "Values"),
  fc.string(),
);
const names = fc.array(steps, { minLength: 1, maxLength: 5 }).map((parts) => parts.join("."));
const actionNames = fc.constantFrom(...legacyActions.keys());

test("no signed call, whatever its parameters, is an internal error", async (t) => {
  const endpoint = await startEndpoint(t);
  const parameters = fc.array(fc.tuple(names, text), { maxLength: 8 });
  const property = fc.asyncProperty(actionNames, parameters, async (Action, entries) => {
    const sent = Object.fromEntries(entries.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]));
    const common = { Action, Region: "gz", Timestamp: String(endpoint.time), Nonce: "1", SecretId: keyPair.secretId };
    const form = signV1(keyPair, { method: "POST", host: "h", path: legacyPath }, { ...sent, ...common });
    await assertAnswered(endpoint, "POST", legacyPath, form.toString());
  });
  await fc.assert(property, { numRuns: 500 });
});

test("no random request is an internal error", async (t) => {
  const endpoint = await startEndpoint(t);
  const property = fc.asyncProperty(fc.constantFrom("GET", "POST", "PUT"), text, text, async (method, query, body) => {
    await assertAnswered(endpoint, method, `${legacyPath}?${query}`, body);
  });
  await fc.assert(property, { numRuns: 300 });
});

async function assertAnswered(endpoint: Endpoint, method: string, target: string, body: string): Promise<void> {
  const headers = new Map([["host", "h"]]);
  const answer = await endpoint.control.handleLegacy({ method, target, headers, body: Buffer.from(body) });
  assert.equal(answer.status, 200);
  const { code } = JSON.parse(answer.body);
  assert.ok(code === 0 || (code >= 4000 && code !== 6000), answer.body);
  assert.deepEqual(endpoint.logged, []);
}
