import { type GatewayError, gatewayError, methodNotAllowed } from "../errors.ts";
import type { Exchange, Stage } from "../exchange.ts";
import { servedMethods } from "../methods.ts";

/** Selects the API on path and method; for a preflight, the API the browser asks about. */
export function findApi(methodMismatchStatus: 404 | 405): Stage {
  return (exchange) => {
    const router = exchange.environment?.router;
    if (router === undefined || router === null) return pathUnknown(exchange);
    const { path, requestedMethod } = exchange;
    let match = router.match(path, requestedMethod ?? exchange.head.method);
    if (requestedMethod !== null) {
      // An API that answers OPTIONS itself gets the browser's question.
      const own = router.match(path, "OPTIONS");
      if (own.kind === "match" && own.target.method === "OPTIONS") {
        exchange.requestedMethod = null;
        match = own;
      }
    }
    if (match.kind === "no-path") return pathUnknown(exchange);
    if (match.kind === "no-method") {
      if (methodMismatchStatus === 405) {
        return methodNotAllowed(servedMethods.filter((method) => router.match(path, method).kind === "match"));
      }
      return gatewayError("methodMismatch", requestedMethod ?? exchange.head.method);
    }
    exchange.api = match.target;
    exchange.plugins = exchange.environment?.plugins?.get(match.target.id) ?? null;
    exchange.pathParameters = match.params;
    exchange.pathRest = match.rest;
    return undefined;
  };
}

function pathUnknown(exchange: Exchange): GatewayError {
  return gatewayError("pathUnknown", exchange.path, exchange.host);
}
