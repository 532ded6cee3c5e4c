import type { UpstreamDefinition } from "../../../model/upstream.ts";
import { findUpstreamFault } from "../../../model/upstream-rules.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { CreateUpstreamRequest, ModifyUpstreamRequest } from "../../contract/generated/types.ts";
import { quote } from "../../contract/quote.ts";

type Request = CreateUpstreamRequest | ModifyUpstreamRequest;

/** Refuses what the contract knows and the gateway does not do. */
export function refuseUnsupported(input: Request): void {
  if (input.UpstreamType === "K8S" || (input.K8sService ?? []).length > 0) {
    const message =
      "The parameter `UpstreamType` must be IP_PORT; list the addresses of Kubernetes services as `Nodes`.";
    throw new ApiError("InvalidParameterValue.NotInOptions", message);
  }
}

export function checkUpstreamRules({ settings }: Call, definition: UpstreamDefinition): void {
  const limit = settings.quotas.nodesPerUpstream;
  if (definition.nodes.length > limit) {
    const message = `The parameter \`Nodes\` has ${definition.nodes.length} items, but at most ${limit} are allowed.`;
    throw new ApiError("InvalidParameterValue.RangeExceeded", message);
  }
  if (definition.healthCheck?.isActiveEnabled && definition.scheme.startsWith("gRPC")) {
    const message = "Nodes that speak gRPC cannot be asked for their health; use passive checks.";
    throw new ApiError("FailedOperation.OperateUpstream", message);
  }
  const fault = findUpstreamFault(definition);
  if (fault === undefined) return;
  const { kind, message, subject } = fault;
  const code = kind === "range" ? "InvalidParameterValue.RangeExceeded" : "InvalidParameter.FormatError";
  throw new ApiError(code, subject === undefined ? `${message}.` : `${message}: \`${quote(subject)}\`.`);
}
