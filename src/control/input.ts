import { actions } from "./contract/generated/contract.ts";
import type { ActionName, Actions } from "./contract/generated/types.ts";
import { unflatten } from "./contract/unflatten.ts";
import { validateInput } from "./contract/validate.ts";
import type { Parameters } from "./request.ts";

/** The action's own parameters, checked against its contract. Text is read by the declared types, JSON as it is typed. */
export function readInput<A extends ActionName>(action: A, parameters: Parameters): Actions[A]["input"] {
  const raw = parameters.kind === "json" ? parameters.members : unflatten(actions[action], parameters.values);
  return validateInput(action, raw);
}
