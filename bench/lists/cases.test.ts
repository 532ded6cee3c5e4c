import assert from "node:assert/strict";
import { test } from "node:test";
import { actions } from "../../src/control/contract/generated/contract.ts";
import { fixedLists, listCases } from "./cases.ts";
import { logSearches, wholeLists } from "./unpaged.ts";

test("every action with pages, and each filter it names, is measured", () => {
  for (const [action, { input }] of Object.entries(actions)) {
    const own = listCases.filter((listCase) => listCase.action === action);
    if (input.some(({ name }) => name === "Limit")) {
      const isOther = [...logSearches(1), ...wholeLists].some((call) => call.action === action);
      assert.ok(own.length > 0 || isOther || fixedLists.some((fixed) => fixed === action), action);
    }
    const filters = JSON.stringify(own.map((listCase) => listCase.filters));
    for (const name of input.flatMap((member) => (own.length > 0 ? (member.filterNames ?? []) : []))) {
      assert.ok(filters.includes(`{"Name":"${name}",`), `${action}: ${name}`);
    }
  }
});
