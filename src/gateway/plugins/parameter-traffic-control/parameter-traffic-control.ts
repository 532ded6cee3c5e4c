import type { ParameterLimit, ParameterTrafficControl } from "../../../model/plugin/parameter-traffic-control.ts";
import type { Exchange } from "../../exchange.ts";
import type { ApiPlugins } from "../api-plugins.ts";
import { compileCondition, readParameter } from "../condition/compile-condition.ts";
import { admit, type CallLimit, type Tally } from "../traffic-control/call-limit.ts";
import { WindowCounters } from "../traffic-control/window-counters.ts";

/** The general limit of the API is asked first, then each strategy whose condition holds; any of them refuses. */
export function compileParameterTrafficControl(control: ParameterTrafficControl): Partial<ApiPlugins> {
  const general =
    control.general === null
      ? []
      : [{ counters: new WindowCounters(control.general.windowSeconds), name: "", limit: control.general.limit }];
  const strategies = control.strategies.map(compileStrategy);
  const limit: CallLimit = {
    check(exchange, nowMs) {
      return admit([...general, ...strategies.flatMap((strategy) => strategy(exchange) ?? [])], nowMs);
    },
  };
  return { limit };
}

/** A call without the parameter is none of the strategy's business. */
function compileStrategy(strategy: ParameterLimit): (exchange: Exchange) => Tally | undefined {
  const counters = new WindowCounters(strategy.windowSeconds);
  const fits = strategy.condition === null ? () => true : compileCondition(strategy.condition);
  return (exchange) => {
    const name = readParameter(exchange, strategy.parameter);
    return name === undefined || !fits(exchange) ? undefined : { counters, name, limit: strategy.limit };
  };
}
