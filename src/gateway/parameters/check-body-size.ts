import { gatewayError } from "../errors.ts";
import type { Stage } from "../exchange.ts";
import { headerValue } from "../headers.ts";

/** Refuses a body whose announced length is over the limit; one that comes in chunks is measured as it streams. */
export function checkBodySize(maxBodyBytes: number): Stage {
  return ({ head }) => {
    const length = headerValue(head.headers, "content-length");
    return length !== undefined && Number(length) > maxBodyBytes ? gatewayError("bodyTooLarge") : undefined;
  };
}
