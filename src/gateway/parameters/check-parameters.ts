import { type GatewayError, type GatewayErrorCode, gatewayError } from "../errors.ts";
import type { Exchange, Outcome, Stage } from "../exchange.ts";
import { headerValue } from "../headers.ts";
import { readBody } from "../read-body.ts";
import { EncodedFields } from "./encoded-fields.ts";
import { isForm, parseForm } from "./form.ts";
import type { ParameterPlan } from "./parameter-plan.ts";
import type { Place, Position } from "./place.ts";

const missing: Record<Position, GatewayErrorCode> = {
  header: "headerRequired",
  query: "queryRequired",
  path: "pathVariableRequired",
  body: "bodyParameterRequired",
};

/** Sees to it that every required parameter was sent. The body is read only if the API declares parameters in it. */
export const checkParameters: Stage = (exchange) => {
  const plan = exchange.api?.parameters;
  if (plan === undefined) return undefined;
  if (plan.usesQuery) exchange.queryFields = new EncodedFields(exchange.query ?? "");
  if (plan.usesForm) return readForm(exchange, plan);
  return firstMissing(exchange, plan);
};

function readForm(exchange: Exchange, plan: ParameterPlan): Outcome | Promise<Outcome> {
  const { head } = exchange;
  if (!head.hasBody) return firstMissing(exchange, plan);
  if (!isForm(head.fields)) return gatewayError("formRequired");
  return readBody(exchange).then((body) => {
    exchange.form = parseForm(body);
    return firstMissing(exchange, plan);
  });
}

function firstMissing(exchange: Exchange, plan: ParameterPlan): GatewayError | undefined {
  for (const { place, name } of plan.required) {
    if (valueAt(exchange, place) === undefined) return gatewayError(missing[place.position], name);
  }
  return undefined;
}

/** What the caller sent at a place: path values in the spelling of the path, all others decoded. */
export function valueAt(exchange: Exchange, place: Place): string | undefined {
  switch (place.position) {
    case "header":
      return headerValue(exchange.head.fields, place.name);
    case "query":
      return exchange.queryFields?.get(place.name);
    case "body":
      return exchange.form?.fields.get(place.name);
    case "path": {
      const { names, values } = exchange.pathParameters;
      return values[names.indexOf(place.name)];
    }
  }
}
