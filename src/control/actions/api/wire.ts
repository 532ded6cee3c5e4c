import { type Api, type ApiDefinition, type Backend, isHttpBackend } from "../../../model/api.ts";
import type { ServiceConfig } from "../../contract/generated/types.ts";
import { isoTime } from "../iso-time.ts";

/** The part an API plays in OAuth. One that plays none is of the business kind, related to no authorization API. */
export function toWireOauth({ oauth }: ApiDefinition) {
  if (oauth?.kind !== "authorization") {
    return { ApiBusinessType: "NORMAL", AuthRelationApiId: oauth?.authorizationApiId ?? null, OauthConfig: null };
  }
  const { publicKey, tokenLocation, loginRedirectUrl } = oauth;
  return {
    ApiBusinessType: "OAUTH",
    AuthRelationApiId: null,
    OauthConfig: { PublicKey: publicKey, TokenLocation: tokenLocation, LoginRedirectUrl: loginRedirectUrl ?? "" },
  };
}

/** Of an authorization API among them, the APIs that take its tokens. */
export type BusinessApis = ReadonlyMap<string, readonly string[]>;

/** The members that the lists of APIs in DescribeService and DescribeApisStatus share. */
export function toWireApiListMembers({ definition, ...api }: Api, businessApis: BusinessApis = new Map()) {
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
    ...toWireOauth(definition),
    RelationBuniessApiIds: businessApis.get(api.id) ?? null,
    UniqVpcId: isHttpBackend(definition.backend) ? definition.backend.vpcId : null,
    IsDebugAfterCharge: false,
    CreatedTime: isoTime(api.createdAt),
    ModifiedTime: isoTime(api.modifiedAt),
  };
}

export function toWireServiceConfig(backend: Backend): Required<ServiceConfig> | null {
  if (!isHttpBackend(backend)) return null;
  return {
    Product: backend.product ?? "",
    UniqVpcId: backend.vpcId ?? "",
    Url: backend.url,
    Path: backend.path,
    Method: backend.method,
    UpstreamId: backend.upstreamId ?? null,
    CosConfig: null,
  };
}
