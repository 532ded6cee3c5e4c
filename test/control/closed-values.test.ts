import assert from "node:assert/strict";
import { test } from "node:test";
import type { Member } from "../../src/control/contract/contract-shape.ts";
import { actions, objects } from "../../src/control/contract/generated/contract.ts";
import { startManagement } from "./management.ts";
import { codeOf } from "./outcome.ts";

/** The least a list of members asks for. */
function least(members: readonly Member[]): Record<string, unknown> {
  const needed = members.filter((member) => member.required === true);
  return Object.fromEntries(
    needed.map((member) => [member.name, member.list ? [leastValue(member)] : leastValue(member)]),
  );
}

function leastValue(member: Member): unknown {
  if (member.type === "object") return least(objects[member.ref ?? ""] ?? []);
  if (member.type === "string") return member.enum?.[0] ?? "x";
  return member.type === "bool" ? false : (member.min ?? 1);
}

test("wherever an environment is named, it is one of three", async (t) => {
  const client = (await startManagement(t)).client();
  const named = Object.entries(actions).flatMap(([action, { input }]: [string, { input: readonly Member[] }]) =>
    input
      .filter(({ name }) => /^(?:Gen)?Environment(?:Names?)?$/.test(name))
      .map((member) => ({ action, input, member })),
  );
  assert.equal(named.length, 24);
  for (const { action, input, member } of named) {
    const call = (environment: string) =>
      client.request(action, { ...least(input), [member.name]: member.list ? [environment] : environment });
    const sound = new Set(await Promise.all(["test", "prepub", "release"].map((name) => codeOf(call(name)))));
    assert.equal(sound.size, 1, `${action} knows all three alike, and answers ${[...sound]}`);
    for (const wrong of ["production", "Release", ""]) {
      await assert.rejects(call(wrong), { message: /must be one of test, prepub, release\.$/ }, action);
    }
  }
});

test("a list of ids names 1 to 100", async (t) => {
  const client = (await startManagement(t)).client();
  const lists = [
    ["AttachPlugin", "ApiIds"],
    ["BindEnvironment", "UsagePlanIds"],
    ["UnBindEnvironment", "UsagePlanIds"],
    ["BindIPStrategy", "BindApiIds"],
    ["UnBindIPStrategy", "UnBindApiIds"],
    ["BindSecretIds", "AccessKeyIds"],
    ["UnBindSecretIds", "AccessKeyIds"],
    ["CreateAPIDoc", "ApiIds"],
    ["ModifyAPIDoc", "ApiIds"],
    ["ModifyApiEnvironmentStrategy", "ApiIds"],
    ["DescribeApiBindApiAppsStatus", "ApiIds"],
  ] as const;
  const { Result: plan } = await client.CreateUsagePlan({ UsagePlanName: "plan" });
  const ids = Array.from({ length: 101 }, (_, index) => `api-${String(index).padStart(8, "0")}`);
  for (const [action, name] of lists) {
    // These two look for the plan before they look at the list.
    const holder = action.endsWith("BindSecretIds") && { UsagePlanId: plan?.UsagePlanId };
    const call = (list: readonly string[]) =>
      client.request(action, { ...least(actions[action].input), ...holder, [name]: list });
    await assert.rejects(call(ids), { message: new RegExp(`\`${name}\`.*100`) }, action);
    await assert.rejects(call([]), { message: new RegExp(`\`${name}\`.*(?:must not be empty|names no)`) }, action);
    assert.match(await codeOf(call(ids.slice(1))), /^(?:ok|ResourceNotFound.*)$/, action);
  }
});
