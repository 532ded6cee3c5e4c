import type { Api } from "../../../model/api.ts";
import { type EnvironmentName, isEnvironmentName } from "../../../model/environment.ts";
import type { ApiFilter } from "../../../store/api-repository.ts";
import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { DescribeApisStatusResultApiIdStatusSetInfo, Filter } from "../../contract/generated/types.ts";
import { quote } from "../../contract/quote.ts";
import { filterValues } from "../filter-values.ts";
import { loadService } from "../service/load.ts";
import { businessApisOfMany } from "./oauth.ts";
import { type BusinessApis, toWireApiListMembers } from "./wire.ts";

export const describeApisStatus: Handler<"DescribeApisStatus"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  const filter = apiFilter(input.Filters);
  const page = { offset: input.Offset, limit: input.Limit };
  const { total, items } = await call.tx.apis.list(call.scope, service.id, filter, page);
  const businessApis = await businessApisOfMany(call, items);
  return { Result: { TotalCount: total, ApiIdStatusSet: items.map((api) => toWireApiStatus(api, businessApis)) } };
};

function apiFilter(filters: readonly Filter[] | undefined): ApiFilter {
  const planIds = filterValues(filters, "NotUsagePlanId");
  const environments = filterValues(filters, "Environment").map(environmentName);
  return {
    ids: filterValues(filters, "ApiId"),
    nameContains: filterValues(filters, "ApiName"),
    pathContains: filterValues(filters, "ApiPath"),
    apiTypes: filterValues(filters, "ApiType"),
    authTypes: filterValues(filters, "AuthType"),
    businessTypes: [...filterValues(filters, "ApiBuniessType"), ...filterValues(filters, "ApiBusinessType")],
    authorizationApiIds: filterValues(filters, "AuthRelationApiId"),
    tags: filterValues(filters, "Tags"),
    tagKeys: filterValues(filters, "TagKeys"),
    ...(planIds.length === 0 ? {} : { notBoundTo: { planIds, environments } }),
  };
}

function environmentName(value: string): EnvironmentName {
  if (isEnvironmentName(value)) return value;
  const message = `The filter \`Environment\` is \`${quote(value)}\`, but must be one of test, prepub, release.`;
  throw new ApiError("InvalidParameter.FormatError", message);
}

function toWireApiStatus(api: Api, businessApis: BusinessApis): Required<DescribeApisStatusResultApiIdStatusSetInfo> {
  return {
    ...toWireApiListMembers(api, businessApis),
    // A number of the hosted product's first networks; -1 is none.
    VpcId: -1,
    Tags: api.tags.map((tag) => ({ Key: tag.key, Value: tag.value })),
  };
}
