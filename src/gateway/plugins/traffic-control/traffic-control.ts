import type { TrafficControl } from "../../../model/plugin/traffic-control.ts";
import type { Exchange } from "../../exchange.ts";
import type { ApiPlugins } from "../api-plugins.ts";
import { admit, type CallLimit, type Tally } from "./call-limit.ts";
import { WindowCounters } from "./window-counters.ts";

/** Limits of the API, of the app that signed and of the caller's address; a special figure stands in for the general one. */
export function compileTrafficControl(control: TrafficControl): Partial<ApiPlugins> {
  const api = new WindowCounters(control.windowSeconds);
  const apps = new WindowCounters(control.windowSeconds);
  const addresses = new WindowCounters(control.windowSeconds);

  function talliesOf({ app, clientAddress }: Exchange): readonly Tally[] {
    const tallies: Tally[] = [{ counters: api, name: "", limit: control.apiLimit }];
    const addressLimit = control.addressLimits.get(clientAddress) ?? control.addressLimit;
    if (addressLimit !== null) tallies.push({ counters: addresses, name: clientAddress, limit: addressLimit });
    const appLimit = app === null ? null : (control.appLimits.get(app.id) ?? control.appLimit);
    if (app !== null && appLimit !== null) tallies.push({ counters: apps, name: app.id, limit: appLimit });
    return tallies;
  }

  const limit: CallLimit = { check: (exchange, nowMs) => admit(talliesOf(exchange), nowMs) };
  return { limit };
}
