import type { TrafficControl } from "../../../model/plugin/traffic-control.ts";
import type { Exchange } from "../../exchange.ts";
import type { SharedWindows } from "../../limits/shared-windows.ts";
import type { ApiPlugins } from "../api-plugins.ts";
import { type CallLimit, type Tally, take } from "./call-limit.ts";

/**
 * Limits of the API, of the app that signed and of the caller's address; a special figure stands in for the general one. `rule`
 * names the plugin at its place in every thread alike.
 */
export function compileTrafficControl(
  control: TrafficControl,
  windows: SharedWindows,
  rule: string,
): Partial<ApiPlugins> {
  const api = windows.open(control.windowSeconds, `${rule}/api`);
  const apps = windows.open(control.windowSeconds, `${rule}/app`);
  const addresses = windows.open(control.windowSeconds, `${rule}/address`);
  const ofApi: Tally = { counters: api, counter: api.counter(""), limit: control.apiLimit };

  function talliesOf({ app, clientAddress }: Exchange): readonly Tally[] {
    const tallies = [ofApi];
    const addressLimit = control.addressLimits.get(clientAddress) ?? control.addressLimit;
    if (addressLimit !== null) {
      tallies.push({ counters: addresses, counter: addresses.counter(clientAddress), limit: addressLimit });
    }
    const appLimit = app === null ? null : (control.appLimits.get(app.id) ?? control.appLimit);
    if (app !== null && appLimit !== null) {
      tallies.push({ counters: apps, counter: apps.counter(app.id), limit: appLimit });
    }
    return tallies;
  }

  const limit: CallLimit = { take: (exchange, nowMs) => take(talliesOf(exchange), nowMs) };
  return { limit };
}
