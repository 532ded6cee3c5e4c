import type { Scope } from "../model/account.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { IpStrategy, IpStrategyBinding } from "../model/ip-strategy.ts";
import type { Listing, Page } from "./store.ts";

export interface IpStrategyRepository {
  insert(strategy: IpStrategy): Promise<void>;
  update(strategy: IpStrategy): Promise<void>;
  delete(strategy: IpStrategy): Promise<void>;
  find(scope: Scope, serviceId: string, id: string): Promise<IpStrategy | undefined>;
  count(serviceId: string): Promise<number>;
  /** Those whose name holds one of the texts, or all when there is none; newest first. */
  list(serviceId: string, nameContains: readonly string[]): Promise<readonly IpStrategy[]>;
}

interface IpStrategyBindingFilter {
  readonly strategyIds?: readonly string[];
  readonly environment?: EnvironmentName;
  readonly apiIds?: readonly string[];
}

/** Which strategies are in force for which APIs. As with plugins, a version keeps the strategies of APIs whose draft is gone. */
export interface IpStrategyBindingRepository {
  add(bindings: readonly IpStrategyBinding[]): Promise<void>;
  remove(bindings: readonly IpStrategyBinding[]): Promise<void>;
  /** Bindings of APIs that exist as drafts, newest first. */
  find(serviceId: string, filter: IpStrategyBindingFilter): Promise<readonly IpStrategyBinding[]>;
  /** Whether the strategy is bound to an API that has a draft or that an environment still runs. */
  isInForce(strategyId: string): Promise<boolean>;
  /** Ids of the drafts the strategy is bound to, each once however many environments it is bound in; newest first. */
  listApis(strategyId: string, environment: EnvironmentName | undefined, page: Page): Promise<Listing<string>>;
  /** The same ids, all of them, in slices between which others are served. */
  slicesOfApis(strategyId: string): AsyncIterable<readonly string[]>;
}

/** A strategy where its service has it. */
export interface ServedIpStrategy {
  readonly serviceId: string;
  readonly id: string;
  readonly type: IpStrategy["type"];
  readonly data: string;
  readonly places: readonly { readonly environment: EnvironmentName; readonly apiId: string }[];
}
