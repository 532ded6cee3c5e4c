import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { measureTree } from "../cpu.ts";
import { startTurnpike } from "../gateways/turnpike.ts";
import { Management } from "../gateways/turnpike-management.ts";
import { runClosedLoop } from "../load/closed-loop.ts";
import { packRequests } from "../load/requests.ts";
import { findProgram, type Started } from "../processes.ts";
import { median } from "../report/statistics.ts";
import { type LoadKind, loadKinds, requestsOf } from "./calls.ts";
import { measureKeyBinding, measurePlanBinding, type Place, type Propagation } from "./propagation.ts";
import { seed } from "./seed.ts";
import type { ScaleSize } from "./shape.ts";

export interface ScaleFigures {
  readonly size: ScaleSize;
  readonly seedSeconds: number;
  readonly readySeconds: number;
  readonly readyCpuSeconds: number;
  readonly readyBytes: number;
  /** CPU time of a keyed GET, by kind of load: the median of all rounds; NaN without wrk. */
  readonly cpuMicroseconds: ReadonlyMap<LoadKind, number>;
  readonly loadedBytes: number;
  readonly keyBinding: Propagation;
  readonly planBinding: Propagation;
}

/** A running Turnpike that holds so many keys and APIs. */
export class RunningSize {
  readonly #what: { readonly folder: string; readonly size: ScaleSize };
  readonly #started: Started;
  readonly #gatewayPort: number;
  readonly #samples = new Map<LoadKind, number[]>(loadKinds.map((kind) => [kind, []]));
  readonly #figures: Omit<ScaleFigures, "cpuMicroseconds" | "loadedBytes">;

  private constructor(
    what: { readonly folder: string; readonly size: ScaleSize },
    started: Started,
    gatewayPort: number,
    figures: Omit<ScaleFigures, "cpuMicroseconds" | "loadedBytes">,
  ) {
    this.#what = what;
    this.#started = started;
    this.#gatewayPort = gatewayPort;
    this.#figures = figures;
  }

  static async start(what: {
    readonly folder: string;
    readonly backendPort: number;
    readonly size: ScaleSize;
    readonly repeats: number;
  }): Promise<RunningSize> {
    const backendUrl = `http://127.0.0.1:${what.backendPort}`;
    const data = join(what.folder, "data");
    const seedingAt = performance.now();
    await seed(data, what.size, backendUrl);
    const startingAt = performance.now();
    const { started, managementPort, gatewayPort } = await startTurnpike(data);
    await ready(managementPort);
    const readyAt = performance.now();
    const atReady = measureTree(started.pid);
    const place = await publish(new Management(managementPort), gatewayPort, backendUrl);
    return new RunningSize(what, started, gatewayPort, {
      size: what.size,
      seedSeconds: (startingAt - seedingAt) / 1_000,
      readySeconds: (readyAt - startingAt) / 1_000,
      readyCpuSeconds: atReady.cpuMicroseconds / 1e6,
      readyBytes: atReady.residentBytes,
      keyBinding: await measureKeyBinding(place, what.repeats),
      planBinding: await measurePlanBinding(place, what.repeats),
    });
  }

  async sampleCalls(kind: LoadKind): Promise<void> {
    const { folder, size } = this.#what;
    const requests = requestsOf(size, kind);
    this.#samples.get(kind)?.push(await measureCalls(folder, requests, this.#gatewayPort, this.#started.pid));
  }

  async stop(): Promise<ScaleFigures> {
    const loadedBytes = measureTree(this.#started.pid).residentBytes;
    await this.#started.stop();
    const cpuMicroseconds = new Map([...this.#samples].map(([kind, samples]) => [kind, median(samples)]));
    return { ...this.#figures, cpuMicroseconds, loadedBytes };
  }
}

async function ready(managementPort: number): Promise<void> {
  for (;;) {
    const { status } = await fetch(`http://127.0.0.1:${managementPort}/readyz`);
    if (status === 200) return;
    await wait(10);
  }
}

/** A service of the root account for the bindings that are timed. */
async function publish(management: Management, gatewayPort: number, url: string): Promise<Place> {
  const service = await management.call("CreateService", { ServiceName: "bindings", Protocol: "http" });
  const serviceId = service.text("ServiceId");
  await management.call("CreateApi", {
    ...{ ServiceId: serviceId, ServiceType: "HTTP", ServiceTimeout: 15, Protocol: "HTTP", AuthType: "SECRET" },
    ApiName: "small",
    RequestConfig: { Path: "/small", Method: "GET" },
    ServiceConfig: { Url: url, Path: "/small", Method: "GET" },
  });
  await management.call("ReleaseService", { ServiceId: serviceId, EnvironmentName: "release", ReleaseDesc: "bench" });
  return { management, gatewayPort, serviceId, host: service.text("OuterSubDomain"), path: "/release/small" };
}

/** Every answer must be good. */
async function measureCalls(folder: string, requests: readonly Buffer[], port: number, pid: number): Promise<number> {
  const wrk = findProgram("wrk");
  if (wrk === undefined) return Number.NaN;
  const requestsFile = join(folder, "requests");
  await writeFile(requestsFile, packRequests(requests));
  const load = { wrk, port, requestsFile, connections: 64 };
  await runClosedLoop({ ...load, seconds: 1 });
  const before = measureTree(pid).cpuMicroseconds;
  const totals = await runClosedLoop({ ...load, seconds: 3 });
  if (totals.refusals + totals.failures > 0)
    throw new Error(`${totals.refusals} of ${totals.calls} calls were refused`);
  return (measureTree(pid).cpuMicroseconds - before) / totals.calls;
}
