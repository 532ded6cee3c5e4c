import { findBackendUrlFault } from "../backend-url.ts";
import { defaultNamespace, defaultQualifier, type FunctionName, isFunctionName } from "../cloud-function.ts";
import type { DataReader } from "./data-reader.ts";
import { InvalidPluginData } from "./invalid-plugin-data.ts";

/** Whom a plugin asks: a function, as published, or an HTTP endpoint, in a member of our own. */
export type PluginEndpoint =
  | { readonly kind: "url"; readonly url: string; readonly timeoutMs: number }
  | { readonly kind: "function"; readonly function: FunctionName; readonly timeoutMs: number };

const defaultTimeoutSeconds = 15;
const printable = /^[\x21-\x7e]+$/;

/** Reads `endpoint_url` or, where it is absent, the members that name a function. */
export function readEndpoint(data: DataReader): PluginEndpoint {
  const seconds = data.optionalInteger("endpoint_timeout", { min: 0, max: 60 }) ?? defaultTimeoutSeconds;
  // Zero would never leave time for an answer.
  const timeoutMs = (seconds === 0 ? defaultTimeoutSeconds : seconds) * 1000;
  if (!data.has("endpoint_url") && data.has("func_name")) {
    return { kind: "function", function: readFunctionName(data), timeoutMs };
  }
  if (!data.has("endpoint_url")) {
    const message = `\`${data.at("func_name")}\` is missing, or \`${data.at("endpoint_url")}\` instead of a function`;
    throw new InvalidPluginData("missing", message);
  }
  const url = data.text("endpoint_url");
  const slash = url.indexOf("/", url.indexOf("://") + 3);
  const fault = findBackendUrlFault(slash < 0 ? url : url.slice(0, slash));
  if (fault !== undefined || !printable.test(url) || url.includes("#")) {
    throw new InvalidPluginData("backend-url", `\`${data.at("endpoint_url")}\` must be an http(s) URL`);
  }
  return { kind: "url", url, timeoutMs };
}

function readFunctionName(data: DataReader): FunctionName {
  const name = {
    namespace: data.optionalText("func_namespace") || defaultNamespace,
    name: data.text("func_name"),
    qualifier: data.optionalText("func_qualifier") || defaultQualifier,
  };
  if (isFunctionName(name)) return name;
  const message = "a function, its namespace and its qualifier are 1 to 64 letters, digits, `_`, `-` or `$` each";
  throw new InvalidPluginData("function", message);
}
