import { gatewayError } from "../errors.ts";
import type { Stage } from "../exchange.ts";
import type { Snapshot } from "../snapshot.ts";
import { cutSegment } from "./segment.ts";

const PATH_STYLE = "/_/";

/** The service is named by the host or, on any other host, by a path `/_/{serviceId}/…`. */
export function findService(snapshot: Snapshot, isPathStyleAllowed: boolean): Stage {
  return (exchange) => {
    const service = snapshot.hosts.get(exchange.host);
    if (service !== undefined) {
      exchange.service = service;
      return undefined;
    }
    const domain = snapshot.customDomains.get(exchange.host);
    if (domain !== undefined) {
      exchange.domain = domain;
      exchange.service = domain.service;
      return undefined;
    }
    if (!isPathStyleAllowed || !exchange.path.startsWith(PATH_STYLE)) return gatewayError("hostUnknown", exchange.host);
    const { segment, rest } = cutSegment(exchange.path.slice(PATH_STYLE.length - 1));
    exchange.service = snapshot.services.get(segment) ?? null;
    if (exchange.service === null) return gatewayError("hostUnknown", exchange.host);
    exchange.path = rest;
    return undefined;
  };
}
