import type { PluginType } from "../plugin.ts";
import { type CircuitBreaker, readCircuitBreaker } from "./circuit-breaker.ts";
import { type Cors, readCors } from "./cors.ts";
import { type CustomAuth, readCustomAuth } from "./custom-auth.ts";
import { type CustomRequest, readCustomRequest } from "./custom-request.ts";
import { DataReader } from "./data-reader.ts";
import { InvalidPluginData } from "./invalid-plugin-data.ts";
import { type IpControl, readIpControl } from "./ip-control.ts";
import { type ParameterTrafficControl, readParameterTrafficControl } from "./parameter-traffic-control.ts";
import { type ProxyCache, readProxyCache } from "./proxy-cache.ts";
import { type Routing, readRouting } from "./routing.ts";
import { readTrafficControl, type TrafficControl } from "./traffic-control.ts";

/** What the data of each type of plugin says. */
export interface PluginConfigs {
  readonly IPControl: IpControl;
  readonly TrafficControl: TrafficControl;
  readonly TrafficControlByParameter: ParameterTrafficControl;
  readonly Cors: Cors;
  readonly Routing: Routing;
  readonly CircuitBreaker: CircuitBreaker;
  readonly ProxyCache: ProxyCache;
  readonly CustomAuth: CustomAuth;
  readonly CustomReq: CustomRequest;
}

const readers: { readonly [T in PluginType]: (value: unknown) => PluginConfigs[T] } = {
  IPControl: (value) => readIpControl(new DataReader(value)),
  TrafficControl: (value) => readTrafficControl(new DataReader(value)),
  TrafficControlByParameter: (value) => readParameterTrafficControl(new DataReader(value)),
  Cors: (value) => readCors(new DataReader(value)),
  Routing: readRouting,
  CircuitBreaker: (value) => readCircuitBreaker(new DataReader(value)),
  ProxyCache: (value) => readProxyCache(new DataReader(value)),
  CustomAuth: (value) => readCustomAuth(new DataReader(value)),
  CustomReq: (value) => readCustomRequest(new DataReader(value)),
};

/** Reads the JSON text of a plugin's data. Throws InvalidPluginData for the first thing wrong. */
export function parsePlugin<T extends PluginType>(type: T, text: string): PluginConfigs[T] {
  return readers[type](parseJson(text));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidPluginData("json", "The data is not JSON");
  }
}
