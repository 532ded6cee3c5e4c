import type { BackendPath } from "../../api-path/backend-path.ts";
import { appendField } from "../../http1/field-block.ts";
import type { ServedApi } from "../api-plan.ts";
import { gatewayError } from "../errors.ts";
import type { Exchange, Outcome, Stage } from "../exchange.ts";
import { headerValue } from "../headers.ts";
import { applyParameters, type ParameterEffect } from "../parameters/apply-parameters.ts";
import { formBytes } from "../parameters/form.ts";
import { joinBackendPath } from "../router/join-backend-path.ts";
import { callNode } from "../upstreams/call-node.ts";
import type { UpstreamDirectory } from "../upstreams/upstream-directory.ts";
import type { HttpTarget } from "./http-target.ts";
import { ownRequestFields, requestRewriter, rewrittenFields } from "./request-fields.ts";

/** The last stage: answers from the mock, or describes the call to the backend. */
export function callBackend(upstreams: UpstreamDirectory): Stage {
  return (exchange) => {
    const { api } = exchange;
    if (api === null || api.backend.type === "invalid") return gatewayError("apiMisconfigured");
    const target = exchange.chosenBackend?.target ?? api.backend;
    return target.type === "MOCK" ? target.answer : callHttp(exchange, api, target, upstreams);
  };
}

function callHttp(exchange: Exchange, api: ServedApi, target: HttpTarget, upstreams: UpstreamDirectory): Outcome {
  const effect = applyParameters(exchange, api.parameters);
  const path = backendPath(exchange, target.path, effect);
  if (typeof path !== "string") {
    return path.kind === "missing-parameter"
      ? gatewayError("pathVariableRequired", path.name)
      : gatewayError("invalidTarget", "The path holds a dot segment");
  }
  const query = exchange.queryFields === null ? exchange.query : exchange.queryFields.toString();
  const removed = effect.removedHeaders;
  const call = {
    kind: "call",
    method: target.method ?? exchange.head.method,
    target: query === undefined || (query === "" && exchange.query !== "") ? path : `${path}?${query}`,
    rewriteField: requestRewriter(exchange, removed),
    fields: ownRequestFields(exchange, removed) + rewrittenFields(exchange, removed) + addedFields(effect),
    body: exchange.form === null ? exchange.body : formBytes(exchange.form),
    timeoutMs: timeoutFor(exchange, api, target),
  } as const;
  const hostOf = (ownHost: string) => hostFor(exchange, ownHost, effect);
  if (target.upstreamId === null) {
    return { ...call, origin: target.origin, host: hostOf(target.hostHeader), attempt: null };
  }
  const upstream = upstreams.find(target.upstreamId);
  return upstream === undefined ? gatewayError("apiMisconfigured") : callNode(upstream, call, hostOf);
}

function addedFields({ addedHeaders }: ParameterEffect): string {
  let fields = "";
  for (let index = 0; index < addedHeaders.length; index += 2) {
    const name = addedHeaders[index] ?? "";
    if (name.toLowerCase() !== "host") fields = appendField(fields, name, addedHeaders[index + 1] ?? "");
  }
  return fields;
}

function backendPath(exchange: Exchange, path: BackendPath, effect: ParameterEffect) {
  const { names, values } = exchange.pathParameters;
  return joinBackendPath(path, exchange.pathRest, (name) => effect.pathValues.get(name) ?? values[names.indexOf(name)]);
}

/** A constant or mapped header named Host replaces the backend's own, as load balancers that share an address need it. */
function hostFor({ chosenBackend, head }: Exchange, ownHost: string, { addedHeaders }: ParameterEffect): string {
  for (let index = 0; index < addedHeaders.length; index += 2) {
    if (addedHeaders[index]?.toLowerCase() === "host") return addedHeaders[index + 1] ?? ownHost;
  }
  const callersHost = chosenBackend?.keepsHost === true ? headerValue(head.fields, "host") : undefined;
  return callersHost ?? ownHost;
}

/** A backend that a plugin has chosen gets the time the API's own would have. */
function timeoutFor({ chosenBackend }: Exchange, api: ServedApi, target: HttpTarget): number {
  if (chosenBackend === null || chosenBackend.timeoutMs !== null) return target.timeoutMs;
  return api.backend.type === "HTTP" ? api.backend.timeoutMs : target.timeoutMs;
}
