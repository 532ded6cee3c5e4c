import type { HealthCheck, Upstream, UpstreamNode } from "../../../model/upstream.ts";
import type {
  ModifyUpstreamResultInfo,
  UpstreamHealthChecker,
  UpstreamInfo,
  UpstreamNode as WireNode,
} from "../../contract/generated/types.ts";
import { isoTime } from "../iso-time.ts";

export function toWireUpstream({ id, name, definition, createdAt }: Upstream): Required<ModifyUpstreamResultInfo> {
  return {
    UpstreamId: id,
    UpstreamName: name,
    UpstreamDescription: definition.description,
    Scheme: definition.scheme,
    Algorithm: definition.algorithm,
    UniqVpcId: definition.vpcId,
    Retries: definition.retries,
    Nodes: definition.nodes.map((node) => toWireNode(node, definition.healthCheck)),
    CreatedTime: isoTime(createdAt),
    HealthChecker: definition.healthCheck === null ? null : toWireHealthChecker(definition.healthCheck),
    UpstreamType: "IP_PORT",
    K8sServices: [],
    UpstreamHost: definition.hostHeader ?? "",
  };
}

export function toWireListedUpstream(upstream: Upstream): Required<UpstreamInfo> {
  return { ...toWireUpstream(upstream), Tags: upstream.tags.map(({ key, value }) => ({ Key: key, Value: value })) };
}

/** Gateways judge their nodes each for itself, and the management API is not told: NO_DATA where there is a check. */
function toWireNode({ host, port, weight, labels }: UpstreamNode, check: HealthCheck | null): Required<WireNode> {
  return {
    VmInstanceId: labels.vmInstanceId ?? "",
    Host: host,
    Port: port,
    Weight: weight,
    Tags: labels.tags,
    Healthy: check?.isPassiveEnabled || check?.isActiveEnabled ? "NO_DATA" : "OFF",
    ServiceName: labels.serviceName ?? "",
    NameSpace: labels.namespace ?? "",
    ClusterId: labels.clusterId ?? "",
    Source: labels.source ?? "",
    UniqueServiceName: labels.uniqueServiceName ?? "",
  };
}

function toWireHealthChecker({ active, ...check }: HealthCheck): Required<UpstreamHealthChecker> {
  return {
    EnableActiveCheck: check.isActiveEnabled ?? false,
    EnablePassiveCheck: check.isPassiveEnabled,
    HealthyHttpStatus: check.healthyStatuses,
    UnhealthyHttpStatus: check.unhealthyStatuses,
    TcpFailureThreshold: check.connectionFailures,
    TimeoutThreshold: check.timeouts,
    HttpFailureThreshold: check.badStatuses,
    ActiveCheckHttpPath: active.path,
    ActiveCheckTimeout: active.timeoutSeconds,
    ActiveCheckInterval: active.intervalSeconds,
    ActiveRequestHeader: active.headers.map(({ name, value }) => ({ Name: name, Value: value })),
    UnhealthyTimeout: check.unhealthySeconds,
  };
}
