import type {
  ApiDefinition,
  Backend,
  BackendParameter,
  ConstantParameter,
  RequestParameter,
  ResponseErrorCode,
} from "../../../model/api.ts";
import { ApiError } from "../../contract/errors.ts";
import type { CreateApiRequest, ModifyApiRequest } from "../../contract/generated/types.ts";
import type { DefinitionCodes } from "./definition-codes.ts";
import { readOauth } from "./oauth.ts";
import { readAuthType } from "./unsupported.ts";

/** The console's kinds of backends, as the products of HTTP ones. */
const impliedProducts: ReadonlyMap<string, string> = new Map([
  ["VPC", "clb"],
  ["UPSTREAM", "upstream"],
]);

type Request = CreateApiRequest | ModifyApiRequest;

/** What an omitted `ServiceTimeout` of ModifyApi means; CreateApi requires it. Source: the console's default. */
const defaultTimeoutSeconds = 15;

/**
 * The definition a request asks for, in domain terms but not checked yet. Every omitted member has its default: nothing of
 * an earlier definition shows through, except the `currentErrorCodes` that stay unless deleted or replaced.
 */
export function readDefinition(
  input: Request,
  codes: DefinitionCodes,
  currentErrorCodes: readonly ResponseErrorCode[],
): ApiDefinition {
  const authType = readAuthType(input);
  return {
    name: input.ApiName || null,
    description: input.ApiDesc ?? null,
    apiType: input.ApiType,
    path: input.RequestConfig.Path,
    method: input.RequestConfig.Method,
    protocol: "HTTP",
    authType,
    ...(authType === "OAUTH" && { oauth: readOauth(input) }),
    isCorsEnabled: input.EnableCORS ?? false,
    requestParameters: readRequestParameters(input.RequestParameters ?? []),
    backend: readBackend(input, codes),
    backendTimeoutSeconds: input.ServiceTimeout ?? defaultTimeoutSeconds,
    backendParameters: readBackendParameters(input.ServiceParameters ?? []),
    constantParameters: readConstantParameters(input.ConstantParameters ?? []),
    responseType: input.ResponseType ?? null,
    responseSuccessExample: input.ResponseSuccessExample ?? null,
    responseFailExample: input.ResponseFailExample ?? null,
    responseErrorCodes: readErrorCodes(input, currentErrorCodes),
  };
}

function readBackend(input: Request, codes: DefinitionCodes): Backend {
  if (input.ServiceType === "MOCK") return { type: "MOCK", body: input.ServiceMockReturnMessage ?? "" };
  const config = input.ServiceConfig;
  if (config === undefined) {
    throw new ApiError(codes["backend-config"], "An HTTP backend needs `ServiceConfig`.");
  }
  const product = config.Product || impliedProducts.get(input.ServiceType) || config.Product;
  const isUpstream = product?.toLowerCase() === "upstream";
  return {
    type: "HTTP",
    url: config.Url ?? "",
    path: config.Path ?? "",
    method: config.Method ?? "",
    product: product ?? null,
    vpcId: config.UniqVpcId || null,
    ...(isUpstream && config.UpstreamId && { upstreamId: config.UpstreamId }),
  };
}

function readRequestParameters(wire: NonNullable<Request["RequestParameters"]>): readonly RequestParameter[] {
  return wire.map((parameter) => ({
    name: parameter.Name,
    position: parameter.Position,
    type: parameter.Type,
    // Clients cannot leave the member out, so an empty default is none.
    defaultValue: parameter.DefaultValue || null,
    isRequired: parameter.Required,
    description: parameter.Desc || null,
  }));
}

function readBackendParameters(wire: NonNullable<Request["ServiceParameters"]>): readonly BackendParameter[] {
  return wire.map((parameter) => ({
    name: parameter.Name ?? "",
    position: parameter.Position ?? "",
    sourceName: parameter.RelevantRequestParameterName ?? "",
    sourcePosition: parameter.RelevantRequestParameterPosition ?? "",
    sourceType: parameter.RelevantRequestParameterType ?? null,
    sourceDescription: parameter.RelevantRequestParameterDesc ?? null,
    defaultValue: parameter.DefaultValue || null,
  }));
}

function readConstantParameters(wire: NonNullable<Request["ConstantParameters"]>): readonly ConstantParameter[] {
  return wire.map((parameter) => ({
    name: parameter.Name ?? "",
    position: parameter.Position ?? "",
    value: parameter.DefaultValue ?? "",
    description: parameter.Desc ?? null,
  }));
}

function readErrorCodes(input: Request, current: readonly ResponseErrorCode[]): readonly ResponseErrorCode[] {
  if (input.IsDeleteResponseErrorCodes) return [];
  return (
    input.ResponseErrorCodes?.map((wire) => {
      if (wire.Code === undefined) {
        throw new ApiError("InvalidParameter.FormatError", "An entry of `ResponseErrorCodes` needs its `Code`.");
      }
      return {
        code: wire.Code,
        message: wire.Msg ?? "",
        description: wire.Desc ?? null,
        convertedCode: wire.ConvertedCode ?? null,
        needsConversion: wire.NeedConvert ?? false,
      };
    }) ?? current
  );
}
