import { defaultDomain } from "../../../model/domain.ts";
import { environmentNames } from "../../../model/environment.ts";
import type { RunningVersion } from "../../../model/release.ts";
import type { Service } from "../../../model/service.ts";
import { isoTime } from "../iso-time.ts";

/** The members that every reply about a service spells alike. */
export function serviceMembers(service: Service, running: readonly RunningVersion[]) {
  return {
    ServiceId: service.id,
    ServiceName: service.name,
    ServiceDesc: service.description,
    Protocol: service.protocol,
    NetTypes: service.netTypes,
    IpVersion: service.ipVersion,
    AvailableEnvironments: environmentNames.filter((name) => running.some((version) => version.environment === name)),
    // Ports of the hosted product's inner load balancers; 0 says there is none.
    InnerHttpPort: 0,
    InnerHttpsPort: 0,
    Tags: service.tags.map((tag) => ({ Key: tag.key, Value: tag.value })),
    InstanceId: service.instanceId,
    SetType: null,
    DeploymentType: "DEFAULT",
    CreatedTime: isoTime(service.createdAt),
    ModifiedTime: isoTime(service.modifiedAt),
  };
}

export function outerDomain(service: Service, baseDomain: string): string {
  return defaultDomain(service, baseDomain, "OUTER");
}

/** Empty for a service that is not reachable from inside. */
export function innerDomain(service: Service, baseDomain: string): string {
  return service.netTypes.includes("INNER") ? defaultDomain(service, baseDomain, "INNER") : "";
}
