import type { Handler } from "../../action.ts";
import { filterValues } from "../filter-values.ts";
import { loadAnyApp } from "./load.ts";
import { toPublicApp, toWireApp } from "./wire.ts";

export const describeApiAppsStatus: Handler<"DescribeApiAppsStatus"> = async (call, input) => {
  const filter = {
    ids: filterValues(input.Filters, "ApiAppId"),
    nameContains: filterValues(input.Filters, "ApiAppName"),
    keywords: filterValues(input.Filters, "KeyWord"),
  };
  const page = { offset: input.Offset, limit: input.Limit };
  const { total, items } = await call.tx.apiApps.list(call.scope, filter, page);
  return { Result: { TotalCount: total, ApiAppSet: items.map(toWireApp) } };
};

/** What the owner of an API looks up before he binds somebody else's app: it tells neither key nor secret. */
export const describeApiApp: Handler<"DescribeApiApp"> = async (call, input) => {
  const app = await loadAnyApp(call, input.ApiAppId);
  return { Result: { TotalCount: 1, ApiAppSet: [toPublicApp(app)] } };
};
