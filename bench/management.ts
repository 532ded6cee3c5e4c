// Many management clients at once, with the limit of calls per second and without it; see README.md.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTurnpike } from "./gateways/turnpike.ts";
import { type LoadFigures, runManagementLoad } from "./management/load.ts";
import { readOptions, resultsFolder, wholeNumber } from "./options.ts";
import { describeMachine } from "./report/machine.ts";
import { table } from "./report/markdown.ts";
import { percentile } from "./report/statistics.ts";

const { clients, seconds, results } = readOptions(
  { clients: "100", seconds: "60", results: resultsFolder },
  (values) => ({
    clients: wholeNumber("--clients", values.clients),
    seconds: wholeNumber("--seconds", values.seconds),
    results: values.results,
  }),
);

async function measure(actionRate: number): Promise<LoadFigures> {
  const folder = await mkdtemp(join(tmpdir(), "turnpike-management-"));
  try {
    const { started, managementPort } = await startTurnpike(folder, { TURNPIKE_ACTION_RATE: String(actionRate) });
    const figures = await runManagementLoad({ port: managementPort, clients, seconds, retryPauseMs: 250 });
    await started.stop();
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const runs = [
  { title: "20 calls a second per action (the default)", figures: await measure(20) },
  { title: "no limit", figures: await measure(0) },
] as const;

const markdown = `${[
  "# Many management clients",
  `Measured ${new Date().toISOString().slice(0, 10)} on ${describeMachine()}. [What the figures mean](../README.md).`,
  `${clients} clients of one account for ${seconds} s each time.`,
  table(
    ["", ...runs.map(({ title }) => title)],
    [
      row("calls answered per second", ({ readMs, writeMs, seconds: took }) =>
        ((readMs.length + writeMs.length) / took).toFixed(0),
      ),
      row("reads (p50 / p99)", ({ readMs }) => latency(readMs)),
      row("writes (p50 / p99)", ({ writeMs }) => latency(writeMs)),
      row("writes", ({ writeMs }) => String(writeMs.length)),
      row("errors", ({ codes }) => errors(codes)),
    ],
  ),
].join("\n\n")}\n`;
await mkdir(results, { recursive: true });
await writeFile(join(results, "management.md"), markdown);
process.stdout.write(markdown);
process.exit();

function row(title: string, show: (figures: LoadFigures) => string): string[] {
  return [title, ...runs.map(({ figures }) => show(figures))];
}

function latency(times: readonly number[]): string {
  return `${percentile(times, 0.5).toFixed(1)} / ${percentile(times, 0.99).toFixed(1)} ms`;
}

function errors(codes: ReadonlyMap<string, number>): string {
  const failed = [...codes].filter(([code]) => code !== "ok");
  return failed.length === 0 ? "none" : failed.map(([code, count]) => `${code} ${count}`).join(", ");
}
