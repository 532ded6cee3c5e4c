import type { Api, Backend } from "../../../model/api.ts";
import type { ServiceConfig } from "../../contract/generated/types.ts";
import { isoTime } from "../iso-time.ts";

/** What every API is that does no OAuth: the business kind, related to no authorization API. */
export const withoutOauth = { ApiBusinessType: "NORMAL", AuthRelationApiId: null, OauthConfig: null } as const;

/** The members that the lists of APIs in DescribeService and DescribeApisStatus share. */
export function toWireApiListMembers({ definition, ...api }: Api) {
  return {
    ServiceId: api.serviceId,
    ApiId: api.id,
    ApiName: definition.name,
    ApiDesc: definition.description,
    ApiType: definition.apiType,
    Path: definition.path,
    Method: definition.method,
    Protocol: definition.protocol,
    AuthType: definition.authType,
    ...withoutOauth,
    RelationBuniessApiIds: null,
    UniqVpcId: definition.backend.type === "HTTP" ? definition.backend.vpcId : null,
    IsDebugAfterCharge: false,
    CreatedTime: isoTime(api.createdAt),
    ModifiedTime: isoTime(api.modifiedAt),
  };
}

export function toWireServiceConfig(backend: Backend): Required<ServiceConfig> | null {
  if (backend.type !== "HTTP") return null;
  return {
    Product: backend.product ?? "",
    UniqVpcId: backend.vpcId ?? "",
    Url: backend.url,
    Path: backend.path,
    Method: backend.method,
    UpstreamId: null,
    CosConfig: null,
  };
}
