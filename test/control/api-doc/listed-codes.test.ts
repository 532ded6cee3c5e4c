import assert from "node:assert/strict";
import { test } from "node:test";
import { assertListedCodes, noteCodes } from "../listed-codes.ts";
import { startManagement } from "../management.ts";
import { createDoc, createReleased } from "./resources.ts";

test("every code listed for an action of API documents occurs, or there is a reason", async (t) => {
  const client = (await startManagement(t, { quotas: { apiDocs: 1 } })).client();
  const answered = new Map<string, Set<string>>();
  const faulty = noteCodes(client, answered);
  const released = await createReleased(client);
  const request = { ApiDocName: "Shop", Environment: "release", ...released };
  const faults = [
    { ServiceId: "service-unknown0" },
    { ApiIds: ["api-unknown0"] },
    { ApiIds: [] },
    { Environment: "test" },
    { Environment: "production" },
    { ApiDocName: "" },
  ];
  const many = { ApiIds: Array.from({ length: 101 }, (_, index) => `api-${index}`) };
  await faulty("CreateAPIDoc", request, ...faults, many, { ApiDocName: undefined }, { ApiDocName: 1 });
  const ApiDocId = await createDoc(client, released.ServiceId, released.ApiIds);
  await faulty("CreateAPIDoc", request, {});
  const unknown = { ApiDocId: "apidoc-unknown0" };
  await faulty("ModifyAPIDoc", { ...request, ApiDocId }, unknown, ...faults);
  await faulty("DescribeAPIDocDetail", {}, unknown);
  await faulty("DescribeAPIDocs", {}, { Limit: "x" });
  await faulty("ResetAPIDocPassword", {}, unknown);
  await faulty("DeleteAPIDoc", {}, unknown, {}, { ...unknown, Nope: 1 }, { ApiDocId: 1 });
  await client.UnReleaseService({ ServiceId: released.ServiceId, EnvironmentName: "release" });
  await faulty("BuildAPIDoc", { ApiDocId }, unknown, {});
  assertListedCodes(answered);
  assert.equal(answered.size, 7);
});
