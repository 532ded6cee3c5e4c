import { FieldNames } from "../../http1/field-names.ts";
import { crossOriginFields } from "../cors/cross-origin.ts";
import type { Exchange } from "../exchange.ts";

/** Names only the gateway answers under. */
const ownNames = new FieldNames([
  "x-api-id",
  "x-api-requestid",
  "x-api-ratelimit",
  "x-service-ratelimit",
  "x-usageplan-quota",
  "x-usageplan-ratelimit",
]);

/** What becomes of each field of a backend's answer: null for as it is, otherwise the field block in its place. */
export function answerRewriter(exchange: Exchange): (name: string) => string | null {
  return crossOriginFields(exchange) === "" ? dropOwn : dropOwnAndCrossOrigin;
}

function dropOwn(name: string): string | null {
  return ownNames.has(name) ? "" : null;
}

/** A second Access-Control-Allow-Origin makes browsers refuse the answer. */
function dropOwnAndCrossOrigin(name: string): string | null {
  return ownNames.has(name) || name.toLowerCase().startsWith("access-control-") ? "" : null;
}
