import type { Case } from "../cases.ts";
import type { Gateway } from "../gateways/gateway.ts";
import type { ClosedLoopSample, PacedSample } from "../measure.ts";
import { median, spread } from "./statistics.ts";

/** What the rounds of one gateway at one case and number of connections come to. */
export interface Row {
  readonly gateway: Gateway;
  readonly callsPerSecond: number;
  readonly cpuMicroseconds: number;
  /** CPU figure of each round by that of plain nginx in the same round, the median; NaN where there is none. */
  readonly timesNginx: number;
  /** Largest minus smallest CPU figure of the rounds, as a share of the median. */
  readonly cpuSpread: number;
  readonly residentBytes: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The first reason for which a run did not count. */
  readonly fault: string | undefined;
}

export interface Section {
  readonly what: Case;
  readonly connections: number;
  readonly rows: readonly Row[];
}

/** Collects the samples of all rounds; medians are taken when it is read. */
export class Results {
  readonly settings: { readonly rounds: number; readonly seconds: number };
  readonly leftOut = new Map<Gateway, string>();
  /** How often a gateway had to be started again because a run failed; only those that had to. */
  readonly restarts = new Map<Gateway, number>();
  readonly #samples: { what: Case; connections: number; gateway: Gateway; sample: ClosedLoopSample }[] = [];
  readonly #paced: { what: Case; gateway: Gateway; sample: PacedSample }[] = [];

  constructor(settings: { readonly rounds: number; readonly seconds: number }) {
    this.settings = settings;
  }

  leaveOut(gateway: Gateway, reason: string): void {
    this.leftOut.set(gateway, reason);
  }

  countRestarts(gateway: Gateway, restarts: number): void {
    if (restarts > 0) this.restarts.set(gateway, restarts);
  }

  addClosedLoop(gateway: Gateway, what: Case, connections: number, sample: ClosedLoopSample): void {
    this.#samples.push({ what, connections, gateway, sample });
  }

  addPaced(gateway: Gateway, what: Case, sample: PacedSample): void {
    this.#paced.push({ what, gateway, sample });
  }

  /** In the order in which they were first measured. */
  sections(): Section[] {
    const sections = new Map<string, { what: Case; connections: number }>();
    for (const { what, connections } of this.#samples)
      sections.set(`${what.name} ${connections}`, { what, connections });
    return [...sections.values()].map(({ what, connections }) => {
      const here = this.#samples.filter((entry) => entry.what === what && entry.connections === connections);
      const gateways = new Set(here.map(({ gateway }) => gateway));
      return { what, connections, rows: [...gateways].map((gateway) => this.#row(gateway, what, connections)) };
    });
  }

  #row(gateway: Gateway, what: Case, connections: number): Row {
    const here = this.#samples.filter((entry) => entry.what === what && entry.connections === connections);
    const samples = here.filter((entry) => entry.gateway === gateway).map(({ sample }) => sample);
    const nginx = here.filter((entry) => entry.gateway.name === "nginx").map(({ sample }) => sample);
    const paced = this.#paced
      .filter((entry) => entry.gateway === gateway && entry.what === what)
      .map(({ sample }) => sample);
    const cpu = samples.map(({ cpuMicrosecondsPerCall }) => cpuMicrosecondsPerCall);
    return {
      gateway,
      callsPerSecond: median(samples.map(({ callsPerSecond }) => callsPerSecond)),
      cpuMicroseconds: median(cpu),
      timesNginx: median(cpu.map((value, round) => value / (nginx[round]?.cpuMicrosecondsPerCall ?? Number.NaN))),
      cpuSpread: spread(cpu),
      residentBytes: median(samples.map(({ residentBytes }) => residentBytes)),
      p50Ms: median(paced.map(({ p50Ms }) => p50Ms)),
      p99Ms: median(paced.map(({ p99Ms }) => p99Ms)),
      fault: [...samples, ...paced].find(({ fault }) => fault !== undefined)?.fault,
    };
  }

  /** How much of a core others used during the runs: the median, and the worst run. */
  foreignCores(): { median: number; worst: number } {
    const shares = this.#samples.map(({ sample }) => sample.foreignCores);
    return { median: median(shares), worst: Math.max(0, ...shares) };
  }
}
