import type { CustomDomain, PathMapping } from "../../../model/custom-domain.ts";
import { findMappingFault } from "../../../model/custom-domain-rules.ts";
import type { NetType, Service } from "../../../model/service.ts";
import type { Call, Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { ModifySubDomainRequest } from "../../contract/generated/types.ts";
import { loadService } from "../service/load.ts";
import { type CertificateCodes, checkCertificate, checkForcedHttps } from "./check-certificate.ts";
import { loadDomain, readDomainName } from "./load.ts";
import { describeFault, toMappings } from "./path-mappings.ts";

/** This action lists two codes about certificates. */
const certificateCodes: CertificateCodes = {
  missing: "FailedOperation.CertificateIdBindError",
  unknown: "FailedOperation.CertificateIdError",
  unreadable: "FailedOperation.CertificateIdBindError",
  expired: "FailedOperation.CertificateIdBindError",
  unfit: "FailedOperation.CertificateIdBindError",
};

/** Changes what is sent and keeps the rest; a set of mappings replaces the old one. In force at once. */
export const modifySubDomain: Handler<"ModifySubDomain"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  const domain = await loadDomain(call, service.id, readDomainName(input.SubDomain), "FailedOperation.ServiceError");
  const changed: CustomDomain = {
    ...domain,
    protocol: input.Protocol ?? domain.protocol,
    netType: changedNetType(service, domain, input.NetType),
    certificateId: input.CertificateId === undefined ? domain.certificateId : input.CertificateId || null,
    isForcedHttps: input.IsForcedHttps ?? domain.isForcedHttps,
    mappings: changedMappings(call, domain, input),
    modifiedAt: call.now,
  };
  await checkCertificate(call, changed, certificateCodes);
  checkForcedHttps(changed);
  await call.tx.customDomains.update(changed);
  return { Result: true };
};

function changedNetType(service: Service, domain: CustomDomain, netType: NetType | undefined): NetType {
  if (netType === undefined || netType === domain.netType || service.netTypes.includes(netType)) {
    return netType ?? domain.netType;
  }
  throw new ApiError("InvalidParameter.FormatError", `The service does not have the net type ${netType}.`);
}

function changedMappings(
  { settings }: Call,
  domain: CustomDomain,
  { IsDefaultMapping, PathMappingSet }: ModifySubDomainRequest,
): readonly PathMapping[] | null {
  if (IsDefaultMapping) {
    if (domain.mappings !== null || PathMappingSet === undefined || PathMappingSet.length === 0) return null;
    const message = "The domain uses the default mapping; send `IsDefaultMapping` false to map paths.";
    throw new ApiError("FailedOperation.SetCustomPathMappingError", message);
  }
  if (PathMappingSet === undefined && domain.mappings !== null) return domain.mappings;
  const mappings = toMappings(PathMappingSet ?? []);
  const limit = settings.quotas.pathMappingsPerDomain;
  const fault = findMappingFault(mappings, limit);
  if (fault !== undefined) throw new ApiError("FailedOperation.PathMappingSetError", describeFault(fault, limit));
  return mappings;
}
