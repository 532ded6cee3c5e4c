import type { Client } from "../../management.ts";
import { present } from "../../outcome.ts";
import { createReleased } from "../../plugin/resources.ts";
import { type ModifyApiParams, mockApi } from "../../resources.ts";

export async function callIpStrategyActions(client: Client): Promise<void> {
  const { ServiceId, ApiIds, first: ApiId } = await createReleased(client, "/a");
  const TagSpecifications = { Key: "team", Value: "shop" };
  await client.ModifyApi({ ...mockApi(ServiceId), ApiId, TagSpecifications } as ModifyApiParams);
  const { Result } = await client.CreateIPStrategy({
    ServiceId,
    StrategyName: "auto_CreateAndUpdateIPStrategy_Test_eldFAThl",
    StrategyType: "WHITE",
    StrategyData: "1.1.1.1\n2.2.2.2",
  });
  const own = { ServiceId, StrategyId: present(Result?.StrategyId) };
  await client.ModifyIPStrategy({ ...own, StrategyData: "3.3.3.3" });
  const place = { ...own, EnvironmentName: "release" };
  await client.DescribeIPStrategyApisStatus(place);
  await client.BindIPStrategy({ ...place, BindApiIds: ApiIds });
  await client.DescribeIPStrategysStatus({ ServiceId });
  await client.DescribeIPStrategy({ ...own, EnvironmentName: "test" });
  await client.DescribeIPStrategy(own);
  await client.UnBindIPStrategy({ ...place, UnBindApiIds: ApiIds });
  await client.DeleteIPStrategy(own);
}
