import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { codeOf } from "../outcome.ts";
import { createApi, createService, mockApi } from "../resources.ts";

async function countOutcomes(calls: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const code of await Promise.all(calls.map(codeOf))) counts.set(code, (counts.get(code) ?? 0) + 1);
  return Object.fromEntries(counts);
}

test("of equal APIs created at the same moment one is made", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const calls = Array.from({ length: 12 }, () => client.CreateApi(mockApi(ServiceId)));
  assert.deepEqual(await countOutcomes(calls), { ok: 1, "InvalidParameterValue.InvalidApiRequestConfig": 11 });
  assert.equal((await client.DescribeApisStatus({ ServiceId })).Result?.TotalCount, 1);
});

test("calls at the same moment do not pass the quota together", async (t) => {
  const client = (await startManagement(t, { quotas: { apisPerService: 5 } })).client();
  const ServiceId = await createService(client);
  const calls = Array.from({ length: 12 }, (_, index) =>
    client.CreateApi(mockApi(ServiceId, { RequestConfig: { Path: `/${index}`, Method: "GET" } })),
  );
  assert.deepEqual(await countOutcomes(calls), { ok: 5, "LimitExceeded.ApiCountLimitExceeded": 7 });
});

test("a service is deleted or gets its API, never both", async (t) => {
  const client = (await startManagement(t)).client();
  for (let round = 0; round < 6; round += 1) {
    const ServiceId = await createService(client);
    const [created, deleted] = await Promise.all([
      codeOf(createApi(client, mockApi(ServiceId))),
      codeOf(client.DeleteService({ ServiceId })),
    ]);
    const outcome = `${created} ${deleted}`;
    const allowed = ["ok UnsupportedOperation.ApiListNotEmpty", "ResourceNotFound.InvalidService ok"];
    assert.ok(allowed.includes(outcome), outcome);
  }
});
