import type { Backend, FunctionBackend, HttpBackend, MockBackend } from "../api.ts";
import { findBackendFault } from "../backend-rules.ts";
import { defaultNamespace, defaultQualifier } from "../cloud-function.ts";
import type { DataReader } from "./data-reader.ts";
import { InvalidPluginData } from "./invalid-plugin-data.ts";

/** Where a plugin sends a call instead of the API's own backend. */
export interface PluginBackend {
  readonly backend: Backend;
  /** Whether the backend sees the caller's Host instead of its own. */
  readonly keepsHost: boolean;
  /** Null: that of the API. */
  readonly timeoutSeconds: number | null;
}

/** VPC and UPSTREAM are HTTP backends of the products clb and upstream. */
const impliedProducts: ReadonlyMap<string, string> = new Map([
  ["HTTP", ""],
  ["VPC", "clb"],
  ["UPSTREAM", "upstream"],
]);

/** Reads `backend_type` and `backend_config`, whose members are those CreateApi has for a backend. */
export function readPluginBackend(data: DataReader): PluginBackend {
  const type = data.text("backend_type");
  if (type === "TSF") {
    const message = `\`${data.at("backend_type")}\` is TSF, but such backends are not supported`;
    throw new InvalidPluginData("unsupported", message);
  }
  const impliedProduct = impliedProducts.get(type);
  if (type !== "MOCK" && type !== "SCF" && impliedProduct === undefined) {
    const message = `\`${data.at("backend_type")}\` must be HTTP, VPC, UPSTREAM, SCF or MOCK`;
    throw new InvalidPluginData("backend-type", message);
  }
  const config = data.object("backend_config", "backend-missing");
  const keepsHost = config.optionalBoolean("ReserveReqHost") ?? true;
  const timeoutSeconds = config.optionalInteger("ServiceTimeout", { min: 1, max: 1_800 }) ?? null;
  const backend = readBackend(type, config, impliedProduct ?? "");
  const fault = findBackendFault(backend);
  if (fault === undefined) return { backend, keepsHost, timeoutSeconds };
  const rule = fault.rule === "mock-body" ? "backend-missing" : fault.rule;
  throw new InvalidPluginData(
    isBackendRule(rule) ? rule : "backend-config",
    `\`${data.at("backend_config")}\`: ${fault.message}`,
  );
}

function readBackend(type: string, config: DataReader, impliedProduct: string): Backend {
  if (type === "MOCK") return readMock(config);
  return type === "SCF" ? readFunction(config) : readHttp(config.object("ServiceConfig"), impliedProduct);
}

function readFunction(config: DataReader): FunctionBackend {
  return {
    type: "SCF",
    function: {
      namespace: config.optionalText("ServiceScfFunctionNamespace") || defaultNamespace,
      name: config.text("ServiceScfFunctionName"),
      qualifier: config.optionalText("ServiceScfFunctionQualifier") || defaultQualifier,
    },
    form: config.optionalText("ServiceScfFunctionType") === "HTTP" ? "HTTP" : "EVENT",
    isIntegrated: config.optionalBoolean("ServiceScfIsIntegratedResponse") ?? false,
    isAsync: config.optionalBoolean("ServiceScfEventIsAsyncCall") ?? false,
    base64: { isAlways: config.optionalBoolean("IsBase64Encoded") ?? false, triggers: [] },
  };
}

function readMock(config: DataReader): MockBackend {
  return { type: "MOCK", body: config.text("ServiceMockReturnMessage") };
}

function readHttp(config: DataReader, impliedProduct: string): HttpBackend {
  const product = config.optionalText("Product") || impliedProduct;
  const upstreamId = product.toLowerCase() === "upstream" ? config.optionalText("UpstreamId") : undefined;
  const path = config.optionalText("Path") ?? "";
  if (path !== "" && !path.startsWith("/")) {
    throw new InvalidPluginData("backend-path", `\`${config.at("Path")}\` must begin with a slash`);
  }
  return {
    type: "HTTP",
    url: upstreamId === undefined ? config.text("Url") : "",
    path,
    method: config.text("Method"),
    product: product || null,
    vpcId: config.optionalText("UniqVpcId") || null,
    ...(upstreamId && { upstreamId }),
  };
}

type BackendRule = "backend-missing" | "backend-url" | "backend-address" | "backend-port" | "function" | "upstream";

function isBackendRule(rule: string): rule is BackendRule {
  return ["backend-missing", "backend-url", "backend-address", "backend-port", "function", "upstream"].includes(rule);
}
