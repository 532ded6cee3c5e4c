import type { BenchKeys } from "../cases.ts";
import type { CallAddress } from "../load/requests.ts";

/** One thing to compare. */
export interface Gateway {
  readonly name: string;
  readonly title: string;
  /** Whether it checks the signature and the limits, or passes every call on. */
  readonly checks: boolean;
  /** The command that installs what it needs. */
  readonly install: string;
  isInstalled(): boolean;
  /** What it is, as it says itself. */
  version(): string;
  start(site: Site): Promise<RunningGateway>;
}

/** What a gateway is started with. */
export interface Site {
  /** Empty, its own, and removed after the run. */
  readonly folder: string;
  readonly backendPort: number;
  readonly keys: BenchKeys;
}

export interface RunningGateway {
  readonly port: number;
  /** The process whose tree is measured. */
  readonly pid: number;
  readonly address: CallAddress;
  stop(): Promise<void>;
}
