import assert from "node:assert/strict";
import { test } from "node:test";
import type { Member } from "../../src/control/contract/contract-shape.ts";
import { actions } from "../../src/control/contract/generated/contract.ts";
import { startManagement } from "./management.ts";
import { codeOf } from "./outcome.ts";
import { threeOfEach } from "./three-of-each.ts";

/** These have a limit, but nothing to list or a cursor in place of an offset. */
const unpaged = ["DescribeInstancesNetworkConfig", "DescribeLogSearch"];

test("every list has twenty rows unless asked otherwise, but for four that must be asked", () => {
  const mustBeAsked: string[] = [];
  for (const [action, { input }] of Object.entries(actions)) {
    const members: readonly Member[] = input;
    const limit = members.find(({ name }) => name === "Limit");
    const offset = members.find(({ name }) => name === "Offset");
    if (limit?.required && offset?.required) mustBeAsked.push(action);
    else assert.deepEqual([limit?.default ?? 20, offset?.default ?? 0], [20, 0], action);
  }
  const upstreams = ["DescribeUpstreamBindApis", "DescribeUpstreams"];
  assert.deepEqual(mustBeAsked, ["DescribeExclusiveInstances", "DescribeExclusiveInstancesStatus", ...upstreams]);
});

test("every list is read page by page with the count of all rows, and takes no unsound page", async (t) => {
  const client = (await startManagement(t)).client();
  const lists = await threeOfEach(client);
  const paged = Object.entries(actions).filter(([, { input }]) => input.some(({ name }) => name === "Limit"));
  const names = paged.map(([name]) => name).filter((name) => !unpaged.includes(name));
  assert.deepEqual(Object.keys(lists).toSorted(), names.toSorted());

  for (const [action, { request, rows, count = "TotalCount" }] of Object.entries(lists)) {
    const page = async (Offset: number, Limit: number): Promise<unknown[]> => {
      const { Result } = await client.request(action, { ...request, Offset, Limit });
      assert.equal(Result[count], 3, `${count} of ${action} from ${Offset}`);
      return Result[rows];
    };
    const all = await page(0, 100);
    assert.equal(new Set(all.map((row) => JSON.stringify(row))).size, 3, action);
    assert.deepEqual([...(await page(0, 2)), ...(await page(2, 2))], all, `pages of ${action}`);
    for (const none of [await page(3, 1), await page(0, 0)]) assert.deepEqual(none, [], `no rows of ${action}`);
    for (const unsound of [{ Limit: 101 }, { Limit: -1 }, { Offset: -1 }]) {
      const call = client.request(action, { Offset: 0, Limit: 1, ...request, ...unsound });
      assert.match(await codeOf(call), /^InvalidParameter/, `${action} with ${JSON.stringify(unsound)}`);
    }
  }
});
