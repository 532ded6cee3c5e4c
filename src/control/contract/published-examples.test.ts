import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { actions } from "./generated/contract.ts";
import type { ActionName } from "./generated/types.ts";
import { unflatten } from "./unflatten.ts";
import { validateInput } from "./validate.ts";

interface Example {
  params: unknown;
  flat?: [string, string][];
}

/** Published request examples of every action; of the legacy ones, only those that are served count. */
const file = JSON.parse(
  readFileSync(new URL("../../../test/vectors/examples.json", import.meta.url), "utf8"),
) as Record<"actions" | "legacyActions", Record<string, Example[]>>;
const served = Object.entries(file.legacyActions).filter(([name]) => Object.hasOwn(actions, name));
const examples: Record<string, Example[]> = { ...file.actions, ...Object.fromEntries(served) };

/** Examples that break a published rule, by "action/index". That of DescribeLogSearch is refused by the action itself. */
const refused = new Map([
  ["CreateUpstream/0", "the placeholder `instance-HTTP` is no scheme"],
  ["DescribeServicesStatus/0", "the placeholder `abc` is no filter name"],
]);

/** Flat forms that say something else than the nested form: here a backslash and an n for the newline. */
const flatDiffers = new Set(["CreateIPStrategy/0"]);

describe("published request examples", () => {
  test("every action has one", () => {
    assert.deepEqual(Object.keys(examples).sort(), Object.keys(actions).sort());
  });

  for (const [name, list] of Object.entries(examples)) {
    const action = name as ActionName;
    for (const [index, { params, flat }] of list.entries()) {
      const reason = refused.get(`${name}/${index}`);
      if (reason !== undefined) {
        test(`${name} example ${index} is refused: ${reason}`, () => {
          assert.throws(() => validateInput(action, params), { name: "ApiError", code: /^InvalidParameterValue/ });
        });
        continue;
      }
      test(`${name} example ${index} is accepted, and what came of it too`, () => {
        const input = validateInput(action, params);
        assert.deepEqual(validateInput(action, input), input);
        if (flat === undefined) return;
        const fromFlat = validateInput(action, unflatten(actions[action], flat));
        if (!flatDiffers.has(`${name}/${index}`)) assert.deepEqual(fromFlat, input);
      });
    }
  }
});
