import { type ApiProtocol, type Backend, type FunctionBackend, type HttpBackend, isHttpBackend } from "./api.ts";
import { findBackendUrlFault } from "./backend-url.ts";
import { isFunctionName } from "./cloud-function.ts";
import type { DefinitionFault } from "./definition-fault.ts";

const backendMethods: ReadonlySet<string> = new Set([
  "ANY",
  "GET",
  "POST",
  "PUT",
  "DELETE",
  "HEAD",
  "OPTIONS",
  "PATCH",
  "TRACE",
]);

const urlFaults = {
  form: {
    rule: "backend-url",
    message: "`ServiceConfig.Url` must be `http://` or `https://`, a host and perhaps a port",
  },
  host: { rule: "backend-address", message: "The host of `ServiceConfig.Url` is no host name, IPv4 or [IPv6] address" },
  port: { rule: "backend-port", message: "The port of `ServiceConfig.Url` must be between 1 and 65535" },
} as const satisfies Record<string, DefinitionFault>;

/** The first broken rule of a backend by itself; its path is read elsewhere. */
export function findBackendFault(backend: Backend, protocol: ApiProtocol = "HTTP"): DefinitionFault | undefined {
  const isWebSocket = protocol === "WEBSOCKET";
  if (backend.type === "WEBSOCKET" && !isWebSocket) {
    return { rule: "backend-type", message: "A WEBSOCKET backend needs `Protocol` WEBSOCKET" };
  }
  if (backend.type === "GRPC" && isWebSocket) {
    return { rule: "backend-type", message: "An API of `Protocol` WEBSOCKET cannot have a GRPC backend" };
  }
  if (isHttpBackend(backend)) return findHttpFault(backend, isWebSocket);
  if (isWebSocket) {
    return { rule: "backend-type", message: `An API of \`Protocol\` WEBSOCKET cannot have a ${backend.type} backend` };
  }
  if (backend.type === "SCF") return findFunctionFault(backend);
  if (backend.body !== "") return undefined;
  return { rule: "mock-body", message: "A MOCK backend needs `ServiceMockReturnMessage`" };
}

function findFunctionFault({ function: name }: FunctionBackend): DefinitionFault | undefined {
  if (isFunctionName(name)) return undefined;
  const message =
    "`ServiceScfFunctionName`, the namespace and the qualifier must be 1 to 64 letters, digits, `_`, `-` or `$` each";
  return { rule: "function", message };
}

function findHttpFault(backend: HttpBackend, isWebSocket: boolean): DefinitionFault | undefined {
  const { url, method, product, upstreamId } = backend;
  if (product?.toLowerCase() === "upstream" && upstreamId === undefined) {
    return { rule: "upstream", message: "A backend with the product upstream needs `ServiceConfig.UpstreamId`" };
  }
  const urlFault = upstreamId === undefined ? findBackendUrlFault(url, isWebSocket ? "ws" : "http") : undefined;
  if (urlFault === "form" && isWebSocket) {
    const message = "`ServiceConfig.Url` must be `ws://` or `wss://`, a host and perhaps a port";
    return { rule: "backend-url", message };
  }
  if (urlFault !== undefined) return urlFaults[urlFault];
  if (backendMethods.has(method)) return undefined;
  return {
    rule: "backend-config",
    message: `\`ServiceConfig.Method\` must be one of ${[...backendMethods].join(", ")}`,
  };
}
