import assert from "node:assert/strict";
import { test } from "node:test";
import { assertListedCodes, noteCodes } from "../listed-codes.ts";
import { startManagement } from "../management.ts";
import { createReleased } from "../plugin/resources.ts";
import { createStrategy } from "./resources.ts";

test("every code listed for an action of IP strategies occurs, or there is a reason", async (t) => {
  const client = (await startManagement(t, { quotas: { ipStrategiesPerService: 2 } })).client();
  const answered = new Map<string, Set<string>>();
  const faulty = noteCodes(client, answered);
  const { ServiceId, ApiIds } = await createReleased(client, "/a");
  const StrategyId = await createStrategy(client, ServiceId);
  const other = await createStrategy(client, ServiceId);
  const unknownService = { ServiceId: "service-unknown0" };
  const unknownStrategy = { StrategyId: "IPStrategy-unknown0" };
  const badPage = { Limit: 101 };
  const badFilter = { Filters: [{ Name: "Nope", Values: ["x"] }] };
  const badEnvironment = { EnvironmentName: "production" };

  const strategy = { ServiceId, StrategyName: "s", StrategyType: "WHITE", StrategyData: "1.1.1.1" };
  await faulty("CreateIPStrategy", strategy, {}, unknownService, { StrategyData: "x" });
  const own = { ServiceId, StrategyId };
  const place = { ...own, EnvironmentName: "release" };
  const bind = { ...place, BindApiIds: ApiIds };
  await client.BindIPStrategy({ ...bind, StrategyId: other });
  await faulty(
    "BindIPStrategy",
    bind,
    {},
    { EnvironmentName: "test" },
    { BindApiIds: ["api-unknown0"] },
    unknownStrategy,
  );
  await faulty("ModifyIPStrategy", { ...own, StrategyData: "1.1.1.1" }, unknownStrategy, { StrategyData: "x" });
  await faulty("DeleteIPStrategy", own, unknownStrategy);
  await faulty("DescribeIPStrategy", own, unknownStrategy, unknownService, badPage, badFilter);
  await faulty("DescribeIPStrategyApisStatus", place, unknownStrategy, badPage, badEnvironment);
  const tooManyFilters = { Filters: Array.from({ length: 1001 }, () => ({ Name: "StrategyName", Values: [] })) };
  await faulty("DescribeIPStrategysStatus", { ServiceId }, unknownService, badFilter, tooManyFilters);
  await faulty("UnBindIPStrategy", { ...place, UnBindApiIds: ApiIds }, unknownStrategy, { UnBindApiIds: [] });

  assertListedCodes(answered);
  assert.equal(answered.size, 8);
});
