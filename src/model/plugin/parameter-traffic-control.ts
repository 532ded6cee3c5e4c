import type { Condition } from "./condition/condition.ts";
import { parseCondition } from "./condition/parse-condition.ts";
import { checkDistinct, type DataReader, positive } from "./data-reader.ts";

/** Calls per window for each value of a parameter. */
export interface ParameterLimit {
  readonly limit: number;
  readonly windowSeconds: number;
  readonly parameter: { readonly kind: "query" | "header"; readonly name: string } | { readonly kind: "path" };
  /** Null: always. */
  readonly condition: Condition | null;
}

export interface ParameterTrafficControl {
  /** For all calls of an API together; null when switched off. */
  readonly general: { readonly limit: number; readonly windowSeconds: number } | null;
  /** In the order they are asked. */
  readonly strategies: readonly ParameterLimit[];
}

const maxStrategies = 10;
const maxWindowSeconds = 31_536_000;

export function readParameterTrafficControl(data: DataReader): ParameterTrafficControl {
  const windowSeconds = data.integer("default_window", { min: 0, max: maxWindowSeconds });
  const limit = data.optionalInteger("default_rate_limit", { min: windowSeconds === 0 ? 0 : 1, max: positive.max });
  if (windowSeconds > 0 && limit === undefined) data.integer("default_rate_limit", positive);
  if (data.list("strategies").length === 0) throw data.wrong("strategies", "must hold at least one strategy");
  const entries = data.objects("strategies", maxStrategies).map(readStrategy);
  checkDistinct(
    "strategies.name",
    entries.map(({ name }) => name),
  );
  checkDistinct(
    "strategies.strategy_weight",
    entries.map(({ weight }) => weight),
  );
  return {
    general: windowSeconds === 0 || limit === undefined ? null : { limit, windowSeconds },
    strategies: entries.sort((left, right) => right.weight - left.weight).map(({ strategy }) => strategy),
  };
}

function readStrategy(data: DataReader) {
  const name = data.text("name");
  if (name === "" || name.length > 50) throw data.wrong("name", "must have 1 to 50 characters");
  const weight = data.integer("strategy_weight", { min: 0, max: 100 });
  const parameters = data.objects("parameters", 1);
  const [parameter] = parameters;
  if (parameter === undefined) throw data.wrong("parameters", "must hold one parameter");
  const condition = data.optionalText("condition") ?? "";
  const strategy: ParameterLimit = {
    limit: data.integer("rate_limit", positive),
    windowSeconds: data.integer("window", { min: 1, max: maxWindowSeconds }),
    parameter: readParameter(parameter),
    condition: condition.trim() === "" ? null : data.parsed("condition", parseCondition),
  };
  return { name, weight, strategy };
}

function readParameter(data: DataReader): ParameterLimit["parameter"] {
  const kind = data.oneOf("type", ["query", "header", "path"]);
  if (kind === "path") return { kind };
  const name = data.text("name");
  if (name === "") throw data.wrong("name", "must not be empty");
  return { kind, name };
}
