import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, createSample, verdict } from "../harness/sample.ts";
import { startTurnpike } from "../harness/turnpike.ts";
import { AccountModel } from "./account-model.ts";
import { Random } from "./model/random.ts";

// To see a failure again: TURNPIKE_TEST_SEED=<the seed it showed> node --test test/security/random-sequence.test.ts
const seed = Number(process.env["TURNPIKE_TEST_SEED"] ?? Date.now() % 2 ** 32);
const writes = 400;

test(`${writes} random writes of two accounts are answered by the rules, obeyed by the gateway, and touch nobody else (seed ${seed})`, async (t) => {
  const { port, client, addAccount } = await startTurnpike(t);
  const generator = new Random(seed);
  const random = (below: number) => generator.below(below);
  const clients = [client(), client({ account: await addAccount() })];
  const accounts = await Promise.all(
    clients.map(async (sdk) => {
      const sample = await createSample(sdk);
      return { sdk, sample, model: new AccountModel(sdk, sample, random) };
    }),
  );
  // Everything that ever was, of both accounts: so ids of the other and of what is deleted are tried as well.
  const planIds = new Set(["usagePlan-00000000"]);
  const keyIds = new Set(["AKIDneverwas"]);
  const history: string[] = [];
  const answered = new Set<string>();

  for (let step = 0; step < writes; step++) {
    for (const { model } of accounts) {
      for (const id of model.plans.keys()) planIds.add(id);
      for (const id of model.keys.keys()) keyIds.add(id);
    }
    const acting = random(accounts.length);
    const recent = (ids: Set<string>) => [...ids].slice(-14);
    const outcome = await accounts[acting]?.model.write(recent(planIds), recent(keyIds));
    history.push(`${acting}: ${outcome?.name} → ${outcome?.actual}`);
    assert.equal(outcome?.actual, outcome?.expected, `seed ${seed}, last of\n${history.slice(-20).join("\n")}`);
    answered.add(outcome?.actual ?? "");
    if (step % 20 !== 19) continue;
    for (const { sdk, sample, model } of accounts) {
      const plans = (await sdk.DescribeUsagePlansStatus({ Limit: 100 })).Result?.UsagePlanStatusSet ?? [];
      assert.deepEqual(new Set(plans.map(({ UsagePlanId }) => UsagePlanId)), new Set(model.plans.keys()));
      const keys = (await sdk.DescribeApiKeysStatus({ Limit: 100 })).Result?.ApiKeySet ?? [];
      assert.deepEqual(
        new Map(keys.map(({ AccessKeyId, Status }) => [AccessKeyId, Status === 1])),
        new Map([...model.keys].map(([id, { isEnabled }]) => [id, isEnabled])),
      );
      for (const key of model.keys.values()) {
        assert.equal(verdict(await ask(port, sample, { key })), model.verdictOf(key.id), history.slice(-20).join("\n"));
      }
    }
  }
  assert.ok(answered.size >= 6, `only ${[...answered]} were answered`);
});
