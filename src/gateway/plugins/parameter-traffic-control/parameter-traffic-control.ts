import type { ParameterLimit, ParameterTrafficControl } from "../../../model/plugin/parameter-traffic-control.ts";
import type { Exchange } from "../../exchange.ts";
import type { SharedWindows, WindowCounters } from "../../limits/shared-windows.ts";
import type { ApiPlugins } from "../api-plugins.ts";
import { compileCondition, readParameter } from "../condition/compile-condition.ts";
import { type CallLimit, type Tally, take } from "../traffic-control/call-limit.ts";

/**
 * The general limit of the API is asked first, then each strategy whose condition holds; any of them refuses. `rule` names the
 * plugin at its place in every thread alike.
 */
export function compileParameterTrafficControl(
  { general, strategies }: ParameterTrafficControl,
  windows: SharedWindows,
  rule: string,
): Partial<ApiPlugins> {
  const always = general === null ? [] : [generalTally(windows.open(general.windowSeconds, rule), general.limit)];
  const compiled = strategies.map((strategy, index) =>
    compileStrategy(strategy, windows.open(strategy.windowSeconds, `${rule}/${index}`)),
  );
  const limit: CallLimit = {
    take(exchange, nowMs) {
      return take([...always, ...compiled.flatMap((strategy) => strategy(exchange) ?? [])], nowMs);
    },
  };
  return { limit };
}

function generalTally(counters: WindowCounters, limit: number): Tally {
  return { counters, counter: counters.counter(""), limit };
}

/** A call without the parameter is none of the strategy's business. */
function compileStrategy(
  strategy: ParameterLimit,
  counters: WindowCounters,
): (exchange: Exchange) => Tally | undefined {
  const fits = strategy.condition === null ? () => true : compileCondition(strategy.condition);
  return (exchange) => {
    const name = readParameter(exchange, strategy.parameter);
    if (name === undefined || !fits(exchange)) return undefined;
    return { counters, counter: counters.counter(name), limit: strategy.limit };
  };
}
