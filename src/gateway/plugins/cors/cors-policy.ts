import { appendField } from "../../../http1/field-block.ts";
import type { Cors } from "../../../model/plugin/cors.ts";
import { type HeaderList, headerValue } from "../../headers.ts";
import type { ApiPlugins } from "../api-plugins.ts";

/** How calls from other origins are answered. An origin that is not allowed gets no fields, and its browser refuses. */
export interface CorsPolicy {
  /** Field block of every answer. */
  answerFields(request: HeaderList): string;
  /** Further fields of the answer to a preflight. */
  preflightFields(request: HeaderList): string;
}

export function compileCors(cors: Cors): Partial<ApiPlugins> {
  const allowsAll = cors.origins.includes("*");
  const origins = new Set(cors.origins.map((origin) => origin.toLowerCase()));
  const credentials = cors.allowsCredentials ? "Access-Control-Allow-Credentials: true\r\n" : "";
  const exposed = listField("Access-Control-Expose-Headers", cors.responseHeaders);
  // Caches must not hand one origin's answer to another.
  const vary = allowsAll ? "" : "Vary: Origin\r\n";
  const methods = listField("Access-Control-Allow-Methods", cors.methods);
  const maxAge = `Access-Control-Max-Age: ${cors.maxAgeSeconds}\r\n`;
  const allowedOrigin = (request: HeaderList): string | undefined => {
    const origin = headerValue(request, "origin");
    if (origin === undefined) return undefined;
    if (allowsAll) return "*";
    return origins.has(origin.toLowerCase()) ? origin : undefined;
  };
  const requestFields = (request: HeaderList): string => {
    if (!cors.requestHeaders.includes("*")) return listField("Access-Control-Allow-Headers", cors.requestHeaders);
    // Beside credentials browsers take `*` for a name.
    const asked = headerValue(request, "access-control-request-headers");
    return listField("Access-Control-Allow-Headers", asked === undefined ? [] : [asked]);
  };
  const policy: CorsPolicy = {
    answerFields(request) {
      const origin = allowedOrigin(request);
      if (origin === undefined) return vary;
      return appendField("", "Access-Control-Allow-Origin", origin) + credentials + exposed + vary;
    },
    preflightFields(request) {
      return allowedOrigin(request) === undefined ? "" : methods + requestFields(request) + maxAge;
    },
  };
  return { cors: policy };
}

function listField(name: string, values: readonly string[]): string {
  return values.length === 0 ? "" : appendField("", name, values.join(","));
}
