import { type BackendPath, parseBackendPath } from "../../api-path/backend-path.ts";
import type { HttpBackend } from "../../model/api.ts";

/** An HTTP backend, taken apart. */
export interface HttpTarget {
  readonly type: "HTTP";
  /** Whether it is called over HTTP/2, and may answer with trailers. */
  readonly isGrpc: boolean;
  /** The upstream whose nodes are called; null: the origin is. */
  readonly upstreamId: string | null;
  /** `scheme://host[:port]`. */
  readonly origin: string;
  readonly hostHeader: string;
  readonly path: BackendPath;
  /** Whether the whole path of the request is appended, and not just what follows the matched prefix. */
  readonly takesWholePath: boolean;
  /** Null: the caller's own. */
  readonly method: string | null;
  readonly timeoutMs: number;
}

/** Throws a RangeError when the backend cannot be called. */
export function prepareHttpTarget(backend: HttpBackend, timeoutSeconds: number): HttpTarget {
  const { upstreamId = null } = backend;
  // Nodes of an upstream take the place of whatever URL was left beside it.
  const { origin, host } = upstreamId === null ? parseOrigin(backend.url) : { origin: "", host: "" };
  const path = parseBackendPath(backend.path);
  if (!path.ok) throw new RangeError(`the backend's path is invalid: ${path.message}`);
  return {
    type: "HTTP",
    isGrpc: backend.type === "GRPC",
    upstreamId,
    origin,
    hostHeader: host,
    path: path.path,
    takesWholePath: false,
    method: backend.method === "ANY" || backend.method === "" ? null : backend.method,
    timeoutMs: timeoutSeconds * 1000,
  };
}

function parseOrigin(text: string): { readonly origin: string; readonly host: string } {
  // A WebSocket begins as a call over HTTP (RFC 6455 §3).
  const http = text.replace(/^ws(?=s?:)/i, "http");
  const url = URL.canParse(http) ? new URL(http) : null;
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) {
    throw new RangeError("the backend's URL must be http(s)://host[:port]");
  }
  if (url.username !== "" || url.password !== "" || url.pathname !== "/" || url.search !== "" || url.hash !== "") {
    throw new RangeError("the backend's URL must not hold more than scheme, host and port");
  }
  return { origin: url.origin, host: url.host };
}
