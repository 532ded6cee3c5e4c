import type { Handler } from "../../action.ts";
import { filterValues } from "../filter-values.ts";
import { isoTime } from "../iso-time.ts";
import { loadUpstream } from "./load.ts";
import { toWireListedUpstream } from "./wire.ts";

export const describeUpstreams: Handler<"DescribeUpstreams"> = async (call, { Offset, Limit, Filters }) => {
  const filter = { ids: filterValues(Filters, "UpstreamId"), nameContains: filterValues(Filters, "UpstreamName") };
  const page = { offset: Offset, limit: Limit };
  const { total, items } = await call.tx.upstreams.list(call.scope, filter, page);
  return { Result: { TotalCount: total, UpstreamSet: items.map(toWireListedUpstream) } };
};

export const describeUpstreamBindApis: Handler<"DescribeUpstreamBindApis"> = async (call, input) => {
  const { id } = await loadUpstream(call, input.UpstreamId);
  const filter = {
    serviceIds: filterValues(input.Filters, "ServiceId"),
    apiIds: filterValues(input.Filters, "ApiId"),
  };
  const page = { offset: input.Offset, limit: input.Limit };
  const { total, items } = await call.tx.upstreams.listUses(id, filter, page);
  return {
    Result: {
      TotalCount: total,
      BindApiSet: items.map((use) => ({
        ApiId: use.apiId,
        ServiceId: use.serviceId,
        ApiName: use.apiName,
        ServiceName: use.serviceName,
        BindTime: isoTime(use.since),
      })),
    },
  };
};
