import assert from "node:assert/strict";
import { test } from "node:test";
import { startTurnpike } from "../../harness/turnpike.ts";
import { createService } from "../resources.ts";
import { bindToApis, createApiAt, createKey, createPlanWith } from "./resources.ts";

// Lists of bindings read the quota ledger as well. With more of them at once than the store has readers, none may wait
// for a reader that another holds.
test("many lists of bindings at once are all answered", async (t) => {
  const client = (await startTurnpike(t)).client();
  const ServiceId = await createService(client);
  const UsagePlanId = await createPlanWith(client, await createKey(client));
  await bindToApis(client, [UsagePlanId], ServiceId, [await createApiAt(client, ServiceId, "/a")]);
  const lists = Array.from({ length: 20 }, async (_, index) =>
    index % 2 === 0
      ? (await client.DescribeApiUsagePlan({ ServiceId })).Result?.TotalCount
      : (await client.DescribeUsagePlanEnvironments({ UsagePlanId, BindType: "API" })).Result?.TotalCount,
  );
  assert.deepEqual(new Set(await Promise.all(lists)), new Set([1]));
});
