import { actions } from "../contract/generated/contract.ts";
import { unflatten } from "../contract/unflatten.ts";
import type { LegacyAction, Members } from "./legacy-action.ts";
import { currentNames } from "./names.ts";
import { isIndex, type SentParameters } from "./sent-parameters.ts";

/** What a legacy call asks, as members of the request API 3.0 would have been sent. Unknown parameters are ignored. */
export function toMembers(legacy: LegacyAction, sent: SentParameters): Members {
  const contract = actions[legacy.action];
  const toCurrent = currentNames(legacy);
  const values = new Map(Object.entries(legacy.values ?? {}));
  const renamed = sent.all.map(({ steps, text }): [string, string] => {
    const name = toCurrent(steps);
    const path = name
      .split(".")
      .filter((step) => !isIndex(step))
      .join(".");
    return [name, values.get(path)?.(text) ?? text];
  });
  const read = unflatten(contract, renamed);
  const declared = contract.input.filter(({ name }) => Object.hasOwn(read, name)).map(({ name }) => [name, read[name]]);
  return { ...legacy.defaults, ...Object.fromEntries(declared), ...toFilters(legacy, sent) };
}

function toFilters({ filters }: LegacyAction, sent: SentParameters): Members {
  if (filters === undefined) return {};
  const used = Object.entries(filters).map(([path, Name]) => ({ Name, Values: sent.texts(path) }));
  return { Filters: used.filter(({ Values }) => Values.length > 0) };
}
