import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "./management.ts";
import { codeOf } from "./outcome.ts";

function named(Name: string, count: number) {
  return { Name, Values: Array.from({ length: count }, (_, i) => `${Name}${i}`) };
}

test("a list takes many filter values, and refuses more than its query could hold", async (t) => {
  const client = (await startManagement(t)).client();
  const lists = [
    ["DescribeServicesStatus", "ServiceName"],
    ["DescribeUsagePlansStatus", "UsagePlanName"],
    ["DescribeApiKeysStatus", "KeyWord"],
  ] as const;
  for (const [action, name] of lists) {
    const call = (...Filters: readonly ReturnType<typeof named>[]) => codeOf(client.request(action, { Filters }));
    assert.equal(await call(named(name, 300), named(name, 200)), "ok", action);
    assert.equal(await call(named(name, 1000)), "InvalidParameterValue", action);
    assert.equal(await call(named(name, 300), named(name, 201)), "InvalidParameterValue", action);
  }
});
