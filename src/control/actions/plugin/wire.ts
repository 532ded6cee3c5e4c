import type { Plugin } from "../../../model/plugin.ts";
import type { AttachmentEntry } from "../../../store/plugin-repository.ts";
import type { Listing } from "../../../store/store.ts";
import type { AttachedApiInfo, AttachedPluginInfo, Plugin as WirePlugin } from "../../contract/generated/types.ts";
import { isoTime } from "../iso-time.ts";

/** A new plugin's reply says nothing of APIs. */
export function toWirePlugin(plugin: Plugin, attachments?: Listing<AttachmentEntry>): WirePlugin {
  return {
    PluginId: plugin.id,
    PluginName: plugin.name,
    PluginType: plugin.type,
    PluginData: plugin.data,
    Description: plugin.description,
    CreatedTime: isoTime(plugin.createdAt),
    ModifiedTime: isoTime(plugin.modifiedAt),
    AttachedApiTotalCount: attachments?.total ?? null,
    AttachedApis: attachments?.items.map(toWireAttachedApi) ?? null,
  };
}

export function toWireAttachedApi(entry: AttachmentEntry): AttachedApiInfo {
  return {
    ServiceId: entry.serviceId,
    ServiceName: entry.serviceName,
    ServiceDesc: entry.serviceDescription ?? "",
    ApiId: entry.apiId,
    ApiName: entry.apiName ?? "",
    ApiDesc: entry.apiDescription ?? "",
    Environment: entry.environment,
    AttachedTime: isoTime(entry.attachedAt),
  };
}

export function toWireAttachedPlugin({ plugin, environment, attachedAt }: AttachmentEntry): AttachedPluginInfo {
  return {
    PluginId: plugin.id,
    Environment: environment,
    AttachedTime: isoTime(attachedAt),
    PluginName: plugin.name,
    PluginType: plugin.type,
    Description: plugin.description ?? "",
    PluginData: plugin.data,
  };
}
