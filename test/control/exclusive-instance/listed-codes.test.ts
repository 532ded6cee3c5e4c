import assert from "node:assert/strict";
import { test } from "node:test";
import { assertListedCodes, noteCodes } from "../listed-codes.ts";
import { startManagement } from "../management.ts";
import { createInstance, instance } from "./resources.ts";

test("every code listed for an action of exclusive instances occurs, or there is a reason", async (t) => {
  const client = (await startManagement(t)).client();
  const answered = new Map<string, Set<string>>();
  const faulty = noteCodes(client, answered);
  const InstanceId = await createInstance(client);
  const unknown = { InstanceId: "instance-unknown0" };
  const page = { Limit: 10, Offset: 0 };
  const badFilter = { Filters: [{ Name: "Nope", Values: ["x"] }] };
  const parameter = (Name: string, Value: string) => ({ Parameters: [{ Name, Value }] });

  await faulty(
    "CreateExclusiveInstances",
    instance,
    { Zones: [] },
    { InstanceType: "platinum" },
    { PayMode: "PREPAID" },
    { PayMode: "PREPAID", Period: 0, AutoRenewFlag: "NOTIFY_AND_AUTO_RENEW" },
  );
  await faulty("DescribeExclusiveInstanceDetail", {}, unknown);
  await faulty("DescribeExclusiveInstanceRegions", {}, { Nope: 1 });
  await faulty("DescribeExclusiveInstances", page, badFilter, { Limit: undefined });
  await faulty("DescribeExclusiveInstancesStatus", page, badFilter, { Limit: 101 });
  await faulty("DescribeInstancesNetworkConfig", {}, { Limit: 101 });
  await faulty(
    "ModifyExclusiveInstance",
    { InstanceId },
    unknown,
    { InstanceId: undefined },
    { InstanceName: 1 },
    parameter("Nope", "1"),
    parameter("ApiRequestNumPreSec", "0"),
    parameter("ApiRequestNumPreSec", "50001"),
    parameter("ServiceRequestNumPreSec", "many"),
  );
  assertListedCodes(answered);
  assert.equal(answered.size, 7);
});
