import type { ApiApp } from "../../../model/api-app.ts";
import type { NamedAppBinding } from "../../../store/app-binding-repository.ts";
import type { ApiAppApiInfo, ApiAppInfo } from "../../contract/generated/types.ts";
import { isoTime } from "../iso-time.ts";

/** Replies show key and secret in clear: clients read them back from the list. */
export function toWireApp(app: ApiApp): ApiAppInfo {
  return {
    ApiAppName: app.name,
    ApiAppId: app.id,
    ApiAppKey: app.key,
    ApiAppSecret: app.secret,
    ApiAppDesc: app.description,
    CreatedTime: isoTime(app.createdAt),
    ModifiedTime: isoTime(app.modifiedAt),
  };
}

/** An app as anybody who knows its id may see it. */
export function toPublicApp(app: ApiApp): ApiAppInfo {
  return { ...toWireApp(app), ApiAppKey: "", ApiAppSecret: "", ApiAppDesc: "" };
}

export function toWireBinding(binding: NamedAppBinding): ApiAppApiInfo {
  return {
    ApiAppName: binding.appName,
    ApiAppId: binding.apiAppId,
    ApiId: binding.apiId,
    ApiName: binding.apiName,
    ServiceId: binding.serviceId,
    AuthorizedTime: isoTime(binding.createdAt),
    // Published without what most region names begin with: `chongqing`.
    ApiRegion: binding.apiRegion.replace(/^ap-/, ""),
    EnvironmentName: binding.environment,
  };
}
