import type { Answer, Exchange } from "../exchange.ts";
import { fieldBlock } from "../field-lists.ts";
import { type HeaderList, headerValue } from "../headers.ts";
import { answerRewriter } from "./backend-fields.ts";

/** A backend's answer that was kept, as an answer of the gateway's own. `headers` hold none that end at the gateway. */
export function relayedAnswer(exchange: Exchange, status: number, headers: HeaderList, body: Buffer): Answer {
  const substitute = exchange.api?.statusConversions?.get(status);
  return {
    kind: "answer",
    status: substitute?.status ?? status,
    fields: fieldBlock(headers, answerRewriter(exchange)),
    isDated: headerValue(headers, "date") !== undefined,
    body: body.length === 0 && substitute !== undefined ? substitute.body : body,
    error: null,
  };
}
