import { actionTable } from "../../src/control/actions/table.ts";
import { legacyFamilies, notServed } from "../../src/control/legacy/actions.ts";
import type { Fields } from "../../src/control/legacy/fields.ts";
import type { LegacyAction } from "../../src/control/legacy/legacy-action.ts";
import { code, page, table } from "./markdown.ts";

const headings: Readonly<Record<keyof typeof legacyFamilies, string>> = {
  service: "Services",
  environment: "Environments and releases",
  "sub-domain": "Custom domains",
  api: "APIs",
  "usage-plan": "Usage plans",
  "api-key": "API keys",
};

/** Every action of API 2.0: the action of API 3.0 that does its work, and what has another name. */
export function legacyActionsPage(): string {
  const families = Object.entries(headings) as [keyof typeof legacyFamilies, string][];
  const sections = families.map(([family, heading]) => {
    const rows = Object.entries<LegacyAction>(legacyFamilies[family]).map(([name, legacy]) => [
      legacy.action === name ? code(name) : `${code(name)} (${code(legacy.action)})`,
      state(legacy),
      parameters(legacy),
      [fieldsText(legacy.reply ?? {}), ...(legacy.adds ?? []).map(code)].filter(Boolean).join(", "),
    ]);
    return `## ${heading}\n\n${table(["action", "state", "parameters that differ", "fields and where they come from"], rows)}`;
  });
  return page("Actions of API 2.0", "the table of legacy actions", [
    "The API that clients of before 2019 speak (`qcloudapi-sdk`, `qcloudcli`), at `/v2/index.php` of the management endpoint. " +
      "Each action is carried out by the action of API 3.0 with its name, on the same data and by the same rules.",
    "A parameter has the name of API 3.0 with a small first letter, unless listed; unknown ones are ignored. So has a field of " +
      "the answer: `=` gives the member of API 3.0 where the name is another. Some fields are written as text (`TRUE`), as the " +
      "pages of API 2.0 have them. A field for which API 3.0 answers null is an empty text.",
    ...sections,
    `## Not served\n\nThese have no counterpart in API 3.0 and answer 6100.\n\n${table(
      ["action", "its callers are told that it"],
      [...notServed].map(([name, reason]) => [code(name), reason]),
    )}`,
  ]);
}

function state({ action, isRetired }: LegacyAction): string {
  if (isRetired) return "retired: answers 6200";
  return actionTable[action].mode === "not-yet" ? "not yet: answers 6100" : "works";
}

function parameters({ renames = {}, synonyms = {}, filters = {}, defaults = {}, list }: LegacyAction): string {
  const renamed = [...Object.entries(renames), ...Object.entries(synonyms)];
  return [
    ...renamed.map(([from, to]) => `${code(from)} → ${code(to)}`),
    ...Object.entries(filters).map(([from, to]) => `${code(from)} → filter ${code(to)}`),
    ...Object.entries(list?.matches ?? {}).map(([from, field]) => `${code(from)}: equals ${code(field)}`),
    ...(list?.searched ? [`${code("searchKey")}: part of ${list.searched.map(code).join(" or ")}`] : []),
    ...Object.entries(defaults).map(([name, value]) => `${code(name)} is ${code(String(value))} unless sent`),
    ...(list?.isOrdered ? [`${code("orderby")}, ${code("order")}`] : []),
  ].join(", ");
}

function fieldsText(fields: Fields): string {
  return Object.entries(fields)
    .map(([name, field]) => {
      if (typeof field === "string") return renamedField(name, field);
      if (field.kind === "constant") return code(`${name}="${field.value}"`);
      if (field.kind === "converted") return renamedField(name, field.from);
      const brackets = field.kind === "list" ? "[]" : "";
      return `${renamedField(name, field.from, brackets)} (${fieldsText(field.fields)})`;
    })
    .join(", ");
}

function renamedField(name: string, from: string, brackets = ""): string {
  const isSame = name.charAt(0).toUpperCase() + name.slice(1) === from;
  return code(isSame ? `${name}${brackets}` : `${name}${brackets}=${from}`);
}
