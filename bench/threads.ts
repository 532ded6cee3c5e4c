// What a call costs with one thread and with two: in rounds that take turns, so that both meet the same machine; see README.md.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureTree } from "./cpu.ts";
import { startTurnpike } from "./gateways/turnpike.ts";
import { Management } from "./gateways/turnpike-management.ts";
import { runClosedLoop } from "./load/closed-loop.ts";
import { packRequests } from "./load/requests.ts";
import { publish, signedCall } from "./loss/place.ts";
import { readOptions, wholeNumber } from "./options.ts";
import { findProgram, freePort, listening, startProcess } from "./processes.ts";
import { median } from "./report/statistics.ts";

const { threads, rounds, seconds } = readOptions({ threads: "1,2", rounds: "5", seconds: "2" }, (values) => ({
  threads: values.threads.split(","),
  rounds: wholeNumber("--rounds", values.rounds),
  seconds: wholeNumber("--seconds", values.seconds),
}));
const wrk = findProgram("wrk");
if (wrk === undefined) throw new Error("wrk is needed: apt-get install wrk");

const folder = await mkdtemp(join(tmpdir(), "turnpike-threads-"));
const backendPort = await freePort();
const backend = startProcess(process.execPath, [join(import.meta.dirname, "backend.ts"), String(backendPort)]);
try {
  await listening(backend, backendPort);
  const contenders = await Promise.all(threads.map(start));
  for (let round = 0; round < rounds; round++) for (const contender of contenders) await contender.measure();
  console.log("| threads | start | memory at start | memory after load | CPU of a call | calls a second |");
  console.log("| ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const contender of contenders) console.log(contender.row());
  for (const contender of contenders) await contender.stop();
} finally {
  await backend.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit();

async function start(text: string) {
  const threads = wholeNumber("--threads", text);
  const startingAt = performance.now();
  const { started, managementPort, gatewayPort } = await startTurnpike(join(folder, text), {
    TURNPIKE_THREADS: text,
    TURNPIKE_MAX_STRATEGY_RATE: "100000",
  });
  const startMs = performance.now() - startingAt;
  const startBytes = measureTree(started.pid).residentBytes;
  const place = await publish(new Management(managementPort), backendPort);
  const requestsFile = join(folder, `requests-${text}`);
  await writeFile(requestsFile, packRequests([signedCall(place)]));
  const load = { wrk: wrk ?? "", port: gatewayPort, requestsFile, connections: 64 };
  await runClosedLoop({ ...load, seconds });
  const cpus: number[] = [];
  const rates: number[] = [];
  return {
    async measure(): Promise<void> {
      const before = measureTree(started.pid).cpuMicroseconds;
      const { calls, microseconds, refusals, failures } = await runClosedLoop({ ...load, seconds });
      if (refusals + failures > 0) throw new Error(`${refusals + failures} of ${calls} calls failed`);
      cpus.push((measureTree(started.pid).cpuMicroseconds - before) / calls);
      rates.push((calls / microseconds) * 1e6);
    },
    row(): string {
      const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
      const after = megabytes(measureTree(started.pid).residentBytes);
      const memory = `${megabytes(startBytes)} | ${after}`;
      return `| ${threads} | ${Math.round(startMs)} ms | ${memory} | ${median(cpus).toFixed(1)} µs | ${Math.round(median(rates))} |`;
    },
    stop: () => started.stop(),
  };
}
