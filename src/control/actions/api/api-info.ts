import type { Api, ApiDefinition } from "../../../model/api.ts";
import type { Service } from "../../../model/service.ts";
import type { ApiInfo } from "../../contract/generated/types.ts";
import { isoTime } from "../iso-time.ts";
import { toWireOauth, toWireServiceConfig } from "./wire.ts";

/** Members of backends and switches that no API here has. */
const absentMembers = {
  ServiceScfFunctionName: null,
  ServiceScfFunctionNamespace: null,
  ServiceScfFunctionQualifier: null,
  ServiceScfIsIntegratedResponse: null,
  ServiceScfEventIsAsyncCall: null,
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
  IsBase64Encoded: false,
  IsBase64Trigger: false,
  Base64EncodedTriggerRules: null,
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
    ...responseMembers(definition),
    Tags: api.tags.map((tag) => ({ Key: tag.key, Value: tag.value })),
    Environments: environments,
  };
}

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
