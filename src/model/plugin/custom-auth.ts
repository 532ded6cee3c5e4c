import { isHeaderName } from "../header-field.ts";
import type { DataReader } from "./data-reader.ts";
import { type PluginEndpoint, readEndpoint } from "./endpoint.ts";
import { InvalidPluginData } from "./invalid-plugin-data.ts";

/** Asks an endpoint whether a call may pass. */
export interface CustomAuth {
  readonly endpoint: PluginEndpoint;
  readonly sendsBody: boolean;
  /** How long a verdict holds; 0: for its call only. */
  readonly cacheMs: number;
  /** What a call must carry; verdicts are kept by these values. Header names are lower case. */
  readonly headers: readonly string[];
  readonly queries: readonly string[];
}

export function readCustomAuth(data: DataReader): CustomAuth {
  const endpoint = readEndpoint(data);
  const headers = data.texts("header_auth_parameters");
  const queries = data.texts("query_auth_parameters");
  if (!headers.every(isHeaderName)) throw data.wrong("header_auth_parameters", "must hold names of header fields");
  const cacheSeconds = data.optionalInteger("cache_time", { min: 0, max: 3_600 }) ?? 0;
  if (cacheSeconds > 0 && headers.length + queries.length === 0) {
    const message =
      "`cache_time` needs `header_auth_parameters` or `query_auth_parameters`, by which verdicts are kept";
    throw new InvalidPluginData("missing", message);
  }
  return {
    endpoint,
    sendsBody: data.optionalBoolean("is_send_body") ?? false,
    cacheMs: cacheSeconds * 1000,
    headers: headers.map((name) => name.toLowerCase()),
    queries,
  };
}
