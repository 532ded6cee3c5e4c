// Compares Turnpike with other gateways on this machine; see README.md.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Case, makeKeys } from "./cases.ts";
import { type CompareOptions, readCompareOptions } from "./compare-options.ts";
import { Contender } from "./contender.ts";
import type { Gateway } from "./gateways/gateway.ts";
import { installNodeGateways } from "./gateways/node-gateway.ts";
import { type Bench, type ClosedLoopSample, measureClosedLoop, measurePaced } from "./measure.ts";
import { findProgram, freePort, listening, startProcess } from "./processes.ts";
import { Results } from "./report/results.ts";
import { writeReport } from "./report/write-report.ts";

/** What programs compile while they run is compiled by then, on a machine that serves 5,000 calls a second. */
const WARM_UP_SECONDS = 10;
/** Before each run: a program that has idled finds its caches cold and, if it collects garbage, its heap shrunk. */
const LEAD_IN_SECONDS = 2;
/** A run that somebody else disturbed by more than this is made again, after a pause; of all attempts the quietest counts. */
const MAX_FOREIGN_CORES = 0.05;
const MAX_ATTEMPTS = 3;
const PAUSE_MS = 5_000;

await compare(readCompareOptions());
process.exit();

async function compare(options: CompareOptions): Promise<void> {
  const wrk = findProgram("wrk");
  if (wrk === undefined) throw new Error("the load comes from wrk: apt-get install wrk");
  const folder = await mkdtemp(join(tmpdir(), "turnpike-bench-"));
  try {
    const backendPort = await freePort();
    const backend = startProcess(process.execPath, [join(import.meta.dirname, "backend.ts"), String(backendPort)]);
    await listening(backend, backendPort);
    const bench: Bench = { wrk, folder, backendPort, keys: makeKeys() };
    const results = new Results(options);
    const contenders = await startAll(options.gateways, bench, results);
    try {
      await runRounds(options, bench, contenders, results);
    } finally {
      for (const contender of contenders) await contender.stop();
      await backend.stop();
    }
    for (const { gateway, restarts } of contenders) results.countRestarts(gateway, restarts);
    process.stdout.write(`${await writeReport(results, options.results)}\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** All gateways run at the same time, idle but for the one under load. */
async function startAll(gateways: readonly Gateway[], bench: Bench, results: Results): Promise<Contender[]> {
  const contenders: Contender[] = [];
  if (gateways.some(({ install }) => install.startsWith("npm"))) installNodeGateways();
  for (const gateway of gateways) {
    if (!gateway.isInstalled()) {
      results.leaveOut(gateway, `not installed: ${gateway.install}`);
      continue;
    }
    try {
      contenders.push(await Contender.start(gateway, bench));
    } catch (error) {
      results.leaveOut(gateway, `did not start: ${messageOf(error)}`);
    }
  }
  return contenders;
}

/**
 * Gateways take turns inside every case of every round, in an order that moves on, so that what else the machine does
 * meets them all.
 */
async function runRounds(
  options: CompareOptions,
  bench: Bench,
  contenders: readonly Contender[],
  results: Results,
): Promise<void> {
  const working = new Set(contenders);
  for (let round = 0; round < options.rounds; round++) {
    for (const what of options.cases) {
      for (const contender of rotate([...working], round)) {
        if (what.status !== 200 && !contender.gateway.checks) continue;
        try {
          await runCase(options, bench, contender, what, round, results);
        } catch (error) {
          // One gateway that breaks down must not cost the figures of all others.
          working.delete(contender);
          results.leaveOut(contender.gateway, `broke down in case ${what.name}: ${messageOf(error)}`);
        }
      }
    }
  }
}

async function runCase(
  { cases, connections, seconds }: CompareOptions,
  bench: Bench,
  contender: Contender,
  what: Case,
  round: number,
  results: Results,
): Promise<void> {
  const { gateway } = contender;
  const middle = connections[Math.floor(connections.length / 2)] ?? 1;
  const load = (count: number, duration: number) =>
    contender.measure((server) => measureClosedLoop(bench, server, what, count, duration));
  if (round === 0 && what === cases[0]) await load(middle, WARM_UP_SECONDS);
  for (const count of what.isMain ? connections : [middle]) {
    const sample = await quietest(async () => {
      await load(count, LEAD_IN_SECONDS);
      return load(count, seconds);
    });
    results.addClosedLoop(gateway, what, count, sample);
    report(round, what.name, gateway.name, count, sample);
  }
  results.addPaced(gateway, what, await contender.measure((server) => measurePaced(bench, server, what, seconds)));
}

/** A run that failed is not made again here: whoever measures has done so already, and its fault is to be seen. */
async function quietest(run: () => Promise<ClosedLoopSample>): Promise<ClosedLoopSample> {
  let best = await run();
  if (best.fault !== undefined) return best;
  for (let attempt = 1; attempt < MAX_ATTEMPTS && best.foreignCores > MAX_FOREIGN_CORES; attempt++) {
    await wait(PAUSE_MS);
    const next = await run();
    if (next.fault !== undefined) return next;
    if (next.foreignCores < best.foreignCores) best = next;
  }
  return best;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function rotate<T>(items: readonly T[], by: number): T[] {
  const at = by % Math.max(1, items.length);
  return [...items.slice(at), ...items.slice(0, at)];
}

function report(
  round: number,
  what: string,
  gateway: string,
  connections: number,
  sample: { callsPerSecond: number; cpuMicrosecondsPerCall: number; fault: string | undefined },
): void {
  const figures =
    sample.fault ??
    `${sample.callsPerSecond.toFixed(0)} calls/s, ${sample.cpuMicrosecondsPerCall.toFixed(1)} µs CPU/call`;
  process.stdout.write(
    `round ${round + 1}  ${what.padEnd(10)}${String(connections).padStart(5)}  ${gateway.padEnd(20)}${figures}\n`,
  );
}
