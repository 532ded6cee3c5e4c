import { gatewayError } from "../errors.ts";
import type { Stage } from "../exchange.ts";

/** Refuses a body whose announced length is over the limit; one that comes in chunks is measured as it streams. */
export function checkBodySize(maxBodyBytes: number): Stage {
  return ({ head }) => (head.contentLength > maxBodyBytes ? gatewayError("bodyTooLarge") : undefined);
}
