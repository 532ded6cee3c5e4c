import type { Handler } from "../../action.ts";
import { filterValues } from "../filter-values.ts";
import { toWireBinding } from "./wire.ts";

/** The APIs an app of the account may call, whosever they are. No code is listed for an unknown app: it has none. */
export const describeApiAppBindApisStatus: Handler<"DescribeApiAppBindApisStatus"> = async (call, input) => {
  const app = await call.tx.apiApps.find(call.scope, input.ApiAppId);
  if (app === undefined) return { Result: { TotalCount: 0, ApiAppApiSet: [] } };
  const filter = {
    apiAppId: app.id,
    apiIds: filterValues(input.Filters, "ApiId"),
    apiNameContains: filterValues(input.Filters, "ApiName"),
    serviceIds: filterValues(input.Filters, "ServiceId"),
    environments: filterValues(input.Filters, "Environment"),
    keywords: { of: "api", texts: filterValues(input.Filters, "KeyWord") },
  } as const;
  const { total, items } = await call.tx.appBindings.list(filter, { offset: input.Offset, limit: input.Limit });
  return { Result: { TotalCount: total, ApiAppApiSet: items.map(toWireBinding) } };
};

/** The apps that may call APIs of the account, whosever they are. An unknown service or API has none. */
export const describeApiBindApiAppsStatus: Handler<"DescribeApiBindApiAppsStatus"> = async (call, input) => {
  const service = await call.tx.services.find(call.scope, input.ServiceId);
  if (service === undefined) return { Result: { TotalCount: 0, ApiAppApiSet: [] } };
  const filter = {
    serviceId: service.id,
    apiIds: input.ApiIds,
    apiAppIds: filterValues(input.Filters, "ApiAppId"),
    environments: filterValues(input.Filters, "Environment"),
    keywords: { of: "app", texts: filterValues(input.Filters, "KeyWord") },
  } as const;
  const { total, items } = await call.tx.appBindings.list(filter, { offset: input.Offset, limit: input.Limit });
  return { Result: { TotalCount: total, ApiAppApiSet: items.map(toWireBinding) } };
};
