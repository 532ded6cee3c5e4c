import type { UpstreamDefinition } from "../../../model/upstream.ts";
import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { ModifyUpstreamRequest } from "../../contract/generated/types.ts";
import { quote } from "../../contract/quote.ts";
import { checkUpstreamRules, refuseUnsupported } from "./check.ts";
import { readHealthCheck, readNodes } from "./read.ts";
import { toWireUpstream } from "./wire.ts";

/** Changes what is sent and keeps the rest; a list replaces the whole list. In force at the next call. */
export const modifyUpstream: Handler<"ModifyUpstream"> = async (call, input) => {
  refuseUnsupported(input);
  const upstream = await call.tx.upstreams.find(call.scope, input.UpstreamId);
  if (upstream === undefined) {
    const message = `There is no upstream \`${quote(input.UpstreamId)}\`.`;
    throw new ApiError("InvalidParameterValue.InvalidUpstream", message);
  }
  const definition = changed(upstream.definition, input);
  checkUpstreamRules(call, definition);
  const name = input.UpstreamName ?? upstream.name;
  const after = { ...upstream, name, definition, modifiedAt: call.now };
  await call.tx.upstreams.update(after);
  return { Result: toWireUpstream(after) };
};

function changed(before: UpstreamDefinition, input: ModifyUpstreamRequest): UpstreamDefinition {
  return {
    description: input.UpstreamDescription ?? before.description,
    scheme: input.Scheme ?? before.scheme,
    algorithm: input.Algorithm ?? before.algorithm,
    vpcId: input.UniqVpcId ?? before.vpcId,
    retries: input.Retries ?? before.retries,
    // An empty text takes the host away, as nothing else could.
    hostHeader: input.UpstreamHost === undefined ? before.hostHeader : input.UpstreamHost || null,
    nodes: input.Nodes === undefined ? before.nodes : readNodes(input.Nodes),
    healthCheck: input.HealthChecker === undefined ? before.healthCheck : readHealthCheck(input.HealthChecker),
  };
}
