import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Bar, drawBars } from "./chart.ts";
import { writeMarkdown } from "./markdown.ts";
import type { Results } from "./results.ts";

/** Writes the table and the chart into the folder and resolves with the table. */
export async function writeReport(results: Results, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const markdown = writeMarkdown(results, "compare.svg");
  await writeFile(join(folder, "compare.md"), markdown);
  await writeFile(join(folder, "compare.svg"), drawMainCase(results));
  return markdown;
}

/** The main case at the middle number of connections. */
function drawMainCase(results: Results): string {
  const main = results.sections().filter(({ what }) => what.isMain);
  const section = main[Math.floor(main.length / 2)] ?? results.sections()[0];
  const bars = (section?.rows ?? [])
    .filter(({ fault }) => fault === undefined)
    .map(({ gateway, cpuMicroseconds }): Bar => {
      const kind = gateway.name === "turnpike" ? "own" : gateway.checks ? "checking" : "plain";
      return { label: gateway.title, value: cpuMicroseconds, kind };
    });
  const subtitle = section ? `${section.what.title}, ${section.connections} connections; less is better` : "";
  return drawBars("CPU microseconds per call", subtitle, bars);
}
