import type { EnvironmentName } from "../../model/environment.ts";
import { splitAddressList } from "../../model/plugin/address-list.ts";
import type { PluginType } from "../../model/plugin.ts";
import type { ServiceState } from "../../snapshot/delta.ts";
import { type ApiPlugins, noPlugins } from "./api-plugins.ts";
import { compilePlugin, guard, type PluginNames, type PluginParts } from "./compile-plugin.ts";
import { compileIpControl } from "./ip-control/ip-control.ts";

/** The plugins of a service by environment, then by API; an environment without any has no entry. */
export type ServicePlugins = ReadonlyMap<EnvironmentName, ReadonlyMap<string, ApiPlugins>>;

interface Instance {
  readonly type: string;
  readonly data: string;
  readonly does: Partial<ApiPlugins>;
}

interface Attachment {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly places: ServiceState["plugins"][number]["places"];
  readonly compile: (names: PluginNames) => Partial<ApiPlugins>;
}

/** Types without counters or the like: one instance does for all places of the plugin. */
const keepsNothing: ReadonlySet<PluginType> = new Set(["IPControl", "Cors", "Routing"]);

/**
 * Plugins as they run: one instance for each API and environment, with its own state. An instance lives as long as its data
 * stays as it is, whatever else changes about the service. Windows of calls are shared with the other threads.
 */
export class PluginInstances {
  readonly #parts: PluginParts;
  readonly #onProblem: (place: string, message: string) => void;
  readonly #ofService = new Map<string, Map<string, Instance>>();
  #made = 0;

  constructor(parts: PluginParts, onProblem: (place: string, message: string) => void) {
    this.#parts = parts;
    this.#onProblem = onProblem;
  }

  build(state: ServiceState): ServicePlugins {
    const before = this.#ofService.get(state.id);
    const instances = new Map<string, Instance>();
    const built = new Map<EnvironmentName, Map<string, ApiPlugins>>();
    for (const { id, type, data, places, compile } of [...this.#strategies(state), ...this.#plugins(state)]) {
      for (const { environment, apiId } of places) {
        const place = `${environment}/${apiId}/${id}`;
        const known = before?.get(place);
        const isSame = known?.type === type && known.data === data;
        const instance = isSame
          ? known
          : { type, data, does: compile({ instance: `${this.#made++}`, rule: `${state.id}/${place}/${data}` }) };
        instances.set(place, instance);
        const ofEnvironment = built.get(environment) ?? new Map<string, ApiPlugins>();
        built.set(environment, ofEnvironment.set(apiId, combine(ofEnvironment.get(apiId), instance.does)));
      }
    }
    if (instances.size === 0) this.#ofService.delete(state.id);
    else this.#ofService.set(state.id, instances);
    return built;
  }

  remove(serviceId: string): void {
    this.#ofService.delete(serviceId);
  }

  #plugins({ id: serviceId, plugins }: ServiceState): readonly Attachment[] {
    return plugins.map(({ id, type, data, places }) => {
      const onProblem = (message: string) => this.#onProblem(`${serviceId}/${id}`, message);
      let shared: Partial<ApiPlugins> | undefined;
      const compile = (names: PluginNames) => {
        if (!keepsNothing.has(type)) return compilePlugin(type, data, this.#parts, names, onProblem);
        shared ??= compilePlugin(type, data, this.#parts, names, onProblem);
        return shared;
      };
      return { id, type, data, places, compile };
    });
  }

  #strategies({ id: serviceId, ipStrategies }: ServiceState): readonly Attachment[] {
    return ipStrategies.map(({ id, type, data, places }) => {
      let rules: Partial<ApiPlugins> | undefined;
      const compile = () => {
        rules ??= guard(
          () => compileIpControl({ allows: type === "WHITE", blocks: splitAddressList(data) }),
          (message) => this.#onProblem(`${serviceId}/${id}`, message),
        );
        return rules;
      };
      return { id, type, data, places, compile };
    });
  }
}

/** An API has one plugin of a kind, so nothing but address lists can meet. */
function combine(plugins = noPlugins, does: Partial<ApiPlugins>): ApiPlugins {
  return { ...plugins, ...does, addressRules: [...plugins.addressRules, ...(does.addressRules ?? [])] };
}
