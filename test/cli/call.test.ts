import assert from "node:assert/strict";
import { test } from "node:test";
import { formatAddress } from "../../src/config/setting.ts";
import { runCommand } from "../harness/process.ts";
import { startTurnpike, type Turnpike } from "../harness/turnpike.ts";

/** What a shell beside the server would have set. */
function beside({ app, data }: Turnpike): NodeJS.ProcessEnv {
  return { TURNPIKE_DATA: data, TURNPIKE_MANAGEMENT: formatAddress(app.management) };
}

test("call sends flattened parameters, signed with the root account's key, and prints the answer", async (t) => {
  const turnpike = await startTurnpike(t);
  const call = async (...args: string[]) => {
    const { code, stdout, stderr } = await runCommand(t, ["call", ...args], beside(turnpike));
    assert.equal(stderr, "");
    return { code, response: JSON.parse(stdout) };
  };
  const plan = await call(
    "CreateUsagePlan",
    "--UsagePlanName",
    "cli",
    "--MaxRequestNum",
    "-1",
    "--MaxRequestNumPreSec=5",
  );
  assert.equal(plan.code, 0);
  const { UsagePlanId } = plan.response.Result;
  const key = await call("CreateApiKey", "--SecretName=-dash");
  const { AccessKeyId } = key.response.Result;
  const bound = await call("BindSecretIds", "--UsagePlanId", UsagePlanId, "--AccessKeyIds.0", AccessKeyId);
  assert.deepEqual([bound.code, bound.response.Result], [0, true]);

  const listed = await call("DescribeUsagePlan", "--json", JSON.stringify({ UsagePlanId }));
  assert.deepEqual(listed.response.Result.BindSecretIds, [AccessKeyId]);
  assert.equal(listed.response.Result.MaxRequestNumPreSec, 5);
  const elsewhere = await call("DescribeUsagePlansStatus", "--region", "ap-shanghai");
  assert.equal(elsewhere.response.Result.TotalCount, 0);

  const refused = await call("DescribeUsagePlan", "--UsagePlanId", "usagePlan-00000000");
  assert.deepEqual([refused.code, refused.response.Error.Code], [1, "ResourceNotFound.InvalidUsagePlan"]);
  assert.equal((await call("NoSuchAction")).response.Error.Code, "InvalidAction");
});

test("call says what is missing when it cannot reach the server or its key", async (t) => {
  const turnpike = await startTurnpike(t);
  const tries: readonly (readonly [NodeJS.ProcessEnv, RegExp])[] = [
    [{ ...beside(turnpike), TURNPIKE_MANAGEMENT: "127.0.0.1:1" }, /cannot reach .* is "turnpike up" running\?/],
    [{ ...beside(turnpike), TURNPIKE_DATA: "/no/such/folder" }, /there is no such file; name the data folder with/],
    [{ ...beside(turnpike), TURNPIKE_MANAGEMENT: formatAddress(turnpike.app.gateway) }, /no management API answers at/],
  ];
  for (const [variables, told] of tries) {
    const { code, stdout, stderr } = await runCommand(t, ["call", "DescribeUsagePlansStatus"], variables);
    assert.match(stderr, told);
    assert.match(stderr, /^turnpike: [^\n]+\n$/);
    assert.deepEqual([code, stdout], [1, ""]);
  }
});
