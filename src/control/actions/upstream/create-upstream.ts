import { idPrefixes, newResourceId } from "../../../model/identifiers.ts";
import type { UpstreamDefinition } from "../../../model/upstream.ts";
import type { Handler } from "../../action.ts";
import { missingParameter } from "../../contract/errors.ts";
import type { CreateUpstreamRequest } from "../../contract/generated/types.ts";
import { toTags } from "../tags.ts";
import { checkUpstreamRules, refuseUnsupported } from "./check.ts";
import { readHealthCheck, readNodes } from "./read.ts";

/** Makes a group of nodes; APIs that name it are balanced over them. */
export const createUpstream: Handler<"CreateUpstream"> = async (call, input) => {
  refuseUnsupported(input);
  const definition = readDefinition(input);
  checkUpstreamRules(call, definition);
  const id = newResourceId(idPrefixes.upstream, call.random);
  await call.tx.upstreams.insert({
    ...call.scope,
    id,
    name: input.UpstreamName ?? "",
    definition,
    tags: toTags(input.Tags),
    createdAt: call.now,
    modifiedAt: call.now,
  });
  return { UpstreamId: id };
};

function readDefinition(input: CreateUpstreamRequest): UpstreamDefinition {
  if (input.Nodes === undefined) throw missingParameter("Nodes");
  return {
    description: input.UpstreamDescription ?? "",
    scheme: input.Scheme,
    algorithm: input.Algorithm,
    vpcId: input.UniqVpcId,
    retries: input.Retries,
    hostHeader: input.UpstreamHost || null,
    nodes: readNodes(input.Nodes),
    healthCheck: input.HealthChecker === undefined ? null : readHealthCheck(input.HealthChecker),
  };
}
