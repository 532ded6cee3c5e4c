import type { Cors } from "../../../model/plugin/cors.ts";
import { type HeaderList, headerValue } from "../../headers.ts";
import type { ApiPlugins } from "../api-plugins.ts";

/** How calls from other origins are answered. An origin that is not allowed gets no fields, and its browser refuses. */
export interface CorsPolicy {
  /** Fields of every answer. */
  answerHeaders(request: HeaderList): readonly string[];
  /** Further fields of the answer to a preflight. */
  preflightHeaders(request: HeaderList): readonly string[];
}

export function compileCors(cors: Cors): Partial<ApiPlugins> {
  const allowsAll = cors.origins.includes("*");
  const origins = new Set(cors.origins.map((origin) => origin.toLowerCase()));
  const credentials = cors.allowsCredentials ? ["Access-Control-Allow-Credentials", "true"] : [];
  const exposed = field("Access-Control-Expose-Headers", cors.responseHeaders);
  // Caches must not hand one origin's answer to another.
  const vary = allowsAll ? [] : ["Vary", "Origin"];
  const methods = field("Access-Control-Allow-Methods", cors.methods);
  const maxAge = ["Access-Control-Max-Age", String(cors.maxAgeSeconds)];
  const allowedOrigin = (request: HeaderList): string | undefined => {
    const origin = headerValue(request, "origin");
    if (origin === undefined) return undefined;
    if (allowsAll) return "*";
    return origins.has(origin.toLowerCase()) ? origin : undefined;
  };
  const requestHeaders = (request: HeaderList): readonly string[] => {
    if (!cors.requestHeaders.includes("*")) return field("Access-Control-Allow-Headers", cors.requestHeaders);
    // Beside credentials browsers take `*` for a name.
    const asked = headerValue(request, "access-control-request-headers");
    return field("Access-Control-Allow-Headers", asked === undefined ? [] : [asked]);
  };
  const policy: CorsPolicy = {
    answerHeaders(request) {
      const origin = allowedOrigin(request);
      if (origin === undefined) return vary;
      return ["Access-Control-Allow-Origin", origin, ...credentials, ...exposed, ...vary];
    },
    preflightHeaders(request) {
      return allowedOrigin(request) === undefined ? [] : [...methods, ...requestHeaders(request), ...maxAge];
    },
  };
  return { cors: policy };
}

function field(name: string, values: readonly string[]): readonly string[] {
  return values.length === 0 ? [] : [name, values.join(",")];
}
