import { ApiError } from "../contract/errors.ts";
import { actions } from "../contract/generated/contract.ts";
import type { LegacyAction } from "./legacy-action.ts";
import { isIndex } from "./sent-parameters.ts";

/** Gives the name API 3.0 has for a legacy parameter: `requestParameters.0.in` → `RequestParameters.0.Position`. */
export function currentNames({ renames = {}, synonyms = {} }: LegacyAction): (steps: readonly string[]) => string {
  const known = new Map([...Object.entries(synonyms), ...Object.entries(renames)]);
  return (steps) => {
    let path = "";
    const named = steps.map((step) => {
      if (isIndex(step)) return step;
      path = path === "" ? step : `${path}.${step}`;
      return known.get(path) ?? step.charAt(0).toUpperCase() + step.slice(1);
    });
    return named.join(".");
  };
}

/** The error as the caller knows its parameters: a message about `AccessKeyId` speaks of `secretId`. */
export function inLegacyWords(legacy: LegacyAction, error: unknown): unknown {
  if (!(error instanceof ApiError)) return error;
  const declared = new Set(actions[legacy.action].input.map((member) => member.name));
  const message = error.message.replaceAll(/`([A-Z][A-Za-z0-9]*)((?:\.[A-Za-z0-9]+)*)`/g, (quoted, first, rest) =>
    declared.has(first) ? `\`${legacyName(legacy, `${first}${rest}`.split("."))}\`` : quoted,
  );
  return new ApiError(error.code, message, { cause: error });
}

function legacyName(legacy: LegacyAction, steps: readonly string[]): string {
  const renames = Object.entries(legacy.renames ?? {});
  let path = "";
  return steps
    .map((step) => {
      if (isIndex(step)) return step;
      const parent = path === "" ? "" : `${path}.`;
      const renamed = renames.find(([from, to]) => to === step && from.slice(0, from.lastIndexOf(".") + 1) === parent);
      path = renamed?.[0] ?? `${parent}${step.charAt(0).toLowerCase()}${step.slice(1)}`;
      return path.slice(path.lastIndexOf(".") + 1);
    })
    .join(".");
}
