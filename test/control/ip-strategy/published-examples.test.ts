import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present } from "../outcome.ts";
import { createReleased } from "../plugin/resources.ts";
import { assertPublishedForm } from "../published-form.ts";
import { assertPublishedMembers } from "../published-members.ts";

test("the published IP strategy requests are answered in the published form", async (t) => {
  const client = (await startManagement(t)).client();
  const { ServiceId, ApiIds } = await createReleased(client, "/a");
  const created = await client.CreateIPStrategy({
    ServiceId,
    StrategyName: "auto_CreateAndUpdateIPStrategy_Test_eldFAThl",
    StrategyType: "WHITE",
    StrategyData: "1.1.1.1\n2.2.2.2",
  });
  assertPublishedForm("CreateIPStrategy", created);
  const own = { ServiceId, StrategyId: present(created.Result?.StrategyId) };
  assertPublishedForm("ModifyIPStrategy", await client.ModifyIPStrategy({ ...own, StrategyData: "3.3.3.3" }));
  const place = { ...own, EnvironmentName: "release" };
  assertPublishedForm("DescribeIPStrategyApisStatus", await client.DescribeIPStrategyApisStatus(place));
  assertPublishedForm("BindIPStrategy", await client.BindIPStrategy({ ...place, BindApiIds: ApiIds }));
  const { Result } = await client.DescribeIPStrategysStatus({ ServiceId });
  assert.equal(Result?.StrategySet?.[0]?.BindApis?.length, 1);
  assertPublishedMembers("DescribeIPStrategysStatus", await client.DescribeIPStrategysStatus({ ServiceId }));
  const inTest = { ...own, EnvironmentName: "test" };
  assertPublishedForm("DescribeIPStrategy", await client.DescribeIPStrategy(inTest));
  assertPublishedForm("UnBindIPStrategy", await client.UnBindIPStrategy({ ...place, UnBindApiIds: ApiIds }));
  assertPublishedForm("DeleteIPStrategy", await client.DeleteIPStrategy(own));
});
