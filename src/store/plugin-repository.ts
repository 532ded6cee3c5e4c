import type { Scope } from "../model/account.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { Plugin, PluginAttachment, PluginType } from "../model/plugin.ts";
import type { Listing, Page } from "./store.ts";

interface PluginFilter {
  readonly ids?: readonly string[];
  readonly nameContains?: string;
  readonly type?: PluginType;
}

export interface PluginRepository {
  insert(plugin: Plugin): Promise<void>;
  update(plugin: Plugin): Promise<void>;
  /** Removes the plugin from wherever it is attached, too. */
  delete(scope: Scope, id: string): Promise<void>;
  find(scope: Scope, id: string): Promise<Plugin | undefined>;
  /** Newest first. */
  list(scope: Scope, filter: PluginFilter, page: Page): Promise<Listing<Plugin>>;
  /** Those whose data holds one of the texts anywhere. */
  holding(scope: Scope, texts: readonly string[]): Promise<readonly Plugin[]>;
}

export interface AttachmentFilter {
  readonly pluginId?: string;
  readonly serviceId?: string;
  readonly environment?: EnvironmentName;
  readonly apiIds?: readonly string[];
}

/** An attachment with what lists show of its ends. */
export interface AttachmentEntry extends PluginAttachment {
  readonly plugin: Omit<Plugin, "tags">;
  readonly serviceName: string;
  readonly serviceDescription: string | null;
  readonly apiName: string | null;
  readonly apiDescription: string | null;
}

/**
 * Which plugins are at which APIs. An API whose draft has been deleted shows in no list, but a version that still holds it is
 * served with its plugins: deleting a draft must not open what an address list protects.
 */
export interface PluginAttachmentRepository {
  add(attachments: readonly PluginAttachment[]): Promise<void>;
  remove(attachment: Omit<PluginAttachment, "attachedAt">): Promise<void>;
  /** Newest first. */
  list(filter: AttachmentFilter, page: Page): Promise<Listing<AttachmentEntry>>;
  /** All that fit, with the types of their plugins. */
  find(filter: AttachmentFilter): Promise<readonly (PluginAttachment & { readonly type: PluginType })[]>;
  /** Those of the plugins that are at any API that has a draft. */
  attached(pluginIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Whether the plugin is at an API that has a draft or that an environment still runs. */
  isInForce(pluginId: string): Promise<boolean>;
  /** Ids of the services the plugin is attached in. */
  servicesOf(pluginId: string): Promise<readonly string[]>;
}

/** A plugin where a service has it. */
export interface ServedPlugin {
  readonly serviceId: string;
  readonly id: string;
  readonly type: PluginType;
  readonly data: string;
  readonly places: readonly { readonly environment: EnvironmentName; readonly apiId: string }[];
}
