import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { measureTree } from "../cpu.ts";
import { startTurnpike } from "../gateways/turnpike.ts";
import { Management } from "../gateways/turnpike-management.ts";
import { runClosedLoop } from "../load/closed-loop.ts";
import { packRequests, signRequest } from "../load/requests.ts";
import { findProgram } from "../processes.ts";
import { measureKeyBinding, measurePlanBinding, type Place, type Propagation } from "./propagation.ts";
import { seed } from "./seed.ts";
import {
  apiPath,
  apisPerService,
  hasQuota,
  hostOf,
  keyOf,
  keysPerPlan,
  type ScaleSize,
  serviceOfPlan,
} from "./shape.ts";

export interface ScaleFigures {
  readonly size: ScaleSize;
  readonly seedSeconds: number;
  readonly readySeconds: number;
  readonly readyCpuSeconds: number;
  readonly readyBytes: number;
  /** CPU time of a keyed GET, callers spread over keys and APIs, their plans without a quota; NaN without wrk. */
  readonly cpuMicrosecondsPerCall: number;
  /** The same with callers whose plans have a quota. */
  readonly cpuMicrosecondsWithQuota: number;
  readonly loadedBytes: number;
  readonly keyBinding: Propagation;
  readonly planBinding: Propagation;
}

export async function measureSize(what: {
  readonly folder: string;
  readonly backendPort: number;
  readonly size: ScaleSize;
  readonly repeats: number;
}): Promise<ScaleFigures> {
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
  const keyBinding = await measureKeyBinding(place, what.repeats);
  const planBinding = await measurePlanBinding(place, what.repeats);
  const [cpuMicrosecondsPerCall, cpuMicrosecondsWithQuota] = [
    await measureCalls(what.folder, spreadRequests(what.size, false), gatewayPort, started.pid),
    await measureCalls(what.folder, spreadRequests(what.size, true), gatewayPort, started.pid),
  ];
  const loadedBytes = measureTree(started.pid).residentBytes;
  await started.stop();
  return {
    size: what.size,
    seedSeconds: (startingAt - seedingAt) / 1_000,
    readySeconds: (readyAt - startingAt) / 1_000,
    readyCpuSeconds: atReady.cpuMicroseconds / 1e6,
    readyBytes: atReady.residentBytes,
    cpuMicrosecondsPerCall,
    cpuMicrosecondsWithQuota,
    loadedBytes,
    keyBinding,
    planBinding,
  };
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

/** Calls of up to 10,000 callers, evenly spread over the keys whose plans have a quota, or have none. */
function spreadRequests(size: ScaleSize, withQuota: boolean): Buffer[] {
  const planOf = (key: number): number => Math.floor(key / keysPerPlan(size));
  const keys = Array.from({ length: size.keys }, (_, key) => key).filter((key) => hasQuota(planOf(key)) === withQuota);
  const step = Math.max(1, Math.floor(keys.length / 10_000));
  const dateMs = Date.now();
  return keys
    .filter((_, index) => index % step === 0)
    .map((key, caller) => {
      const service = serviceOfPlan(size, planOf(key));
      const api = caller % Math.min(apisPerService, size.apis - service * apisPerService);
      const path = `/release${apiPath(api)}`;
      return signRequest({ method: "GET", host: hostOf(service), path, key: keyOf(key), dateMs, bodyBytes: 0 });
    });
}
