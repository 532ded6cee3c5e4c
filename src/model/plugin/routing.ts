import { type PluginBackend, readPluginBackend } from "./backend.ts";
import type { Condition } from "./condition/condition.ts";
import { parseCondition } from "./condition/parse-condition.ts";
import { checkCount, checkDistinct, DataReader } from "./data-reader.ts";
import { InvalidPluginData } from "./invalid-plugin-data.ts";

export interface Route extends PluginBackend {
  readonly name: string;
  readonly condition: Condition;
}

/** Backends by condition, in the order they are asked. */
export interface Routing {
  readonly routes: readonly Route[];
}

const maxRoutes = 10;
const nameForm = /^[A-Za-z0-9/%~_\-.{}?&=]{1,50}$/;

export function readRouting(value: unknown): Routing {
  if (!Array.isArray(value)) throw new InvalidPluginData("value", "The data must be a JSON list of strategies");
  if (value.length === 0) throw new InvalidPluginData("missing", "The data must hold at least one strategy");
  checkCount("strategies", value, maxRoutes);
  const routes = value.map((item, index) => readRoute(new DataReader(item, String(index))));
  checkDistinct(
    "strategy_name",
    routes.map(({ name }) => name),
  );
  // Those of one weight: the newest first, which is written last.
  const ordered = routes.reverse().sort((left, right) => right.weight - left.weight);
  return { routes: ordered.map(({ weight: _, ...route }) => route) };
}

function readRoute(data: DataReader): Route & { readonly weight: number } {
  const name = data.text("strategy_name");
  if (!nameForm.test(name)) throw data.wrong("strategy_name", "must be 1 to 50 of A-Za-z0-9/%~_-.{}?&=");
  const weight = data.optionalInteger("strategy_weight", { min: 0, max: 100 }) ?? 0;
  const condition = data.parsed("condition", parseCondition);
  return { name, weight, condition, ...readPluginBackend(data) };
}
