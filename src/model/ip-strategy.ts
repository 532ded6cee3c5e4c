import type { Scope } from "./account.ts";
import type { EnvironmentName } from "./environment.ts";

/** A list of addresses of one service: WHITE lets only them through, BLACK keeps them out. */
export interface IpStrategy extends Scope {
  readonly id: string;
  readonly serviceId: string;
  readonly name: string;
  readonly type: "WHITE" | "BLACK";
  /** The list as its author wrote it. */
  readonly data: string;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/** A strategy in force for an API in one environment. */
export interface IpStrategyBinding {
  readonly strategyId: string;
  readonly serviceId: string;
  readonly environment: EnvironmentName;
  readonly apiId: string;
  readonly boundAt: number;
}
