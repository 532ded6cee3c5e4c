import type { CustomDomain } from "../../../model/custom-domain.ts";
import type { Service } from "../../../model/service.ts";
import type { Call, Handler } from "../../action.ts";
import type { DomainSetList } from "../../contract/generated/types.ts";
import { loadService } from "../service/load.ts";
import { loadDomain } from "./load.ts";
import { netSubDomain } from "./net-sub-domain.ts";

export const describeServiceSubDomains: Handler<"DescribeServiceSubDomains"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  const page = { offset: input.Offset, limit: input.Limit };
  const { total, items } = await call.tx.customDomains.list(service.id, page);
  const domains = await Promise.all(items.map((domain) => toWireDomain(call, service, domain)));
  return { Result: { TotalCount: total, DomainSet: domains } };
};

export const describeServiceSubDomainMappings: Handler<"DescribeServiceSubDomainMappings"> = async (call, input) => {
  const { id } = await loadService(call, input.ServiceId);
  const { mappings } = await loadDomain(call, id, input.SubDomain, "FailedOperation.ServiceError");
  const set = (mappings ?? []).map(({ path, environment }) => ({ Path: path, Environment: environment }));
  return { Result: { IsDefaultMapping: mappings === null, PathMappingSet: set } };
};

async function toWireDomain(call: Call, service: Service, domain: CustomDomain): Promise<DomainSetList> {
  return {
    DomainName: domain.name,
    Status: (await isResolved(call, service, domain)) ? 1 : 0,
    CertificateId: domain.certificateId ?? "",
    IsDefaultMapping: domain.mappings === null,
    Protocol: domain.protocol,
    NetType: domain.netType,
    IsForcedHttps: domain.isForcedHttps,
    // A legal state of the hosted product.
    RegistrationStatus: true,
  };
}

/** Where the DNS is not checked, a domain is taken to lead here: callers who reach us by it prove so. */
async function isResolved(call: Call, service: Service, { name, netType }: CustomDomain): Promise<boolean> {
  const { isAliasOf } = call.surroundings;
  const target = netSubDomain(call, service, netType);
  return isAliasOf === null || target === undefined || isAliasOf(name, target);
}
