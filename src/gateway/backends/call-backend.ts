import type { BackendPath } from "../../api-path/backend-path.ts";
import { appendField } from "../../http1/field-block.ts";
import type { ServedApi } from "../api-plan.ts";
import { gatewayError } from "../errors.ts";
import type { Exchange, Outcome, Stage } from "../exchange.ts";
import { headerValue } from "../headers.ts";
import { applyParameters, type ParameterEffect } from "../parameters/apply-parameters.ts";
import { formBytes } from "../parameters/form.ts";
import { joinBackendPath } from "../router/join-backend-path.ts";
import type { HttpTarget } from "./http-target.ts";
import { ownRequestFields, requestRewriter, rewrittenFields } from "./request-fields.ts";

/** The last stage: answers from the mock, or describes the call to the backend. */
export const callBackend: Stage = (exchange) => {
  const { api } = exchange;
  if (api === null || api.backend.type === "invalid") return gatewayError("apiMisconfigured");
  const target = exchange.chosenBackend?.target ?? api.backend;
  return target.type === "MOCK" ? target.answer : callHttp(exchange, api, target);
};

function callHttp(exchange: Exchange, api: ServedApi, target: HttpTarget): Outcome {
  const effect = applyParameters(exchange, api.parameters);
  const path = backendPath(exchange, target.path, effect);
  if (typeof path !== "string") {
    return path.kind === "missing-parameter"
      ? gatewayError("pathVariableRequired", path.name)
      : gatewayError("invalidTarget", "The path holds a dot segment");
  }
  const query = exchange.queryFields === null ? exchange.query : exchange.queryFields.toString();
  let fields = ownRequestFields(exchange, effect.removedHeaders) + rewrittenFields(exchange, effect.removedHeaders);
  for (let index = 0; index < effect.addedHeaders.length; index += 2) {
    const name = effect.addedHeaders[index] ?? "";
    if (name.toLowerCase() !== "host") fields = appendField(fields, name, effect.addedHeaders[index + 1] ?? "");
  }
  return {
    kind: "call",
    origin: target.origin,
    method: target.method ?? exchange.head.method,
    target: query === undefined || (query === "" && exchange.query !== "") ? path : `${path}?${query}`,
    host: hostFor(exchange, target, effect),
    rewriteField: requestRewriter(exchange, effect.removedHeaders),
    fields,
    body: exchange.form === null ? exchange.body : formBytes(exchange.form),
    timeoutMs: timeoutFor(exchange, api, target),
  };
}

function backendPath(exchange: Exchange, path: BackendPath, effect: ParameterEffect) {
  const { names, values } = exchange.pathParameters;
  return joinBackendPath(path, exchange.pathRest, (name) => effect.pathValues.get(name) ?? values[names.indexOf(name)]);
}

/** A constant or mapped header named Host replaces the backend's own, as load balancers that share an address need it. */
function hostFor({ chosenBackend, head }: Exchange, target: HttpTarget, { addedHeaders }: ParameterEffect): string {
  for (let index = 0; index < addedHeaders.length; index += 2) {
    if (addedHeaders[index]?.toLowerCase() === "host") return addedHeaders[index + 1] ?? target.hostHeader;
  }
  const ownHost = chosenBackend?.keepsHost === true ? headerValue(head.fields, "host") : undefined;
  return ownHost ?? target.hostHeader;
}

/** A backend that a plugin has chosen gets the time the API's own would have. */
function timeoutFor({ chosenBackend }: Exchange, api: ServedApi, target: HttpTarget): number {
  if (chosenBackend === null || chosenBackend.timeoutMs !== null) return target.timeoutMs;
  return api.backend.type === "HTTP" ? api.backend.timeoutMs : target.timeoutMs;
}
