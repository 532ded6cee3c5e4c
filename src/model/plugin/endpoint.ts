import { findBackendUrlFault } from "../backend-url.ts";
import type { DataReader } from "./data-reader.ts";
import { InvalidPluginData } from "./invalid-plugin-data.ts";

/** An HTTP endpoint a plugin asks, in place of the hosted product's cloud functions. */
export interface Endpoint {
  /** `http(s)://host[:port]` */
  readonly origin: string;
  /** Path and query. */
  readonly target: string;
  readonly timeoutMs: number;
}

const defaultTimeoutSeconds = 15;
const printable = /^[\x21-\x7e]+$/;

/** Reads our own member `endpoint_url`. Cloud functions, which the published form names, do not exist here. */
export function readEndpoint(data: DataReader): Endpoint {
  const url = data.optionalText("endpoint_url");
  if (url === undefined && data.has("func_name")) {
    const message = "Cloud functions (`func_name`) are not supported; name an HTTP endpoint in `endpoint_url`";
    throw new InvalidPluginData("unsupported", message);
  }
  const text = data.text("endpoint_url");
  const slash = text.indexOf("/", text.indexOf("://") + 3);
  const origin = slash < 0 ? text : text.slice(0, slash);
  const fault = findBackendUrlFault(origin);
  if (fault !== undefined || !printable.test(text) || text.includes("#")) {
    throw new InvalidPluginData("backend-url", `\`${data.at("endpoint_url")}\` must be an http(s) URL`);
  }
  const seconds = data.optionalInteger("endpoint_timeout", { min: 0, max: 60 }) ?? defaultTimeoutSeconds;
  // Zero would never leave time for an answer.
  const timeoutMs = (seconds === 0 ? defaultTimeoutSeconds : seconds) * 1000;
  return { origin, target: slash < 0 ? "/" : text.slice(slash), timeoutMs };
}
