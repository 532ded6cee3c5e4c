import { parseBackendPath } from "../../api-path/backend-path.ts";
import type { Base64Rules, FunctionBackend } from "../../model/api.ts";
import { type FunctionRoute, findFunctionUrl, formatFunctionName } from "../../model/cloud-function.ts";
import type { HttpTarget } from "../backends/http-target.ts";
import { type Endpoint, endpointAt } from "../endpoint-client.ts";

/** A function that is invoked with an event. */
export interface FunctionTarget {
  readonly type: "SCF";
  readonly endpoint: Endpoint;
  readonly isIntegrated: boolean;
  readonly isAsync: boolean;
  readonly base64: Base64Rules;
}

/** One that is a web server is called as any other. Throws a RangeError when the function cannot be called. */
export function prepareFunctionTarget(
  backend: FunctionBackend,
  timeoutSeconds: number,
  routes: readonly FunctionRoute[],
): FunctionTarget | HttpTarget {
  const name = formatFunctionName(backend.function);
  const url = findFunctionUrl(routes, backend.function);
  if (url === undefined) throw new RangeError(`no endpoint is known of the function ${name}`);
  const timeoutMs = timeoutSeconds * 1000;
  const { isIntegrated, isAsync, base64 } = backend;
  if (backend.form === "EVENT") {
    return { type: "SCF", endpoint: endpointAt(url, timeoutMs), isIntegrated, isAsync, base64 };
  }
  const { origin, host, pathname } = new URL(url);
  const path = parseBackendPath(pathname);
  if (!path.ok) throw new RangeError(`the endpoint's path of the function ${name} is invalid: ${path.message}`);
  return {
    type: "HTTP",
    isGrpc: false,
    upstreamId: null,
    origin,
    hostHeader: host,
    path: path.path,
    takesWholePath: true,
    method: null,
    timeoutMs,
  };
}
