// Turnpike alone, with few and with very many keys and APIs; see README.md.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { wholeNumber } from "./options.ts";
import { freePort, listening, startProcess } from "./processes.ts";
import { writeScaleMarkdown } from "./scale/markdown.ts";
import { measureSize, type ScaleFigures } from "./scale/measure-size.ts";

const { values } = parseArgs({
  options: {
    keys: { type: "string", default: "100000" },
    apis: { type: "string", default: "10000" },
    repeats: { type: "string", default: "50" },
    results: { type: "string", default: join(import.meta.dirname, "results") },
  },
});
const asked = { keys: wholeNumber("--keys", values.keys), apis: wholeNumber("--apis", values.apis) };
const repeats = wholeNumber("--repeats", values.repeats);

const folder = await mkdtemp(join(tmpdir(), "turnpike-scale-"));
try {
  const backendPort = await freePort();
  const backend = startProcess(process.execPath, [join(import.meta.dirname, "backend.ts"), String(backendPort)]);
  await listening(backend, backendPort);
  const figures: ScaleFigures[] = [];
  for (const size of [{ keys: 10, apis: 10 }, asked]) {
    const data = join(folder, `${size.keys}-${size.apis}`);
    await mkdir(data);
    figures.push(await measureSize({ folder: data, backendPort, size, repeats }));
    await wait(500);
  }
  await backend.stop();
  const markdown = writeScaleMarkdown(figures);
  await mkdir(values.results, { recursive: true });
  await writeFile(join(values.results, "scale.md"), markdown);
  process.stdout.write(markdown);
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit();
