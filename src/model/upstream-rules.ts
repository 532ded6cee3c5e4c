import { findBackendUrlFault } from "./backend-url.ts";
import { isHeaderValue, isSettableHeader } from "./header-field.ts";
import { activeCheckInForce, type HealthCheck, type UpstreamDefinition, type UpstreamNode } from "./upstream.ts";

const requestTarget = /^\/[\x21-\x22\x24-\x7e]*$/;

interface UpstreamFault {
  readonly kind: "form" | "range";
  /** A sentence without its full stop. */
  readonly message: string;
  readonly subject?: string;
}

/** `host:port` as it is in a URL. */
export function nodeAddress({ host, port }: Pick<UpstreamNode, "host" | "port">): string {
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** The first broken rule of an upstream. */
export function findUpstreamFault({ hostHeader, nodes, healthCheck }: UpstreamDefinition): UpstreamFault | undefined {
  if (hostHeader !== null && findBackendUrlFault(`http://${hostHeader}`) !== undefined) {
    return { kind: "form", message: "`UpstreamHost` must be a host and perhaps a port", subject: hostHeader };
  }
  return findNodeFault(nodes) ?? (healthCheck === null ? undefined : findCheckFault(healthCheck));
}

function findNodeFault(nodes: readonly UpstreamNode[]): UpstreamFault | undefined {
  const seen = new Set<string>();
  for (const node of nodes) {
    const address = nodeAddress(node);
    const fault = findBackendUrlFault(`http://${address}`);
    if (fault === "port") return { kind: "range", message: "A port must be between 1 and 65535", subject: address };
    if (fault !== undefined) {
      return { kind: "form", message: "A node's host must be a host name or an IP address", subject: node.host };
    }
    if (seen.has(address.toLowerCase())) return { kind: "form", message: "A node is given twice", subject: address };
    seen.add(address.toLowerCase());
  }
  return undefined;
}

function findCheckFault(check: HealthCheck): UpstreamFault | undefined {
  for (const statuses of [check.healthyStatuses, check.unhealthyStatuses]) {
    if (parseStatuses(statuses) !== undefined) continue;
    const message = "A list of statuses must be numbers between 100 and 599 with commas between them";
    return { kind: "form", message, subject: statuses };
  }
  if (check.isActiveEnabled) return findActiveFault(check);
  if (!check.isPassiveEnabled || check.unhealthySeconds > 0) return undefined;
  return { kind: "range", message: "`UnhealthyTimeout` must be above 0, or a node could never come back" };
}

function findActiveFault({ healthyStatuses, active }: HealthCheck): UpstreamFault | undefined {
  if (healthyStatuses.trim() === "") {
    return { kind: "form", message: "`HealthyHttpStatus` must name a status, or a node could never come back" };
  }
  const { path, timeoutSeconds, intervalSeconds, headers } = activeCheckInForce(active);
  if (!requestTarget.test(path)) {
    return { kind: "form", message: "`ActiveCheckHttpPath` must be a path", subject: path };
  }
  if (timeoutSeconds < 1 || intervalSeconds < 1) {
    return {
      kind: "range",
      message: "`ActiveCheckTimeout` and `ActiveCheckInterval` must be 1 or more, or 0 for the default",
    };
  }
  const wrong = headers.find(({ name, value }) => !isSettableHeader(name) || !isHeaderValue(value));
  if (wrong === undefined) return undefined;
  return { kind: "form", message: "An active check cannot send this header", subject: wrong.name };
}

/** The statuses of `200,204`; none of an empty text; undefined for anything else. */
export function parseStatuses(text: string): ReadonlySet<number> | undefined {
  if (text.trim() === "") return new Set();
  const statuses = text.split(",").map((part) => part.trim());
  return statuses.every((status) => /^[1-5][0-9][0-9]$/.test(status)) ? new Set(statuses.map(Number)) : undefined;
}
