import { actionTable } from "../../src/control/actions/table.ts";
import { actions, commonErrorCodes, errorCodes } from "../../src/control/contract/generated/contract.ts";
import { neverAnswered } from "../../test/control/unreachable-codes.ts";
import { code, page, table } from "./markdown.ts";

type ActionName = keyof typeof actions;

/** Every published code: what it means, which actions list it, and whether this version answers it. */
export function managementErrorsPage(answered: ReadonlySet<string>): string {
  const common = new Set<string>(commonErrorCodes);
  const codes = Object.entries(errorCodes);
  const commonRows = codes
    .filter(([name]) => common.has(name))
    .map(([name, text]) => [code(name), answered.has(name) ? "yes" : "no", text]);
  const own = codes
    .filter(([name]) => !common.has(name))
    .map(([name, text]) => ({ name, text, actions: listing(name) }));
  const used = own.filter(({ name }) => answered.has(name));
  const unused = own.filter(({ name }) => !answered.has(name));
  return page("Errors of the management API", "the contract", [
    'A failed call is answered with status 200 and `{"Response":{"Error":{"Code":…,"Message":…},"RequestId":…}}`. Rely ' +
      "on `Code`; messages may change. Of several faults the first is reported.",
    "## Common codes",
    "Any action may answer these; those marked no are published, but this version answers them nowhere.",
    table(["code", "answered", "meaning"], commonRows),
    "## Codes of single actions",
    table(
      ["code", "meaning", "published for"],
      used.map(({ name, text, actions: listed }) => [code(name), text, listed.join(", ")]),
    ),
    "## Published codes this version does not answer",
    table(
      ["code", "meaning", "why not", "published for"],
      unused.map(({ name, text, actions: listed }) => [code(name), text, reason(name, listed), listed.join(", ")]),
    ),
  ]);
}

function listing(errorCode: string): readonly ActionName[] {
  return (Object.keys(actions) as ActionName[]).filter((name) =>
    (actions[name].errors as readonly string[]).includes(errorCode),
  );
}

function reason(errorCode: string, listed: readonly ActionName[]): string {
  if (listed.length === 0) return "no action lists it";
  if (listed.every((name) => actionTable[name].mode === "not-yet")) return "its actions do not work yet";
  return neverAnswered.get(errorCode) ?? "";
}
