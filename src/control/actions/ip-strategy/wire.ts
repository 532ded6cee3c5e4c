import type { Api } from "../../../model/api.ts";
import type { IpStrategy } from "../../../model/ip-strategy.ts";
import type { DesApisStatus, IPStrategy } from "../../contract/generated/types.ts";
import { type BusinessApis, toWireApiListMembers } from "../api/wire.ts";
import { isoTime } from "../iso-time.ts";

/** A new strategy's reply says nothing of APIs. */
export function toWireIpStrategy(
  strategy: IpStrategy,
  bound?: { readonly total: number; readonly apis: readonly DesApisStatus[] },
): IPStrategy {
  return {
    StrategyId: strategy.id,
    StrategyName: strategy.name,
    StrategyType: strategy.type,
    StrategyData: strategy.data,
    CreatedTime: isoTime(strategy.createdAt),
    ModifiedTime: isoTime(strategy.modifiedAt),
    ServiceId: strategy.serviceId,
    BindApiTotalCount: bound?.total ?? null,
    BindApis: bound?.apis ?? null,
  };
}

/** Tags are plain texts here, other than in every other list of APIs. */
export function toWireBoundApi(api: Api, businessApis: BusinessApis): DesApisStatus {
  return {
    ...toWireApiListMembers(api, businessApis),
    VpcId: -1,
    Tags: api.tags.map(({ key, value }) => `${key}:${value}`),
  };
}
