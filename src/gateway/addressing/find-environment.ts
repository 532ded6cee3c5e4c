import { isEnvironmentName } from "../../model/environment.ts";
import { gatewayError } from "../errors.ts";
import type { Exchange, Outcome, Stage } from "../exchange.ts";
import type { ServedDomain } from "../served.ts";
import { findMapping } from "./custom-domain.ts";
import { cutSegment } from "./segment.ts";

/**
 * The first segment of the path names the environment, or a mapping of the custom domain does. What named it is not part of
 * what APIs are matched against.
 */
export function findEnvironment(isBareReleasePathAllowed: boolean): Stage {
  return (exchange) => {
    const mappings = exchange.domain?.mappings ?? null;
    if (mappings !== null) return followMapping(exchange, mappings);
    const { segment, rest } = cutSegment(exchange.path);
    if (isEnvironmentName(segment)) {
      exchange.environment = exchange.service?.environments.get(segment) ?? null;
      exchange.path = rest;
      return undefined;
    }
    if (!isBareReleasePathAllowed) return gatewayError("environmentUnknown", `/${segment}`);
    exchange.environment = exchange.service?.environments.get("release") ?? null;
    return undefined;
  };
}

function followMapping(exchange: Exchange, mappings: NonNullable<ServedDomain["mappings"]>): Outcome {
  const mapped = findMapping(mappings, exchange.path);
  if (mapped === undefined) return gatewayError("mappingUnknown", `/${cutSegment(exchange.path).segment}`);
  exchange.environment = exchange.service?.environments.get(mapped.environment) ?? null;
  exchange.path = mapped.rest;
  return undefined;
}
