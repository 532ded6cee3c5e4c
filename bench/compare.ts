// Compares Turnpike with other gateways on this machine; see README.md.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Case, makeKeys } from "./cases.ts";
import type { Gateway, RunningGateway } from "./gateways/gateway.ts";
import { installNodeGateways } from "./gateways/node-gateway.ts";
import { type Bench, measureClosedLoop, measurePaced } from "./measure.ts";
import { type CompareOptions, readOptions, usage } from "./options.ts";
import { findProgram, freePort, listening, startProcess } from "./processes.ts";
import { Results } from "./report/results.ts";
import { writeReport } from "./report/write-report.ts";

const options = readOptions(process.argv.slice(2));
if (options === "help") process.stdout.write(usage);
else await compare(options);
process.exit();

async function compare(options: CompareOptions): Promise<void> {
  const wrk = findProgram("wrk");
  if (wrk === undefined) throw new Error("the load comes from wrk: apt-get install wrk");
  const folder = await mkdtemp(join(tmpdir(), "turnpike-bench-"));
  try {
    const backendPort = await freePort();
    const backend = startProcess(process.execPath, [join(import.meta.dirname, "backend.ts"), String(backendPort)]);
    await listening(backend, backendPort);
    const bench: Bench = { wrk, folder, backendPort, keys: makeKeys(10) };
    const results = new Results(options);
    const running = await startAll(options.gateways, bench, results);
    try {
      await runRounds(options, bench, running, results);
    } finally {
      for (const gateway of running.values()) await gateway.stop();
      await backend.stop();
    }
    process.stdout.write(`${await writeReport(results, options.results)}\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** All gateways run at the same time, idle but for the one under load. */
async function startAll(
  gateways: readonly Gateway[],
  bench: Bench,
  results: Results,
): Promise<Map<Gateway, RunningGateway>> {
  const running = new Map<Gateway, RunningGateway>();
  if (gateways.some(({ install }) => install.startsWith("npm"))) installNodeGateways();
  for (const gateway of gateways) {
    if (!gateway.isInstalled()) {
      results.leaveOut(gateway, `not installed: ${gateway.install}`);
      continue;
    }
    const folder = join(bench.folder, gateway.name);
    await mkdir(folder);
    try {
      running.set(gateway, await gateway.start({ folder, backendPort: bench.backendPort, keys: bench.keys }));
    } catch (error) {
      results.leaveOut(gateway, `did not start: ${messageOf(error)}`);
    }
  }
  return running;
}

/**
 * Gateways take turns inside every case of every round, in an order that moves on, so that what else the machine does
 * meets them all.
 */
async function runRounds(
  options: CompareOptions,
  bench: Bench,
  running: ReadonlyMap<Gateway, RunningGateway>,
  results: Results,
): Promise<void> {
  const working = new Map(running);
  for (let round = 0; round < options.rounds; round++) {
    for (const what of options.cases) {
      for (const [gateway, server] of rotate([...working], round)) {
        if (what.status !== 200 && !gateway.checks) continue;
        try {
          await runCase(options, bench, gateway, server, what, round, results);
        } catch (error) {
          // One gateway that breaks down must not cost the figures of all others.
          working.delete(gateway);
          results.leaveOut(gateway, `broke down in case ${what.name}: ${messageOf(error)}`);
        }
      }
    }
  }
}

async function runCase(
  { connections, seconds }: CompareOptions,
  bench: Bench,
  gateway: Gateway,
  server: RunningGateway,
  what: Case,
  round: number,
  results: Results,
): Promise<void> {
  const middle = connections[Math.floor(connections.length / 2)] ?? 1;
  if (round === 0) await measureClosedLoop(bench, server, what, middle, 1);
  for (const count of what.isMain ? connections : [middle]) {
    const sample = await measureClosedLoop(bench, server, what, count, seconds);
    results.addClosedLoop(gateway, what, count, sample);
    report(round, what.name, gateway.name, count, sample);
  }
  results.addPaced(gateway, what, await measurePaced(bench, server, what, seconds));
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
