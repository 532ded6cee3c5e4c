import { test } from "node:test";
import { startManagement } from "../management.ts";
import { assertPublishedForm } from "../published-form.ts";
import { assertPublishedMembers } from "../published-members.ts";
import { createInstance, instance } from "./resources.ts";

test("replies of the exclusive instance actions have the form of the published ones", async (t) => {
  const client = (await startManagement(t)).client();
  assertPublishedForm("CreateExclusiveInstances", await client.CreateExclusiveInstances(instance));
  const InstanceId = await createInstance(client);
  const page = { Limit: 10, Offset: 0 };
  const detail = await client.DescribeExclusiveInstanceDetail({ InstanceId });
  assertPublishedMembers("DescribeExclusiveInstanceDetail", detail);
  const unlisted = ["ResourceId", "OuterIpList", "InnerIpList", "InstanceChargePrepaid", "UniqVpcId"];
  const status = await client.DescribeExclusiveInstancesStatus(page);
  assertPublishedMembers("DescribeExclusiveInstancesStatus", status, unlisted);
  const list = await client.DescribeExclusiveInstances(page);
  assertPublishedMembers("DescribeExclusiveInstances", list, ["TotalCount", "InstanceSet"]);
  const members = ["Name", "Value", "Default", "Unit", "Type", "Minimum", "Maximum", "ModifedTime"];
  const unlistedParameters = [...members, "ValueString", "DefaultValueString", "Range"];
  const modified = await client.ModifyExclusiveInstance({ InstanceId });
  assertPublishedMembers("ModifyExclusiveInstance", modified, unlistedParameters);
  assertPublishedForm("DescribeExclusiveInstanceRegions", await client.DescribeExclusiveInstanceRegions());
  assertPublishedForm("DescribeInstancesNetworkConfig", await client.DescribeInstancesNetworkConfig({}));
});
