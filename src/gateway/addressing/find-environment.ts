import { isEnvironmentName } from "../../model/environment.ts";
import { gatewayError } from "../errors.ts";
import type { Stage } from "../exchange.ts";
import { cutSegment } from "./segment.ts";

/** The first segment of the path names the environment and is not part of what APIs are matched against. */
export function findEnvironment(isBareReleasePathAllowed: boolean): Stage {
  return (exchange) => {
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
