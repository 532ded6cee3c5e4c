import { gatewayError } from "../errors.ts";
import type { Exchange, Outcome, Stage } from "../exchange.ts";
import { headerValue } from "../headers.ts";
import { corsHeaders, preflightHeaders } from "./cors-headers.ts";

/** Answers preflights for APIs with CORS and refuses cross-origin calls to those without. */
export function checkCrossOrigin(refusal: "preflights" | "all" | "none"): Stage {
  return (exchange): Outcome => {
    const origin = headerValue(exchange.head.headers, "origin");
    if (origin === undefined) return undefined;
    const policy = exchange.plugins?.cors;
    if (policy) {
      if (exchange.requestedMethod === null) return undefined;
      const headers = policy.preflightHeaders(exchange.head.headers);
      return { kind: "answer", status: 204, headers, body: "", error: null };
    }
    if (exchange.api?.isCorsEnabled === true) {
      if (exchange.requestedMethod === null) return undefined;
      return { kind: "answer", status: 204, headers: preflightHeaders, body: "", error: null };
    }
    const isRefused = refusal === "all" || (refusal === "preflights" && exchange.requestedMethod !== null);
    if (!isRefused || isSameOrigin(origin, exchange)) return undefined;
    return gatewayError("crossOrigin", exchange.path);
  };
}

/** Fields the answer to a cross-origin call carries, whoever answers. */
export function crossOriginHeaders(exchange: Exchange): readonly string[] {
  const policy = exchange.plugins?.cors;
  if (policy) return policy.answerHeaders(exchange.head.headers);
  if (exchange.api?.isCorsEnabled !== true) return [];
  return headerValue(exchange.head.headers, "origin") === undefined ? [] : corsHeaders;
}

/** Browsers send Origin with same-origin POSTs too. */
function isSameOrigin(origin: string, exchange: Exchange): boolean {
  const host = headerValue(exchange.head.headers, "host") ?? "";
  return origin.toLowerCase() === `${exchange.scheme}://${host.toLowerCase()}`;
}
