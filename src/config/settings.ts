import type { Setting } from "./setting.ts";
import { accessLogSettings } from "./settings/access-log.ts";
import { accountSettings } from "./settings/accounts.ts";
import { backendSettings } from "./settings/backends.ts";
import { callSettings } from "./settings/calls.ts";
import { capSettings } from "./settings/caps.ts";
import { listenerSettings } from "./settings/listeners.ts";
import { managementApiSettings } from "./settings/management-api.ts";
import { processSettings } from "./settings/process.ts";

/** By subject, in the order the reference page lists them. */
export const settingGroups = [
  { title: "Process", settings: processSettings },
  { title: "Addresses", settings: listenerSettings },
  { title: "Accounts and secrets", settings: accountSettings },
  { title: "Management API", settings: managementApiSettings },
  { title: "Calls", settings: callSettings },
  { title: "Caps", settings: capSettings },
  { title: "Backends", settings: backendSettings },
  { title: "Access log", settings: accessLogSettings },
] as const;

/** Everything that can be set. Flags win over variables, variables over defaults. */
export const settings = {
  ...processSettings,
  ...listenerSettings,
  ...accountSettings,
  ...managementApiSettings,
  ...callSettings,
  ...capSettings,
  ...backendSettings,
  ...accessLogSettings,
};

export type SettingName = keyof typeof settings;

/** What is in force, every setting with its value. */
export type Config = { readonly [N in SettingName]: (typeof settings)[N] extends Setting<infer T> ? T : never };
