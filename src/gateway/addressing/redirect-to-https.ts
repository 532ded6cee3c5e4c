import { appendField } from "../../http1/field-block.ts";
import type { Answer, Exchange, Stage } from "../exchange.ts";

const NOTHING = Buffer.alloc(0);

/**
 * Plain calls to a domain that forces HTTPS are sent there. 308 keeps the method; GET and HEAD get the older 301, which
 * every client knows (RFC 9110 §15.4).
 */
export const redirectToHttps: Stage = (exchange) => {
  const { domain, scheme } = exchange;
  return domain?.isForcedHttps === true && scheme === "http" ? redirect(exchange) : undefined;
};

function redirect({ head, host, path, query }: Exchange): Answer {
  const target = query === undefined ? path : `${path}?${query}`;
  const isRead = head.method === "GET" || head.method === "HEAD";
  return {
    kind: "answer",
    status: isRead ? 301 : 308,
    fields: appendField("", "Location", `https://${host}${target}`),
    body: NOTHING,
    error: null,
  };
}
