import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { actions } from "../../../src/control/contract/generated/contract.ts";
import { startWithLog, window } from "../log/resources.ts";
import { startManagement } from "../management.ts";
import { deviations, retired } from "./deviations.ts";
import { formFault } from "./form.ts";
import { type KeptReplies, keepReplies } from "./kept-replies.ts";
import { families } from "./requests/families.ts";
import { callLogActions } from "./requests/log.ts";

interface Example {
  readonly response: { readonly Response: object };
}

const vectors = new URL("../../vectors/examples.json", import.meta.url);
const published: Record<"actions" | "legacyActions", Record<string, readonly Example[]>> = JSON.parse(
  readFileSync(vectors, "utf8"),
);

const kept: KeptReplies = new Map();
/** What calls make lives until the last test of the file has ended. */
const file = { after: (clean: () => void | Promise<void>) => after(clean) };

before(async () => {
  for (const callFamily of families) {
    await callFamily(keepReplies((await startManagement(file)).client(), kept));
  }
  const { client, ServiceId, write } = await startWithLog(file);
  await write({});
  await callLogActions(keepReplies(client, kept), { ServiceId, ...window });
});

test("every action succeeds, but for those that are retired", () => {
  const isSuccess = (reply: object) => !Object.hasOwn(reply, "Error");
  const succeeded = [...kept].filter(([, replies]) => replies.some(isSuccess)).map(([action]) => action);
  assert.deepEqual([...succeeded, ...retired].toSorted(), Object.keys(actions).toSorted());
});

for (const [action, examples] of Object.entries({ ...published.actions, ...published.legacyActions })) {
  if (retired.has(action)) continue;
  for (const [index, { response }] of examples.entries()) {
    test(`a reply of ${action} has the form of published example ${index}`, () => {
      const faults = (kept.get(action) ?? []).map((reply) => formFault(response.Response, reply, deviations[action]));
      assert.ok(faults.includes(undefined), `at ${faults.join(", or ")}`);
    });
  }
}
