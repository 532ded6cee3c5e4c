import { gatewayError } from "../errors.ts";
import type { Exchange, Outcome, Stage } from "../exchange.ts";
import { headerValue } from "../headers.ts";
import { corsFields, preflightFields } from "./cors-fields.ts";

const NOTHING = Buffer.alloc(0);

/** Answers preflights for APIs with CORS and refuses cross-origin calls to those without. */
export function checkCrossOrigin(refusal: "preflights" | "all" | "none"): Stage {
  return (exchange): Outcome => {
    const { origin } = exchange.findings;
    if (origin === undefined) return undefined;
    const policy = exchange.plugins?.cors;
    if (policy) {
      if (exchange.requestedMethod === null) return undefined;
      const fields = policy.preflightFields(exchange.head.fields);
      return { kind: "answer", status: 204, fields, body: NOTHING, error: null };
    }
    if (exchange.api?.isCorsEnabled === true) {
      if (exchange.requestedMethod === null) return undefined;
      return { kind: "answer", status: 204, fields: preflightFields, body: NOTHING, error: null };
    }
    const isRefused = refusal === "all" || (refusal === "preflights" && exchange.requestedMethod !== null);
    if (!isRefused || isSameOrigin(origin, exchange)) return undefined;
    return gatewayError("crossOrigin", exchange.path);
  };
}

/** Field block the answer to a cross-origin call carries, whoever answers. */
export function crossOriginFields(exchange: Exchange): string {
  const policy = exchange.plugins?.cors;
  if (policy) return policy.answerFields(exchange.head.fields);
  if (exchange.api?.isCorsEnabled !== true) return "";
  return headerValue(exchange.head.fields, "origin") === undefined ? "" : corsFields;
}

/** Browsers send Origin with same-origin POSTs too. */
function isSameOrigin(origin: string, exchange: Exchange): boolean {
  const host = headerValue(exchange.head.fields, "host") ?? "";
  return origin.toLowerCase() === `${exchange.scheme}://${host.toLowerCase()}`;
}
