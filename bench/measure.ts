// One gateway, one case, one run, and whether the run may be believed.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { countPath } from "./backend.ts";
import type { BenchKeys, Case } from "./cases.ts";
import { measureMachine, measureTree } from "./cpu.ts";
import type { RunningGateway } from "./gateways/gateway.ts";
import { runClosedLoop, type Totals } from "./load/closed-loop.ts";
import type { PacedResult } from "./load/paced.ts";
import { buildRequests, packRequests } from "./load/requests.ts";
import { runPaced } from "./load/run-paced.ts";

/** What all runs of one comparison share. */
export interface Bench {
  readonly wrk: string;
  readonly folder: string;
  readonly backendPort: number;
  readonly keys: BenchKeys;
}

export interface ClosedLoopSample {
  readonly callsPerSecond: number;
  readonly cpuMicrosecondsPerCall: number;
  readonly residentBytes: number;
  /** Share of one core that processes which are not ours used meanwhile. */
  readonly foreignCores: number;
  /** Why the figures do not count, or undefined. */
  readonly fault: string | undefined;
}

export async function measureClosedLoop(
  bench: Bench,
  gateway: RunningGateway,
  what: Case,
  connections: number,
  seconds: number,
): Promise<ClosedLoopSample> {
  const requestsFile = await writeRequests(bench, gateway, what);
  const servedBefore = await settle(bench);
  const machineBefore = measureMachine();
  const before = measureTree(gateway.pid);
  const totals = await runClosedLoop({ wrk: bench.wrk, port: gateway.port, requestsFile, connections, seconds });
  const after = measureTree(gateway.pid);
  const machineAfter = measureMachine();
  const served = (await settle(bench)) - servedBefore;

  const foreign =
    machineAfter.allMicroseconds -
    machineBefore.allMicroseconds -
    (machineAfter.ownMicroseconds - machineBefore.ownMicroseconds);
  return {
    callsPerSecond: (totals.calls / totals.microseconds) * 1e6,
    cpuMicrosecondsPerCall: (after.cpuMicroseconds - before.cpuMicroseconds) / totals.calls,
    residentBytes: after.residentBytes,
    foreignCores: Math.max(0, foreign / totals.microseconds),
    fault: findFault(what, totals, served, connections),
  };
}

/** The backend must have seen exactly the calls that were answered well; those in flight at the end may miss or exceed. */
function findFault(what: Case, totals: Totals, served: number, connections: number): string | undefined {
  if (totals.calls < connections) return `${totals.calls} calls answered on ${connections} connections`;
  if (totals.failures > 0) return `${totals.failures} calls failed on the connection`;
  const passed = totals.calls - totals.refusals;
  const seconds = totals.microseconds / 1e6;
  if (what.status === 200 && totals.refusals > 0) return `${totals.refusals} calls were refused`;
  if (what.status === 401 && passed + served > 0) return `${Math.max(passed, served)} calls passed`;
  if (what.status === 429 && passed > seconds + 2) return `${passed} calls passed in ${Math.round(seconds)} s`;
  if (Math.abs(served - passed) > connections) return `${passed} good answers, but the backend served ${served}`;
  if (totals.bytes < passed * what.answerBytes) return "answers were shorter than they should be";
  return undefined;
}

export interface PacedSample extends PacedResult {
  readonly fault: string | undefined;
}

export async function measurePaced(
  bench: Bench,
  gateway: RunningGateway,
  what: Case,
  seconds: number,
): Promise<PacedSample> {
  const requestsFile = await writeRequests(bench, gateway, what);
  await settle(bench);
  const { status, answerBytes, pacedRate: callsPerSecond } = what;
  const result = await runPaced({ port: gateway.port, requestsFile, callsPerSecond, seconds, status, answerBytes });
  // A throttled key is let through once a second.
  const expectedOthers = status === 429 ? seconds + 2 : 0;
  return { ...result, fault: result.wrong > expectedOthers ? `${result.wrong} wrong answers` : undefined };
}

/** Signed anew for every run: a signature is valid for 15 minutes only. */
async function writeRequests(bench: Bench, gateway: RunningGateway, what: Case): Promise<string> {
  const file = join(bench.folder, "requests");
  await writeFile(file, packRequests(buildRequests(what, gateway.address, bench.keys)));
  return file;
}

/** Waits until nothing is on its way to the backend any more: calls that a generator abandoned go on for a while. */
async function settle(bench: Bench): Promise<number> {
  for (let before = -1; ; await wait(100)) {
    const answer = await fetch(`http://127.0.0.1:${bench.backendPort}${countPath}`);
    const now = Number(await answer.text());
    if (now === before) return now;
    before = now;
  }
}
