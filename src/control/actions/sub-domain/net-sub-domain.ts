import { defaultDomain } from "../../../model/domain.ts";
import type { NetType, Service } from "../../../model/service.ts";
import type { Call } from "../../action.ts";

/** The default domain a custom one stands for; undefined where the service is not reachable that way. */
export function netSubDomain(call: Call, service: Service, netType: NetType): string | undefined {
  if (!service.netTypes.includes(netType)) return undefined;
  return defaultDomain(service, call.settings.domain, netType).toLowerCase();
}
