import type { HttpBackend, MockBackend } from "../api.ts";
import { findBackendFault } from "../backend-rules.ts";
import type { DataReader } from "./data-reader.ts";
import { InvalidPluginData } from "./invalid-plugin-data.ts";

/** Where a plugin sends a call instead of the API's own backend. */
export interface PluginBackend {
  readonly backend: HttpBackend | MockBackend;
  /** Whether the backend sees the caller's Host instead of its own. */
  readonly keepsHost: boolean;
  /** Null: that of the API. */
  readonly timeoutSeconds: number | null;
}

const unsupportedTypes: ReadonlySet<string> = new Set(["SCF", "VPC", "UPSTREAM", "TSF"]);

/** Reads `backend_type` and `backend_config`, whose members are those CreateApi has for a backend. */
export function readPluginBackend(data: DataReader): PluginBackend {
  const type = data.text("backend_type");
  if (unsupportedTypes.has(type)) {
    const message = `\`${data.at("backend_type")}\` is ${type}, but only HTTP and MOCK backends are supported`;
    throw new InvalidPluginData("unsupported", message);
  }
  if (type !== "HTTP" && type !== "MOCK") {
    throw new InvalidPluginData("backend-type", `\`${data.at("backend_type")}\` must be HTTP or MOCK`);
  }
  const config = data.object("backend_config", "backend-missing");
  const keepsHost = config.optionalBoolean("ReserveReqHost") ?? true;
  const timeoutSeconds = config.optionalInteger("ServiceTimeout", { min: 1, max: 1_800 }) ?? null;
  const backend = type === "MOCK" ? readMock(config) : readHttp(config.object("ServiceConfig"));
  const fault = findBackendFault(backend);
  if (fault === undefined) return { backend, keepsHost, timeoutSeconds };
  const rule = fault.rule === "mock-body" ? "backend-missing" : fault.rule;
  throw new InvalidPluginData(isBackendRule(rule) ? rule : "backend-config", `${config.at("")} ${fault.message}`);
}

function readMock(config: DataReader): MockBackend {
  return { type: "MOCK", body: config.text("ServiceMockReturnMessage") };
}

function readHttp(config: DataReader): HttpBackend {
  const product = config.optionalText("Product") ?? "";
  if (product.toLowerCase() === "upstream") {
    throw new InvalidPluginData("unsupported", `\`${config.at("Product")}\` is upstream, which is not supported`);
  }
  const path = config.optionalText("Path") ?? "";
  if (path !== "" && !path.startsWith("/")) {
    throw new InvalidPluginData("backend-path", `\`${config.at("Path")}\` must begin with a slash`);
  }
  return {
    type: "HTTP",
    url: config.text("Url"),
    path,
    method: config.text("Method"),
    product: product || null,
    vpcId: config.optionalText("UniqVpcId") || null,
  };
}

function isBackendRule(rule: string): rule is "backend-missing" | "backend-url" | "backend-address" | "backend-port" {
  return ["backend-missing", "backend-url", "backend-address", "backend-port"].includes(rule);
}
