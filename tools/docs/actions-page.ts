import { actionTable } from "../../src/control/actions/table.ts";
import type { ActionContract } from "../../src/control/contract/contract-shape.ts";
import { actions, commonErrorCodes } from "../../src/control/contract/generated/contract.ts";
import { neverAnsweredBy } from "../../test/control/unreachable-codes.ts";
import { code, page, table } from "./markdown.ts";

type ActionName = keyof typeof actions;

const common = new Set<string>(commonErrorCodes);

/** Family names as the contract spells them, in the order of the page. */
const families: ReadonlyMap<string, string> = new Map([
  ["service", "Services"],
  ["api", "APIs"],
  ["environment", "Environments and releases"],
  ["strategy", "Throttling strategies"],
  ["usage-plan", "Usage plans"],
  ["api-key", "API keys"],
  ["api-app", "API apps"],
  ["plugin", "Plugins"],
  ["ip-strategy", "IP strategies"],
  ["sub-domain", "Custom domains"],
  ["upstream", "Upstreams"],
  ["api-doc", "API documents"],
  ["exclusive-instance", "Exclusive instances"],
  ["log", "Log search"],
]);

/** Every action of API 3.0, whether it works, and the codes published for it. */
export function actionsPage(answered: ReadonlySet<string>): string {
  const byFamily = Map.groupBy(Object.entries(actions) as [ActionName, ActionContract][], ([, { group }]) => group);
  const unnamed = [...byFamily.keys()].find((group) => !families.has(group));
  if (unnamed !== undefined) throw new Error(`the family ${unnamed} has no heading`);
  const names = Object.keys(actions) as ActionName[];
  const works = names.filter(isWorking).length;

  const sections = [...families].map(([group, heading]) => {
    const rows = (byFamily.get(group) ?? []).map(([name]) => {
      const isServed = isWorking(name);
      return [code(name), stateOf(name), isServed ? ownCodes(name, answered).map(code).join(", ") : ""];
    });
    return `## ${heading}\n\n${table(["action", "state", "error codes"], rows)}`;
  });
  return page("Actions of the management API", "the contract and the table of actions", [
    `API 3.0, product \`apigateway\`, version \`2018-08-08\`: ${works} of ${names.length} actions work. One that does not ` +
      "work yet answers `UnsupportedOperation`, once the call's signature and region have been checked.",
    "The codes are those published for the action that this version answers somewhere. Any action may also answer the " +
      "[common codes](management-errors.md#common-codes). [All published codes](management-errors.md), with the actions that " +
      "list them, are on a page of their own.",
    ...sections,
  ]);
}

/** Published for the action, not common to all, and answered; what a test shows never to occur is left out. */
function ownCodes(name: ActionName, answered: ReadonlySet<string>): readonly string[] {
  const { errors }: ActionContract = actions[name];
  const never = neverAnsweredBy.get(name);
  return errors.filter((error) => answered.has(error) && !common.has(error) && never?.has(error) !== true);
}

function isWorking(name: ActionName): boolean {
  const { mode, isRetired = false } = actionTable[name];
  return mode !== "not-yet" && !isRetired;
}

function stateOf(name: ActionName): string {
  if (isWorking(name)) return "works";
  return actionTable[name].isRetired ? "retired: answers `ActionOffline`" : "not yet";
}
