import type { Call } from "../../action.ts";
import { toApiInfo } from "../../actions/api/api-info.ts";
import { loadApi } from "../../actions/api/load.ts";
import { loadService } from "../../actions/service/load.ts";
import { missingParameter } from "../../contract/errors.ts";
import { actions } from "../../contract/generated/contract.ts";
import { normalizeString } from "../../contract/value-rules.ts";
import { converted, type Field, type Fields, list, object, optional, same, textBoolean } from "../fields.ts";
import type { LegacyAction, Members } from "../legacy-action.ts";

const definition = {
  renames: {
    authRequired: "AuthType",
    "requestParameters.in": "Position",
    "serviceParameters.relevantRequestParameterIn": "RelevantRequestParameterPosition",
    "serviceParameters.desc": "RelevantRequestParameterDesc",
  },
  synonyms: {
    description: "ApiDesc",
    apiDescription: "ApiDesc",
    "requestParameters.location": "Position",
    "serviceParameters.in": "Position",
  },
  values: {
    AuthType: readAuthRequired,
    Protocol: (text) => (text.toUpperCase() === "WEBSOCKET" ? "WEBSOCKET" : "HTTP"),
    ServiceType: (text) => text.toUpperCase(),
    // The published list of types has TEST for TEXT.
    ResponseType: (text) => (text.toUpperCase() === "TEST" ? "TEXT" : text),
    "RequestParameters.Required": readRequired,
  },
} satisfies Partial<LegacyAction>;

/** Callers authenticate by key or not at all; kinds of authentication that came later read as not at all. */
const authRequired: Field = converted("AuthType", (type) => (type === "SECRET" ? "TRUE" : "FALSE"));

export const legacyApiActions: Readonly<Record<string, LegacyAction>> = {
  CreateApi: {
    action: "CreateApi",
    ...definition,
    defaults: { AuthType: "SECRET", Protocol: "HTTP" },
    reply: same("apiId", "path", "method", "createdTime"),
  },
  ModifyApi: { action: "ModifyApi", ...definition, complete: keepStored },
  DeleteApi: { action: "DeleteApi" },
  DescribeApi: {
    action: "DescribeApi",
    reply: {
      ...same("serviceId", "serviceName", "serviceDesc", "apiId", "apiName", "apiDesc", "apiType"),
      ...same("createdTime", "modifiedTime"),
      requestConfig: object("RequestConfig", same("path", "method")),
      requestParameters: list("RequestParameters", {
        ...same("name"),
        // Tables say `position` where examples have `in`.
        in: "Position",
        ...same("position", "type", "defaultValue"),
        required: converted("Required", (isRequired) => (isRequired === true ? "REQUIRED" : "OPTIONAL")),
        ...same("desc"),
      }),
      ...same("serviceType", "serviceTimeout"),
      serviceConfig: object("ServiceConfig", same("url", "path", "method")),
      serviceParameters: list("ServiceParameters", serviceParameterFields()),
      constantParameters: list("ConstantParameters", same("name", "desc", "position", "defaultValue")),
      serviceMockReturnMessage: optional("ServiceMockReturnMessage"),
      serviceScfFunctionName: optional("ServiceScfFunctionName"),
      authRequired,
      enableCORS: textBoolean("EnableCORS"),
      ...same("responseType", "responseSuccessExample", "responseFailExample"),
      responseErrorCodes: list("ResponseErrorCodes", same("code", "convertedCode", "needConvert", "msg", "desc")),
    },
  },
  DescribeApisStatus: {
    action: "DescribeApisStatus",
    filters: { apiIds: "ApiId", searchName: "ApiPath", apiType: "ApiType" },
    list: {
      rows: "apiIdStatusSet",
      matches: { searchId: "apiId" },
      searched: ["apiName", "apiId"],
      isOrdered: true,
    },
    reply: {
      ...same("totalCount"),
      apiIdStatusSet: list("ApiIdStatusSet", {
        ...same("apiId", "apiDesc", "apiName", "apiType", "path", "method", "createdTime", "modifiedTime"),
        authRequired,
        ...same("serviceId"),
      }),
    },
    adds: ["serviceId"],
    finish: ({ input, reply }) => ({ serviceId: input["ServiceId"], ...reply }),
  },
  GenerateApiDocument: {
    action: "GenerateApiDocument",
    isRetired: true,
    renames: { language: "GenLanguage", environment: "GenEnvironment" },
    reply: { documentURL: "DocumentURL", sdkURL: "SdkURL" },
  },
};

function serviceParameterFields(): Fields {
  return {
    ...same("name"),
    in: "Position",
    ...same("position", "relevantRequestParameterName"),
    relevantRequestParameterIn: "RelevantRequestParameterPosition",
    ...same("relevantRequestParameterPosition", "defaultValue"),
    desc: "RelevantRequestParameterDesc",
  };
}

function readAuthRequired(text: string): string {
  const lower = text.toLowerCase();
  return lower === "true" ? "SECRET" : lower === "false" ? "NONE" : text;
}

function readRequired(text: string): string {
  const upper = text.toUpperCase();
  return upper === "REQUIRED" ? "true" : upper === "OPTIONAL" ? "false" : text;
}

/** ModifyApi of API 2.0 needs only the ids: what is not sent stays as it is stored. */
async function keepStored(call: Call, members: Members): Promise<Members> {
  const service = await loadService(call, requiredId(members, "ServiceId"));
  const api = await loadApi(call, service.id, requiredId(members, "ApiId"));
  const stored = storedMembers({ ...toApiInfo(api, service, []) });
  const kept = { ...stored, ...members };
  for (const name of ["RequestConfig", "ServiceConfig"]) {
    if (isObject(stored[name]) && isObject(members[name])) kept[name] = { ...stored[name], ...members[name] };
  }
  // Sent back as it was read, this must not open an API that takes another kind of authentication.
  if (members["AuthType"] === "NONE" && stored["AuthType"] !== "SECRET") kept["AuthType"] = stored["AuthType"];
  return kept;
}

/** What DescribeApi tells, as the request that would make it so. */
function storedMembers(info: Members): Members {
  const present = actions.ModifyApi.input.filter(({ name }) => isPresent(info[name])).map(({ name }) => name);
  return Object.fromEntries(present.map((name) => [name, info[name]]));
}

function isPresent(value: unknown): boolean {
  return value !== null && value !== undefined;
}

function requiredId(members: Members, name: string): string {
  const id = members[name];
  if (typeof id !== "string") throw missingParameter(name);
  return normalizeString({ name, type: "string" }, id);
}

function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null;
}
