import { type Address, formatAddress, type Setting } from "../config/setting.ts";
import { type Config, type SettingName, settings } from "../config/settings.ts";

/** Prints every setting; secrets show only whether they are set. */
export function listSettings(config: Config): number {
  for (const [name, setting] of Object.entries(settings) as [SettingName, Setting<unknown>][]) {
    const flag = setting.flag === undefined ? "" : `  (${setting.flag})`;
    process.stdout.write(`${setting.env}=${shown(config[name], setting)}${flag}\n    ${setting.help}\n`);
  }
  return 0;
}

function shown(value: unknown, setting: Setting<unknown>): string {
  if (setting.isSecret) return value === null ? "" : "(set)";
  if (value === null) return "";
  if (Array.isArray(value)) return value.join(",") || "none";
  if (typeof value === "object") return formatAddress(value as Address);
  return String(value);
}
