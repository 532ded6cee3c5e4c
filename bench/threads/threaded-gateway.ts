import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { measureMachine, measureTree } from "../cpu.ts";
import { startTurnpike } from "../gateways/turnpike.ts";
import { Management } from "../gateways/turnpike-management.ts";
import { runClosedLoop, type Totals } from "../load/closed-loop.ts";
import { packRequests } from "../load/requests.ts";
import { publish, signedCall } from "../loss/place.ts";
import type { Started } from "../processes.ts";
import type { ThreadFigures } from "./markdown.ts";

/** Connections of each generator. */
const CONNECTIONS = 64;
const WARM_UP_SECONDS = 10;
/** A program that has idled finds its caches cold and its heap shrunk. */
const LEAD_IN_SECONDS = 1;

interface Bench {
  readonly wrk: string;
  readonly folder: string;
  /** By core. */
  readonly backendPorts: readonly number[];
}

/** A gateway of so many threads, and what each generator sends to it. */
export class ThreadedGateway {
  readonly #wrk: string;
  readonly #threads: number;
  readonly #started: Started;
  readonly #port: number;
  readonly #startMs: number;
  readonly #bytesAtStart: number;
  /** By core. */
  readonly #requestFiles: readonly string[];
  readonly #cpus: number[] = [];
  readonly #rates: number[] = [];
  readonly #foreign: number[] = [];

  private constructor(
    wrk: string,
    threads: number,
    start: { started: Started; port: number; startMs: number; requestFiles: string[] },
  ) {
    const { started, port, startMs, requestFiles } = start;
    this.#wrk = wrk;
    this.#threads = threads;
    this.#started = started;
    this.#port = port;
    this.#startMs = startMs;
    this.#bytesAtStart = measureTree(started.pid).residentBytes;
    this.#requestFiles = requestFiles;
  }

  static async start(threads: number, { wrk, folder, backendPorts }: Bench): Promise<ThreadedGateway> {
    const startingAt = performance.now();
    const data = join(folder, String(threads));
    const { started, managementPort, gatewayPort } = await startTurnpike(data, {
      TURNPIKE_THREADS: String(threads),
      TURNPIKE_MAX_STRATEGY_RATE: "100000",
    });
    const startMs = performance.now() - startingAt;
    const management = new Management(managementPort);
    const requestFiles: string[] = [];
    for (const [core, backendPort] of backendPorts.entries()) {
      const key = { id: `AKIDthread${core}`, secret: `secret-of-thread-${core}` };
      const call = signedCall(await publish(management, backendPort, key), key);
      const file = join(folder, `requests-${threads}-${core}`);
      await writeFile(file, packRequests([call]));
      requestFiles.push(file);
    }
    const gateway = new ThreadedGateway(wrk, threads, { started, port: gatewayPort, startMs, requestFiles });
    await gateway.#load(WARM_UP_SECONDS);
    return gateway;
  }

  /** All generators at once. */
  #load(seconds: number): Promise<Totals[]> {
    const load = { wrk: this.#wrk, port: this.#port, connections: CONNECTIONS, seconds };
    return Promise.all(this.#requestFiles.map((requestsFile, core) => runClosedLoop({ ...load, requestsFile, core })));
  }

  async measure(seconds: number): Promise<void> {
    await this.#load(LEAD_IN_SECONDS);
    const machineBefore = measureMachine();
    const before = measureTree(this.#started.pid).cpuMicroseconds;
    const totals = await this.#load(seconds);
    const cpu = measureTree(this.#started.pid).cpuMicroseconds - before;
    const machine = measureMachine();
    const sum = (of: (total: Totals) => number) => totals.reduce((total, each) => total + of(each), 0);
    const failed = sum(({ refusals, failures }) => refusals + failures);
    if (failed > 0) throw new Error(`${failed} of ${sum(({ calls }) => calls)} calls failed`);
    this.#cpus.push(cpu / sum(({ calls }) => calls));
    this.#rates.push(sum(({ calls, microseconds }) => (calls / microseconds) * 1e6));
    const all = machine.allMicroseconds - machineBefore.allMicroseconds;
    const own = machine.ownMicroseconds - machineBefore.ownMicroseconds;
    this.#foreign.push(Math.max(0, (all - own) / (seconds * 1e6)));
  }

  figures(): ThreadFigures {
    return {
      threads: this.#threads,
      startMs: this.#startMs,
      bytesAtStart: this.#bytesAtStart,
      bytesAfterLoad: measureTree(this.#started.pid).residentBytes,
      cpuMicroseconds: this.#cpus,
      callsPerSecond: this.#rates,
      foreignCores: this.#foreign,
    };
  }

  stop(): Promise<void> {
    return this.#started.stop();
  }
}
