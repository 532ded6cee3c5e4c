import assert from "node:assert/strict";
import { test } from "node:test";
import { startTurnpike } from "../harness/turnpike.ts";
import { type ModelCall, Reply } from "./model/call.ts";
import { compareWithModel } from "./model/compare.ts";
import { families } from "./model/families.ts";
import { Tenant } from "./model/tenant.ts";
import { limitSettings, World } from "./model/world.ts";

// To see a failure again: TURNPIKE_TEST_SEED=<the seed it showed> node --test test/security/random-calls.test.ts
// TURNPIKE_TEST_CALLS makes it longer.
const seed = Number(process.env["TURNPIKE_TEST_SEED"] ?? Date.now() % 2 ** 32);
const calls = Number(process.env["TURNPIKE_TEST_CALLS"] ?? 1_500);

/** The code a call is answered with; its reply if it succeeded. */
async function send(tenant: Tenant, { action, parameters }: ModelCall): Promise<{ code: string; reply?: Reply }> {
  try {
    return { code: "ok", reply: new Reply(await tenant.client.request(action, parameters)) };
  } catch (error) {
    return { code: String((error as { code?: string }).code) };
  }
}

test(`${calls} random calls of two accounts in two regions are answered by the rules and touch nobody else (seed ${seed})`, async (t) => {
  const { client, addAccount } = await startTurnpike(t, limitSettings);
  const world = new World(seed);
  for (const [name, account] of [
    ["first", undefined],
    ["second", await addAccount()],
  ] as const) {
    for (const region of ["ap-guangzhou", "ap-beijing"]) {
      world.tenants.push(new Tenant(name, region, client({ region, ...(account && { account }) })));
    }
  }
  const history: string[] = [];
  const outcomes = new Map<string, Set<string>>();
  const context = () => `seed ${seed}, last of\n${history.slice(-30).join("\n")}`;

  for (let step = 0; step < calls; step++) {
    // One tenant calls most, so that his things become many and depend on each other.
    const tenant = world.random.onceIn(4) ? world.random.among(world.tenants) : world.tenants[0];
    const propose = world.random.among(world.random.among(families) ?? []);
    assert.ok(tenant && propose);
    const call = propose(tenant, world);
    const { code, reply } = await send(tenant, call);
    history.push(`${tenant.title}: ${call.action} ${JSON.stringify(call.parameters)} → ${code}`);
    assert.equal(code, call.expected, context());
    try {
      if (reply !== undefined) call.onSuccess?.(reply);
    } catch (error) {
      throw new Error(`${(error as Error).message}\n${context()}`, { cause: error });
    }
    outcomes.set(call.action, (outcomes.get(call.action) ?? new Set()).add(code));
    if (step % 300 === 299) await Promise.all(world.tenants.map(compareWithModel));
  }
  const succeeded = [...outcomes].filter(([, codes]) => codes.has("ok"));
  assert.ok(succeeded.length >= 60, `only ${succeeded.length} actions succeeded`);
  const codes = new Set([...outcomes.values()].flatMap((each) => [...each]));
  assert.ok(codes.size >= 30, `only ${codes.size} codes were answered`);
});
