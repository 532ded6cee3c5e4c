import type { CustomAuth } from "../../../model/plugin/custom-auth.ts";
import type { Clock } from "../../clock.ts";
import { GatewayError, gatewayError } from "../../errors.ts";
import type { Exchange } from "../../exchange.ts";
import { functionEvent } from "../../functions/function-event.ts";
import { headerValue } from "../../headers.ts";
import { EncodedFields } from "../../parameters/encoded-fields.ts";
import type { ApiPlugins } from "../api-plugins.ts";
import type { Ask } from "../ask-endpoint.ts";
import { bodyOf, headersOf, queryOf } from "../request-message.ts";
import { VerdictCache } from "./verdict-cache.ts";

/** The endpoint lets a call pass by answering 200 with `"api-auth": true`; any other answer of its refuses the call. */
export function compileCustomAuth(auth: CustomAuth, ask: Ask, clock: Clock): Partial<ApiPlugins> {
  const verdicts = new VerdictCache(auth.cacheMs, clock);

  async function judge(exchange: Exchange, identity: string): Promise<GatewayError | undefined> {
    const sentBody = auth.sendsBody ? await bodyOf(exchange, "utf8") : "";
    const isFunction = auth.endpoint.kind === "function";
    const answer = await ask(
      isFunction ? functionEvent(exchange, sentBody, false) : requestMessage(exchange, sentBody),
    );
    if (answer instanceof GatewayError) return answer;
    const { status, body } = answer;
    if (status >= 500) return gatewayError("pluginEndpointFailed");
    const isAdmitted = status === 200 && saysYes(body);
    verdicts.keep(identity, isAdmitted);
    return isAdmitted ? undefined : gatewayError("customAuthRefused");
  }

  return {
    customAuth(exchange) {
      const values = readIdentity(exchange, auth);
      if (typeof values === "string") return gatewayError("customAuthMissing", values);
      // The path belongs to it: an endpoint may judge by it.
      const identity = JSON.stringify([exchange.head.method, exchange.path, ...values]);
      if (values.length > 0) exchange.customIdentity = identity;
      const known = verdicts.find(identity);
      if (known === undefined) return judge(exchange, identity);
      return known ? undefined : gatewayError("customAuthRefused");
    },
  };
}

/** What an HTTP endpoint is told. A function gets the event it would get as a backend. */
function requestMessage(exchange: Exchange, body: string): object {
  return {
    Header: headersOf(exchange),
    Query: queryOf(exchange),
    Body: body,
    Method: exchange.head.method,
    Path: exchange.path,
  };
}

/** The values of the configured parameters, or the name of the first that was not sent. */
function readIdentity(exchange: Exchange, { headers, queries }: CustomAuth): readonly string[] | string {
  const values: string[] = [];
  for (const name of headers) {
    const value = headerValue(exchange.head.fields, name);
    if (value === undefined) return name;
    values.push(value);
  }
  const fields = new EncodedFields(exchange.query ?? "").entries();
  for (const name of queries) {
    const field = fields.find(([candidate]) => candidate.toLowerCase() === name.toLowerCase());
    if (field === undefined) return name;
    values.push(field[1]);
  }
  return values;
}

function saysYes(body: unknown): boolean {
  return typeof body === "object" && body !== null && Object.hasOwn(body, "api-auth")
    ? Reflect.get(body, "api-auth") === true
    : false;
}
