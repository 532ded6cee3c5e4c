import type { Backend, HttpBackend } from "./api.ts";
import { findBackendUrlFault } from "./backend-url.ts";
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
  form: { rule: "backend-url", message: "The backend URL must be `http://` or `https://`, a host and perhaps a port" },
  host: { rule: "backend-address", message: "The host of the backend URL is no host name, IPv4 or [IPv6] address" },
  port: { rule: "backend-port", message: "The port of the backend URL must be between 1 and 65535" },
} as const satisfies Record<string, DefinitionFault>;

/** The first broken rule of a backend by itself; its path is read elsewhere. */
export function findBackendFault(backend: Backend): DefinitionFault | undefined {
  if (backend.type === "HTTP") return findHttpFault(backend);
  if (backend.body !== "") return undefined;
  return { rule: "mock-body", message: "A MOCK backend needs a message to return" };
}

function findHttpFault({ url, method, product, upstreamId }: HttpBackend): DefinitionFault | undefined {
  if (product?.toLowerCase() === "upstream" && upstreamId === undefined) {
    return { rule: "upstream", message: "A backend with the product upstream needs `UpstreamId`" };
  }
  const urlFault = upstreamId === undefined ? findBackendUrlFault(url) : undefined;
  if (urlFault !== undefined) return urlFaults[urlFault];
  if (backendMethods.has(method)) return undefined;
  return { rule: "backend-config", message: `The backend method must be one of ${[...backendMethods].join(", ")}` };
}
