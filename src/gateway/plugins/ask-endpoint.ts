import { type FunctionRoute, findFunctionUrl, formatFunctionName } from "../../model/cloud-function.ts";
import type { PluginEndpoint } from "../../model/plugin/endpoint.ts";
import { type Endpoint, type EndpointClient, type EndpointFailure, endpointAt, parseJson } from "../endpoint-client.ts";
import { type GatewayError, type GatewayErrorCode, gatewayError } from "../errors.ts";

/** What an endpoint of a plugin said: `body` is its JSON text read, undefined when it was none. */
interface PluginAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Asks the one endpoint of a plugin; resolves with what the caller of the API is told when there is no answer. */
export type Ask = (message: object) => Promise<PluginAnswer | GatewayError>;

const MAX_ANSWER_BYTES = 1024 * 1024;

const errorOf: Readonly<Record<EndpointFailure, GatewayErrorCode>> = {
  blocked: "backendBlocked",
  failed: "pluginEndpointFailed",
  "timed-out": "pluginEndpointTimeout",
};

/** Throws a RangeError when the endpoint is a function nobody has said the address of. */
export function prepareAsk(endpoint: PluginEndpoint, client: EndpointClient, functions: readonly FunctionRoute[]): Ask {
  const isFunction = endpoint.kind === "function";
  const resolved = isFunction ? resolve(endpoint, functions) : endpointAt(endpoint.url, endpoint.timeoutMs);
  return async (message) => {
    const answer = await client.post(resolved, JSON.stringify(message), MAX_ANSWER_BYTES);
    if (typeof answer === "string") return gatewayError(errorOf[answer]);
    const said = { status: answer.status, body: parseJson(answer.body.toString()) };
    return isFunction ? unwrap(said) : said;
  };
}

function resolve(
  { function: name, timeoutMs }: Extract<PluginEndpoint, { kind: "function" }>,
  functions: readonly FunctionRoute[],
): Endpoint {
  const url = findFunctionUrl(functions, name);
  if (url === undefined) throw new RangeError(`no endpoint is known of the function ${formatFunctionName(name)}`);
  return endpointAt(url, timeoutMs);
}

/** Functions may answer in the form of an HTTP answer, whose body is JSON or JSON text. */
function unwrap(answer: PluginAnswer): PluginAnswer {
  const { body } = answer;
  if (typeof body !== "object" || body === null || !Object.hasOwn(body, "statusCode")) return answer;
  const status: unknown = Reflect.get(body, "statusCode");
  const inner: unknown = Object.hasOwn(body, "body") ? Reflect.get(body, "body") : undefined;
  if (typeof status !== "number") return answer;
  return { status, body: typeof inner === "string" ? parseJson(inner) : inner };
}
