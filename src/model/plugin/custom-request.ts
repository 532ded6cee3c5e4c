import type { DataReader } from "./data-reader.ts";
import { type PluginEndpoint, readEndpoint } from "./endpoint.ts";

/** Has an endpoint rewrite a request before it goes to the backend. */
export interface CustomRequest {
  readonly endpoint: PluginEndpoint;
  readonly sendsHeaders: boolean;
  readonly sendsQuery: boolean;
  readonly sendsBody: boolean;
  /** Whether bodies travel in Base64, both ways. */
  readonly isBase64: boolean;
}

export function readCustomRequest(data: DataReader): CustomRequest {
  return {
    endpoint: readEndpoint(data),
    sendsHeaders: data.optionalBoolean("is_send_req_headers") ?? false,
    sendsQuery: data.optionalBoolean("is_send_req_querys") ?? false,
    sendsBody: data.optionalBoolean("is_send_req_body") ?? false,
    isBase64: data.optionalBoolean("is_base64_encoded") ?? false,
  };
}
