// What a call costs with one thread and with several, where as many load generators and backends are the same for all; see README.md.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { readOptions, resultsFolder, wholeNumber } from "./options.ts";
import { findProgram, freePort, listening, onCore, type Started, startProcess } from "./processes.ts";
import { writeThreadsMarkdown } from "./threads/markdown.ts";
import { ThreadedGateway } from "./threads/threaded-gateway.ts";

const cores = availableParallelism();

const { counts, rounds, seconds, results } = readOptions(
  { threads: "1,2", rounds: "9", seconds: "2", results: resultsFolder },
  (values) => ({
    counts: values.threads.split(",").map((text) => wholeNumber("--threads", text)),
    rounds: wholeNumber("--rounds", values.rounds),
    seconds: wholeNumber("--seconds", values.seconds),
    results: values.results,
  }),
);
if (Math.max(...counts) > cores) throw new Error(`each thread needs a core of its own, and there are ${cores}`);
const wrk = findProgram("wrk");
if (wrk === undefined) throw new Error("wrk is needed: apt-get install wrk");

const folder = await mkdtemp(join(tmpdir(), "turnpike-threads-"));
const backends: { readonly started: Started; readonly port: number }[] = [];
try {
  for (let core = 0; core < Math.max(...counts); core++) backends.push(await startBackend(core));
  const bench = { wrk, folder, backendPorts: backends.map(({ port }) => port) };
  const contenders: ThreadedGateway[] = [];
  for (const threads of counts) contenders.push(await ThreadedGateway.start(threads, bench));
  for (let round = 0; round < rounds; round++) for (const contender of contenders) await contender.measure(seconds);
  const text = writeThreadsMarkdown(contenders.map((contender) => contender.figures()));
  await writeFile(join(results, "threads.md"), text);
  process.stdout.write(text);
  for (const contender of contenders) await contender.stop();
} finally {
  for (const { started } of backends) await started.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit();

async function startBackend(core: number) {
  const port = await freePort();
  const [command, ...before] = onCore(core, process.execPath);
  const started = startProcess(command, [...before, join(import.meta.dirname, "backend.ts"), String(port)]);
  await listening(started, port);
  return { started, port };
}
