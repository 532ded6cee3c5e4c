import type { Setting } from "../../src/config/setting.ts";
import { settingGroups } from "../../src/config/settings.ts";
import { code, page, table } from "./markdown.ts";

/** Every setting with its variable, flag, default and purpose, by subject. */
export function settingsPage(): string {
  return page("Settings", "src/config/settings/", [
    "A setting is given by its environment variable or, where there is one, by a flag of `turnpike up`. Flags win over " +
      "variables, variables over defaults. An empty variable counts as not set. A variable that begins with `TURNPIKE_` and " +
      "is not on this page stops the start, so that a typing error is not taken for the default.",
    "Switches take `true` or `false` (also `1`, `0`, `yes`, `no`, `on`, `off`). An address is `HOST:PORT`, `[IPv6]:PORT` or a " +
      "bare `PORT`, which means loopback; port 0 takes a free one. `turnpike settings` prints what is in force.",
    ...settingGroups.flatMap(({ title, settings }) => [`## ${title}`, settingsTable(Object.values(settings))]),
  ]);
}

function settingsTable(settings: readonly Setting<unknown>[]): string {
  const rows = settings.map((setting) => [
    code(setting.env),
    setting.flag === undefined ? "" : code(setting.flag),
    setting.shownDefault ?? code(shown(setting.default)),
    setting.help,
  ]);
  return table(["variable", "flag", "default", "what it does"], rows);
}

function shown(value: unknown): string {
  return String(value);
}
