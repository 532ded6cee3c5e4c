import type {
  ApiDefinition,
  Backend,
  BackendParameter,
  Base64Rules,
  ConstantParameter,
  FunctionBackend,
  HttpBackend,
  MockBackend,
  RequestParameter,
  ResponseErrorCode,
} from "../../../model/api.ts";
import { defaultNamespace, defaultQualifier } from "../../../model/cloud-function.ts";
import { ApiError } from "../../contract/errors.ts";
import type { CreateApiRequest, ModifyApiRequest } from "../../contract/generated/types.ts";
import type { DefinitionCodes } from "./definition-codes.ts";
import { readOauth } from "./oauth.ts";
import { readAuthType } from "./unsupported.ts";

/** Kinds of backends that are HTTP ones of a product. */
const impliedProducts: ReadonlyMap<string, string> = new Map([
  ["VPC", "clb"],
  ["CLB", "clb"],
  ["UPSTREAM", "upstream"],
]);

type Request = CreateApiRequest | ModifyApiRequest;

/** What an imported document may say of a MOCK answer. */
export type MockAnswer = Pick<MockBackend, "status" | "headers">;

/** What a request leaves as it is, or is given apart from it. */
export interface Kept {
  readonly protocol: ApiDefinition["protocol"];
  /** Stay unless they are deleted or replaced. */
  readonly responseErrorCodes: readonly ResponseErrorCode[];
  readonly mock: MockAnswer;
  /** Stays unless another is sent: no reply tells it, so a client that writes back what it read cannot send it. */
  readonly functionForm: FunctionBackend["form"];
}

/** What an omitted `ServiceTimeout` of ModifyApi means; CreateApi requires it. Source: the console's default. */
const defaultTimeoutSeconds = 15;

/**
 * The definition a request asks for, in domain terms but not checked yet. Every omitted member has its default: nothing of
 * an earlier definition shows through but what is `kept`.
 */
export function readDefinition(input: Request, codes: DefinitionCodes, kept: Kept): ApiDefinition {
  const authType = readAuthType(input);
  return {
    name: input.ApiName || null,
    description: input.ApiDesc ?? null,
    apiType: input.ApiType,
    path: input.RequestConfig.Path,
    method: input.RequestConfig.Method,
    protocol: kept.protocol,
    authType,
    ...(authType === "OAUTH" && { oauth: readOauth(input) }),
    isCorsEnabled: input.EnableCORS ?? false,
    requestParameters: readRequestParameters(input.RequestParameters ?? []),
    backend: readBackend(input, codes, kept),
    backendTimeoutSeconds: input.ServiceTimeout ?? defaultTimeoutSeconds,
    backendParameters: readBackendParameters(input.ServiceParameters ?? []),
    constantParameters: readConstantParameters(input.ConstantParameters ?? []),
    responseType: input.ResponseType ?? null,
    responseSuccessExample: input.ResponseSuccessExample ?? null,
    responseFailExample: input.ResponseFailExample ?? null,
    responseErrorCodes: readErrorCodes(input, kept.responseErrorCodes),
  };
}

function readBackend(input: Request, codes: DefinitionCodes, kept: Kept): Backend {
  if (input.ServiceType === "MOCK") {
    const body = input.ServiceMockReturnMessage ?? "";
    const { status, headers } = kept.mock;
    return { type: "MOCK", body, ...(status !== undefined && { status }), ...(headers && { headers }) };
  }
  return input.ServiceType === "SCF" ? readFunction(input, kept.functionForm) : readHttpBackend(input, codes);
}

function readFunction(input: Request, keptForm: FunctionBackend["form"]): FunctionBackend {
  return {
    type: "SCF",
    function: {
      namespace: input.ServiceScfFunctionNamespace || defaultNamespace,
      name: input.ServiceScfFunctionName ?? "",
      qualifier: input.ServiceScfFunctionQualifier || defaultQualifier,
    },
    form: input.ServiceScfFunctionType ?? keptForm,
    isIntegrated: input.ServiceScfIsIntegratedResponse ?? false,
    isAsync: input.ServiceScfEventIsAsyncCall ?? false,
    base64: readBase64Rules(input),
  };
}

/** CreateApi has no rules; they can only be added to an API there is. */
function readBase64Rules(input: Request): Base64Rules {
  const rules = "IsBase64Trigger" in input && input.IsBase64Trigger ? (input.Base64EncodedTriggerRules ?? []) : [];
  return {
    isAlways: input.IsBase64Encoded ?? false,
    triggers: rules.map(({ Name, Value }) => ({
      // The published name has an underscore.
      header: Name?.toLowerCase() === "accept" ? "accept" : "content-type",
      values: Value ?? [],
    })),
  };
}

function readHttpBackend(input: Request, codes: DefinitionCodes): HttpBackend {
  const config = input.ServiceConfig;
  if (config === undefined) {
    throw new ApiError(codes["backend-config"], `A backend of the type ${input.ServiceType} needs \`ServiceConfig\`.`);
  }
  const product = config.Product ?? impliedProducts.get(input.ServiceType);
  const isUpstream = product?.toLowerCase() === "upstream";
  return {
    type: input.ServiceType === "WEBSOCKET" || input.ServiceType === "GRPC" ? input.ServiceType : "HTTP",
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
