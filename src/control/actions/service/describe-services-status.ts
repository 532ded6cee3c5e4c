import { type EnvironmentName, isEnvironmentName } from "../../../model/environment.ts";
import type { ServiceFilter } from "../../../store/service-repository.ts";
import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { Filter, Service as ServiceItem } from "../../contract/generated/types.ts";
import { quote } from "../../contract/quote.ts";
import { filterValues } from "../filter-values.ts";
import { innerDomain, outerDomain, serviceMembers } from "./wire.ts";

export const describeServicesStatus: Handler<"DescribeServicesStatus"> = async (call, input) => {
  // No service has an EIAM application.
  if (filterValues(input.Filters, "EIAMAppId").length > 0) return { Result: { TotalCount: 0, ServiceSet: [] } };
  const page = { offset: input.Offset, limit: input.Limit };
  const { total, items } = await call.tx.services.list(call.scope, serviceFilter(input.Filters), page);
  const running = await call.tx.releases.runningOfMany(items.map((service) => service.id));
  const set = items.map(
    (service): Required<ServiceItem> => ({
      ...serviceMembers(service, running.get(service.id) ?? []),
      OuterSubDomain: outerDomain(service, call.settings.domain),
      InnerSubDomain: innerDomain(service, call.settings.domain),
      ExclusiveSetName: null,
      // A state of the hosted product's billing; 0 is the ordinary one.
      TradeIsolateStatus: 0,
    }),
  );
  return { Result: { TotalCount: total, ServiceSet: set } };
};

function serviceFilter(filters: readonly Filter[] | undefined): ServiceFilter {
  const planIds = filterValues(filters, "NotUsagePlanId");
  const environments = filterValues(filters, "Environment").map(environmentName);
  return {
    ids: filterValues(filters, "ServiceId"),
    nameContains: filterValues(filters, "ServiceName"),
    ipVersions: filterValues(filters, "IpVersion"),
    instanceIds: filterValues(filters, "InstanceId"),
    netTypes: filterValues(filters, "NetType"),
    // By itself `Environment` asks where a service is released; beside a plan it says where the plan is not bound.
    ...(planIds.length === 0 ? { releasedIn: environments } : { notBoundTo: { planIds, environments } }),
  };
}

function environmentName(value: string): EnvironmentName {
  if (isEnvironmentName(value)) return value;
  const message = `The filter \`Environment\` is \`${quote(value)}\`, but must be one of test, prepub, release.`;
  throw new ApiError("InvalidParameter", message);
}
