import type { ApiStrategy, ServiceStrategy } from "../model/strategy.ts";

export interface StrategyRepository {
  setService(strategy: ServiceStrategy): Promise<void>;
  setApis(strategies: readonly ApiStrategy[]): Promise<void>;
  ofService(serviceId: string): Promise<readonly ServiceStrategy[]>;
  ofApis(serviceId: string, apiIds?: readonly string[]): Promise<readonly ApiStrategy[]>;
}
