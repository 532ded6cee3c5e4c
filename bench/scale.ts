// Turnpike alone, with few and with very many keys and APIs; see README.md.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { readOptions, resultsFolder, wholeNumber } from "./options.ts";
import { freePort, listening, startProcess } from "./processes.ts";
import { loadKinds } from "./scale/calls.ts";
import { writeScaleMarkdown } from "./scale/markdown.ts";
import { RunningSize, type ScaleFigures } from "./scale/measure-size.ts";

const { asked, repeats, rounds, results } = readOptions(
  { keys: "100000", apis: "10000", repeats: "50", rounds: "5", results: resultsFolder },
  (values) => ({
    asked: { keys: wholeNumber("--keys", values.keys), apis: wholeNumber("--apis", values.apis) },
    repeats: wholeNumber("--repeats", values.repeats),
    rounds: wholeNumber("--rounds", values.rounds),
    results: values.results,
  }),
);

const folder = await mkdtemp(join(tmpdir(), "turnpike-scale-"));
try {
  const backendPort = await freePort();
  const backend = startProcess(process.execPath, [join(import.meta.dirname, "backend.ts"), String(backendPort)]);
  await listening(backend, backendPort);
  const running: RunningSize[] = [];
  for (const size of [{ keys: 10, apis: 10 }, asked]) {
    const data = join(folder, `${size.keys}-${size.apis}`);
    await mkdir(data);
    running.push(await RunningSize.start({ folder: data, backendPort, size, repeats }));
    await wait(500);
  }
  for (let round = 0; round < rounds; round++) {
    for (const kind of loadKinds) for (const one of running) await one.sampleCalls(kind);
  }
  const figures: ScaleFigures[] = [];
  for (const one of running) figures.push(await one.stop());
  await backend.stop();
  const markdown = writeScaleMarkdown(figures);
  await mkdir(results, { recursive: true });
  await writeFile(join(results, "scale.md"), markdown);
  process.stdout.write(markdown);
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit();
