import type { CustomDomain, PathMapping } from "../../../model/custom-domain.ts";
import { findMappingFault, isWithinDomain, type MappingFault } from "../../../model/custom-domain-rules.ts";
import type { Service } from "../../../model/service.ts";
import type { Call, Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { ErrorCode } from "../../contract/generated/contract.ts";
import type { BindSubDomainRequest } from "../../contract/generated/types.ts";
import { loadService } from "../service/load.ts";
import { type CertificateCodes, checkCertificate, checkForcedHttps } from "./check-certificate.ts";
import { readDomainName } from "./load.ts";
import { netSubDomain } from "./net-sub-domain.ts";
import { describeFault, toMappings } from "./path-mappings.ts";

const certificateCodes: CertificateCodes = {
  missing: "FailedOperation.CertificateIsNull",
  unknown: "FailedOperation.CertificateIdError",
  unreadable: "FailedOperation.CertificateIdInfoError",
  expired: "FailedOperation.CertificateIdExpired",
  unfit: "FailedOperation.CertificateIdVerifyFail",
};

const mappingCodes: Readonly<Record<MappingFault["rule"], ErrorCode>> = {
  empty: "FailedOperation.DefineMappingNotNull",
  "too-many": "LimitExceeded.ExceededDefineMappingLimit",
  path: "FailedOperation.DefineMappingPathError",
  repeated: "FailedOperation.DefineMappingParamRepeat",
};

/** In force at once, without a release. */
export const bindSubDomain: Handler<"BindSubDomain"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  const name = readDomainName(input.SubDomain);
  const target = checkNetSubDomain(call, service, input);
  await checkName(call, service, name);
  await checkQuota(call, service);

  const domain: CustomDomain = {
    ...call.scope,
    name,
    serviceId: service.id,
    protocol: input.Protocol,
    netType: input.NetType,
    certificateId: input.CertificateId || null,
    isForcedHttps: input.IsForcedHttps,
    mappings: readMappings(call, input),
    createdAt: call.now,
    modifiedAt: call.now,
  };
  await checkCertificate(call, domain, certificateCodes);
  checkForcedHttps(domain);
  await checkAlias(call, name, target);
  await call.tx.customDomains.insert(domain);
  return {};
};

function checkNetSubDomain(call: Call, service: Service, { NetType, NetSubDomain }: BindSubDomainRequest): string {
  const target = netSubDomain(call, service, NetType);
  if (target !== undefined && NetSubDomain.trim().toLowerCase() === target) return target;
  const expected = target === undefined ? "of which it has none" : `\`${target}\``;
  const message = `The parameter \`NetSubDomain\` must be the service's default domain for the net type ${NetType}, ${expected}.`;
  throw new ApiError("FailedOperation.NetSubDomainError", message);
}

async function checkName(call: Call, service: Service, name: string): Promise<void> {
  const bound = await call.tx.customDomains.findAnywhere(name);
  if (bound?.serviceId === service.id) {
    const message = `The domain \`${name}\` is bound to this service already.`;
    throw new ApiError("FailedOperation.DomainAlreadyBindService", message);
  }
  if (bound !== undefined) {
    const message = `The domain \`${name}\` is bound to another service.`;
    throw new ApiError("FailedOperation.DomainAlreadyBindOtherService", message);
  }
  // A default domain of another service must not be taken over.
  if (isWithinDomain(name, call.settings.domain)) {
    const message = `Domains within \`${call.settings.domain}\` belong to the gateway itself.`;
    throw new ApiError("FailedOperation.DomainInBlackList", message);
  }
}

async function checkQuota(call: Call, service: Service): Promise<void> {
  const limit = call.settings.quotas.customDomainsPerService;
  if ((await call.tx.customDomains.count(service.id)) < limit) return;
  throw new ApiError("LimitExceeded.ExceededDomainLimit", `A service can have at most ${limit} custom domains.`);
}

/** A set sent along with the default mapping is not used: the published example does so. */
function readMappings({ settings }: Call, input: BindSubDomainRequest): readonly PathMapping[] | null {
  if (input.IsDefaultMapping) return null;
  const mappings = toMappings(input.PathMappingSet ?? []);
  const limit = settings.quotas.pathMappingsPerDomain;
  const fault = findMappingFault(mappings, limit);
  if (fault !== undefined) throw new ApiError(mappingCodes[fault.rule], describeFault(fault, limit));
  return mappings;
}

/** Last, so that clients who wait for their DNS know that everything else is right. */
async function checkAlias(call: Call, name: string, target: string): Promise<void> {
  const { isAliasOf } = call.surroundings;
  if (isAliasOf === null || (await isAliasOf(name, target))) return;
  const message = `The domain \`${name}\` has no CNAME record to \`${target}\`.`;
  throw new ApiError("FailedOperation.DomainResolveError", message);
}
