import type { DefinitionRule } from "../../../model/definition-fault.ts";
import type { ErrorCode } from "../../contract/generated/contract.ts";

/** Which code of its published list an action answers for a broken rule. */
export type DefinitionCodes = Readonly<Record<DefinitionRule | "api-type", ErrorCode>>;

const commonCodes = {
  "request-parameters": "InvalidParameterValue.InvalidRequestParameters",
  "backend-type": "InvalidParameterValue.InvalidServiceType",
  "websocket-method": "InvalidParameterValue.InvalidWSMethod",
  function: "InvalidParameterValue.InvalidScfConfig",
  "backend-url": "InvalidParameterValue.InvalidUrl",
  "backend-address": "InvalidParameterValue.InvalidIPAddress",
  "backend-port": "InvalidParameterValue.InvalidPort",
  "backend-path": "InvalidParameterValue.InvalidBackendPath",
  "backend-config": "InvalidParameterValue.InvalidServiceConfig",
  upstream: "InvalidParameterValue.InvalidUpstream",
  "parameter-source": "InvalidParameterValue.ParameterNotMatch",
  "path-variable": "InvalidParameterValue.InvalidServiceParam",
} as const;

export const createApiCodes: DefinitionCodes = {
  ...commonCodes,
  "api-type": "InvalidParameterValue.InvalidApiType",
  "request-path": "InvalidParameterValue.InvalidApiRequestConfig",
  "mock-body": "InvalidParameterValue.InvalidServiceMockReturnMessage",
  "backend-parameters": "InvalidParameterValue.InvalidServiceParameters",
  "constant-parameters": "InvalidParameter.FormatError",
};

/** ModifyApi lists no code of its own for some rules; the general one stands in. */
export const modifyApiCodes: DefinitionCodes = {
  ...commonCodes,
  "api-type": "InvalidParameterValue",
  "request-path": "InvalidParameterValue",
  "mock-body": "InvalidParameterValue",
  "backend-parameters": "InvalidParameterValue.InvalidServiceParam",
  "constant-parameters": "InvalidParameterValue.InvalidConstantParameters",
};
