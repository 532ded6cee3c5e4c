import type { ApiKeyFilter } from "../../../store/api-key-repository.ts";
import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { Filter } from "../../contract/generated/types.ts";
import { quote } from "../../contract/quote.ts";
import { filterValues } from "../filter-values.ts";
import { loadApiKey } from "./load.ts";
import { toWireApiKey } from "./wire.ts";

export const describeApiKey: Handler<"DescribeApiKey"> = async (call, input) => {
  return { Result: toWireApiKey(await loadApiKey(call, input.AccessKeyId)) };
};

export const describeApiKeysStatus: Handler<"DescribeApiKeysStatus"> = async (call, input) => {
  const page = { offset: input.Offset, limit: input.Limit };
  const { total, items } = await call.tx.apiKeys.list(call.scope, toFilter(input.Filters), page);
  return { Result: { TotalCount: total, ApiKeySet: items.map(toWireApiKey) } };
};

function toFilter(filters: readonly Filter[] | undefined): ApiKeyFilter {
  return {
    ids: filterValues(filters, "AccessKeyId"),
    secrets: filterValues(filters, "AccessKeySecret"),
    nameContains: filterValues(filters, "SecretName"),
    notInPlans: filterValues(filters, "NotUsagePlanId"),
    isEnabled: filterValues(filters, "Status").map(fromWireStatus),
    keywords: filterValues(filters, "KeyWord"),
  };
}

function fromWireStatus(text: string): boolean {
  if (text === "1") return true;
  if (text === "0") return false;
  const message = `The filter \`Status\` takes \`0\` (disabled) or \`1\` (enabled), not \`${quote(text)}\`.`;
  throw new ApiError("InvalidParameterValue", message);
}
