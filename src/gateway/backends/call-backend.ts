import { appendField } from "../../http1/field-block.ts";
import type { ServedApi } from "../api-plan.ts";
import { gatewayError } from "../errors.ts";
import type { BackendCall, Exchange, Outcome, Stage } from "../exchange.ts";
import type { FunctionTarget } from "../functions/function-target.ts";
import { type FunctionCalls, invokeFunction } from "../functions/invoke-function.ts";
import { headerValue } from "../headers.ts";
import { applyParameters, noEffect, type ParameterEffect } from "../parameters/apply-parameters.ts";
import { formBytes } from "../parameters/form.ts";
import { joinBackendPath } from "../router/join-backend-path.ts";
import { callNode } from "../upstreams/call-node.ts";
import type { UpstreamDirectory } from "../upstreams/upstream-directory.ts";
import type { HttpTarget } from "./http-target.ts";
import { findCall, noteCall } from "./known-calls.ts";
import { isTraced, ownRequestFields, requestRewriter, rewrittenFields } from "./request-fields.ts";

/** The last stage: answers from the mock, invokes the function, or describes the call to the backend. */
export function callBackend(upstreams: UpstreamDirectory, functions: FunctionCalls): Stage {
  return (exchange) => {
    const { api } = exchange;
    if (api === null || api.backend.type === "invalid") return gatewayError("apiMisconfigured");
    const target = exchange.chosenBackend?.target ?? api.backend;
    if (target.type === "MOCK") return target.answer;
    if (target.type === "SCF") return invokeFunction(exchange, target, timeoutFor(exchange, api, target), functions);
    return callHttp(exchange, api, target, upstreams);
  };
}

function callHttp(exchange: Exchange, api: ServedApi, target: HttpTarget, upstreams: UpstreamDirectory): Outcome {
  const known = findCall(exchange);
  if (known !== undefined) return known;
  const upstream = target.upstreamId === null ? null : upstreams.find(target.upstreamId);
  if (upstream === undefined) return gatewayError("apiMisconfigured");
  const isGrpc = target.isGrpc || upstream?.isGrpc === true;
  if (isGrpc && !exchange.caller.isHttp2) return gatewayError("http2Required");
  const effect = applyParameters(exchange, api.parameters);
  const path = backendPath(exchange, target, effect);
  if (typeof path !== "string") {
    return path.kind === "missing-parameter"
      ? gatewayError("pathVariableRequired", path.name)
      : gatewayError("invalidTarget", "The path holds a dot segment");
  }
  const query = exchange.queryFields === null ? exchange.query : exchange.queryFields.toString();
  const removed = effect.removedHeaders;
  const call: BackendCall = {
    kind: "call",
    origin: target.origin,
    protocol: api.isWebSocket ? "websocket" : isGrpc ? "grpc" : "http",
    method: api.isWebSocket ? "GET" : (target.method ?? exchange.head.method),
    target: query === undefined || (query === "" && exchange.query !== "") ? path : `${path}?${query}`,
    host: hostFor(exchange, target.hostHeader, effect),
    rewriteField: requestRewriter(exchange, removed),
    fields: ownRequestFields(exchange, removed) + rewrittenFields(exchange, removed) + addedFields(effect),
    isTraced: isTraced(removed),
    body: exchange.form === null ? exchange.body : formBytes(exchange.form),
    timeoutMs: timeoutFor(exchange, api, target),
    attempt: null,
  };
  if (upstream !== null) return callNode(upstream, call, (ownHost) => hostFor(exchange, ownHost, effect));
  if (effect === noEffect) noteCall(exchange, call);
  return call;
}

function addedFields({ addedHeaders }: ParameterEffect): string {
  let fields = "";
  for (let index = 0; index < addedHeaders.length; index += 2) {
    const name = addedHeaders[index] ?? "";
    if (name.toLowerCase() !== "host") fields = appendField(fields, name, addedHeaders[index + 1] ?? "");
  }
  return fields;
}

function backendPath(exchange: Exchange, { path, takesWholePath }: HttpTarget, effect: ParameterEffect) {
  const { names, values } = exchange.pathParameters;
  const rest = takesWholePath ? exchange.path : exchange.pathRest;
  return joinBackendPath(path, rest, (name) => effect.pathValues.get(name) ?? values[names.indexOf(name)]);
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
function timeoutFor({ chosenBackend }: Exchange, api: ServedApi, target: HttpTarget | FunctionTarget): number {
  const ownTimeoutMs = timeoutOf(target);
  if (chosenBackend === null || chosenBackend.timeoutMs !== null) return ownTimeoutMs;
  const { backend } = api;
  return backend.type === "HTTP" || backend.type === "SCF" ? timeoutOf(backend) : ownTimeoutMs;
}

function timeoutOf(target: HttpTarget | FunctionTarget): number {
  return target.type === "HTTP" ? target.timeoutMs : target.endpoint.timeoutMs;
}
