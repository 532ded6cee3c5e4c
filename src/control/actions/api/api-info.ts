import type { Api, ApiDefinition, Backend, Base64Rules } from "../../../model/api.ts";
import type { Service } from "../../../model/service.ts";
import type { ApiInfo } from "../../contract/generated/types.ts";
import { isoTime } from "../iso-time.ts";
import { toWireOauth, toWireServiceConfig } from "./wire.ts";

/** Members of backends and switches that no API here has. */
const absentMembers = {
  ServiceWebsocketRegisterFunctionName: null,
  ServiceWebsocketRegisterFunctionNamespace: null,
  ServiceWebsocketRegisterFunctionQualifier: null,
  ServiceWebsocketCleanupFunctionName: null,
  ServiceWebsocketCleanupFunctionNamespace: null,
  ServiceWebsocketCleanupFunctionQualifier: null,
  ServiceWebsocketTransportFunctionName: null,
  ServiceWebsocketTransportFunctionNamespace: null,
  ServiceWebsocketTransportFunctionQualifier: null,
  InternalDomain: null,
  MicroServices: null,
  MicroServicesInfo: null,
  ServiceTsfLoadBalanceConf: null,
  ServiceTsfHealthCheckConf: null,
  IsDebugAfterCharge: false,
} satisfies Partial<ApiInfo>;

/** The draft of an API as DescribeApi shows it. `environments` are those whose running version contains it. */
export function toApiInfo(api: Api, service: Service, environments: readonly string[]): Required<ApiInfo> {
  const { definition } = api;
  const { backend } = definition;
  return {
    ...absentMembers,
    ...toWireOauth(definition),
    ServiceId: service.id,
    ServiceName: service.name,
    ServiceDesc: service.description,
    ApiId: api.id,
    ApiName: definition.name,
    ApiDesc: definition.description,
    ApiType: definition.apiType,
    CreatedTime: isoTime(api.createdAt),
    ModifiedTime: isoTime(api.modifiedAt),
    Protocol: definition.protocol,
    AuthType: definition.authType,
    EnableCORS: definition.isCorsEnabled,
    RequestConfig: { Path: definition.path, Method: definition.method },
    ...parameterMembers(definition),
    ServiceType: backend.type,
    ServiceTimeout: definition.backendTimeoutSeconds,
    ServiceConfig: toWireServiceConfig(backend),
    ServiceMockReturnMessage: backend.type === "MOCK" ? backend.body : null,
    ...functionMembers(backend),
    ...responseMembers(definition),
    Tags: api.tags.map((tag) => ({ Key: tag.key, Value: tag.value })),
    Environments: environments,
  };
}

function functionMembers(backend: Backend) {
  const { function: name, isIntegrated, isAsync, base64 } = backend.type === "SCF" ? backend : noFunction;
  return {
    ServiceScfFunctionName: name?.name ?? null,
    ServiceScfFunctionNamespace: name?.namespace ?? null,
    ServiceScfFunctionQualifier: name?.qualifier ?? null,
    ServiceScfIsIntegratedResponse: isIntegrated,
    ServiceScfEventIsAsyncCall: isAsync,
    IsBase64Encoded: base64.isAlways,
    IsBase64Trigger: base64.triggers.length > 0,
    Base64EncodedTriggerRules: base64.triggers.length === 0 ? null : base64.triggers.map(toWireTrigger),
  };
}

function toWireTrigger({ header, values }: Base64Rules["triggers"][number]) {
  return { Name: header === "accept" ? "Accept" : "Content_Type", Value: values };
}

const noFunction = { function: null, isIntegrated: null, isAsync: null, base64: { isAlways: false, triggers: [] } };

function parameterMembers(definition: ApiDefinition) {
  return {
    RequestParameters: definition.requestParameters.map((parameter) => ({
      Name: parameter.name,
      Position: parameter.position,
      Type: parameter.type,
      DefaultValue: parameter.defaultValue ?? "",
      Required: parameter.isRequired,
      Desc: parameter.description ?? "",
    })),
    ServiceParameters: definition.backendParameters.map((parameter) => ({
      Name: parameter.name,
      Position: parameter.position,
      RelevantRequestParameterPosition: parameter.sourcePosition,
      RelevantRequestParameterName: parameter.sourceName,
      RelevantRequestParameterDesc: parameter.sourceDescription,
      DefaultValue: parameter.defaultValue,
    })),
    ConstantParameters: definition.constantParameters.map((parameter) => ({
      Name: parameter.name,
      Position: parameter.position,
      DefaultValue: parameter.value,
      Desc: parameter.description,
    })),
  };
}

function responseMembers(definition: ApiDefinition) {
  return {
    ResponseType: definition.responseType,
    ResponseSuccessExample: definition.responseSuccessExample,
    ResponseFailExample: definition.responseFailExample,
    ResponseErrorCodes: definition.responseErrorCodes.map((code) => ({
      Code: code.code,
      Msg: code.message,
      Desc: code.description,
      ConvertedCode: code.convertedCode,
      NeedConvert: code.needsConversion,
    })),
  };
}
