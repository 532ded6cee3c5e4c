import type { HealthCheck, UpstreamNode } from "../../../model/upstream.ts";
import type { UpstreamHealthCheckerInput, UpstreamNodeInput } from "../../contract/generated/types.ts";

export function readNodes(wire: readonly UpstreamNodeInput[]): readonly UpstreamNode[] {
  return wire.map((node) => ({
    host: node.Host,
    port: node.Port,
    weight: node.Weight,
    labels: {
      vmInstanceId: node.VmInstanceId ?? null,
      tags: node.Tags ?? [],
      serviceName: node.ServiceName ?? null,
      namespace: node.NameSpace ?? null,
      clusterId: node.ClusterId ?? null,
      source: node.Source ?? null,
      uniqueServiceName: node.UniqueServiceName ?? null,
    },
  }));
}

export function readHealthCheck(wire: UpstreamHealthCheckerInput): HealthCheck {
  return {
    isPassiveEnabled: wire.EnablePassiveCheck,
    isActiveEnabled: wire.EnableActiveCheck,
    healthyStatuses: wire.HealthyHttpStatus,
    unhealthyStatuses: wire.UnhealthyHttpStatus,
    connectionFailures: wire.TcpFailureThreshold,
    timeouts: wire.TimeoutThreshold,
    badStatuses: wire.HttpFailureThreshold,
    unhealthySeconds: wire.UnhealthyTimeout,
    active: {
      path: wire.ActiveCheckHttpPath,
      timeoutSeconds: wire.ActiveCheckTimeout,
      intervalSeconds: wire.ActiveCheckInterval,
      headers: (wire.ActiveRequestHeader ?? []).map(({ Name, Value }) => ({ name: Name ?? "", value: Value ?? "" })),
    },
  };
}
