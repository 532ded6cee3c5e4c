import assert from "node:assert/strict";
import { test } from "node:test";
import { present } from "../control/outcome.ts";
import { ask, createKey, createSample, verdict } from "../harness/sample.ts";
import { startTurnpike } from "../harness/turnpike.ts";

const notMatching = "401 HMAC signature does not match";
const unknown = "401 HMAC signature cannot be verified";
const noRight = "401 HMAC apikey is invalid for API";

test("a disabled key is refused from the next call on and passes again once enabled", async (t) => {
  const { port, client } = await startTurnpike(t);
  const sdk = client();
  const sample = await createSample(sdk);
  assert.equal(verdict(await ask(port, sample)), "200");
  for (let round = 0; round < 20; round++) {
    await sdk.DisableApiKey({ AccessKeyId: sample.key.id });
    assert.equal(verdict(await ask(port, sample)), unknown);
    await sdk.EnableApiKey({ AccessKeyId: sample.key.id });
    assert.equal(verdict(await ask(port, sample)), "200");
  }
});

test("a replaced secret is refused from the next call on, and the new one passes", async (t) => {
  const { port, client } = await startTurnpike(t);
  const sdk = client();
  const sample = await createSample(sdk);
  let { key } = sample;
  for (let round = 0; round < 5; round++) {
    const { Result } = await sdk.UpdateApiKey({ AccessKeyId: key.id });
    const replaced = { id: key.id, secret: present(Result?.AccessKeySecret) };
    assert.equal(verdict(await ask(port, sample, { key })), notMatching);
    assert.equal(verdict(await ask(port, sample, { key: replaced })), "200");
    key = replaced;
  }
});

test("a key counts only while it is in a bound plan", async (t) => {
  const { port, client } = await startTurnpike(t);
  const sdk = client();
  const sample = await createSample(sdk);
  const { planId } = sample;
  const key = await createKey(sdk);
  assert.equal(verdict(await ask(port, sample, { key })), noRight);
  await sdk.BindSecretIds({ UsagePlanId: planId, AccessKeyIds: [key.id] });
  assert.equal(verdict(await ask(port, sample, { key })), "200");
  await sdk.UnBindSecretIds({ UsagePlanId: planId, AccessKeyIds: [key.id] });
  assert.equal(verdict(await ask(port, sample, { key })), noRight);
  assert.equal(verdict(await ask(port, sample)), "200", "the other key of the plan goes on");
});

test("a deleted key is as good as one that never was", async (t) => {
  const { port, client } = await startTurnpike(t);
  const sdk = client();
  const sample = await createSample(sdk);
  const AccessKeyId = sample.key.id;
  await sdk.UnBindSecretIds({ UsagePlanId: sample.planId, AccessKeyIds: [AccessKeyId] });
  await sdk.DisableApiKey({ AccessKeyId });
  await sdk.DeleteApiKey({ AccessKeyId });
  assert.equal(verdict(await ask(port, sample)), unknown);
});

test("a manual key works with the id and the secret its owner chose", async (t) => {
  const { port, client } = await startTurnpike(t);
  const sdk = client();
  const sample = await createSample(sdk);
  const key = { id: "chosen_by_owner", secret: "also_chosen_by_owner" };
  await sdk.CreateApiKey({
    SecretName: "manual",
    AccessKeyType: "manual",
    AccessKeyId: key.id,
    AccessKeySecret: key.secret,
  });
  await sdk.BindSecretIds({ UsagePlanId: sample.planId, AccessKeyIds: [key.id] });
  assert.equal(verdict(await ask(port, sample, { key })), "200");
  await sdk.UpdateApiKey({ AccessKeyId: key.id, AccessKeySecret: "another_one_chosen" });
  assert.equal(verdict(await ask(port, sample, { key })), notMatching);
  assert.equal(verdict(await ask(port, sample, { key: { ...key, secret: "another_one_chosen" } })), "200");
});
