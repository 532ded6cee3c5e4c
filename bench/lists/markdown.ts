import { describeMachine } from "../report/machine.ts";
import { table } from "../report/markdown.ts";
import type { Timing } from "./measure.ts";

/** What a list may take, whatever its length. */
const limitMs = 50;

export function writeListsMarkdown(figures: {
  readonly rows: number;
  readonly repeats: number;
  readonly timings: readonly Timing[];
}): string {
  const { rows, repeats, timings } = figures;
  const paged = timings.filter(({ isWhole }) => !isWhole);
  const whole = timings.filter(({ isWhole }) => isWhole);
  const slow = paged.filter(({ cpuMs }) => cpuMs > limitMs);
  return `${[
    "# Long lists",
    `Measured ${new Date().toISOString().slice(0, 10)} on ${describeMachine()}. [What the figures mean](../README.md).`,
    `Every list has ${rows.toLocaleString("en")} rows; pages of 100; ${repeats} calls each. ` +
      (slow.length === 0
        ? `None costs the server more than ${limitMs} ms.`
        : `${slow.length} of ${paged.length} cost the server more than ${limitMs} ms.`),
    rowsOf(paged),
    "These answers are as long as the lists, for the API has no pages for them.",
    rowsOf(whole),
  ].join("\n\n")}\n`;
}

function rowsOf(timings: readonly Timing[]): string {
  return table(
    ["action", "what is asked for", "server CPU, median", "mean", "whole call, median", "p95"],
    timings.map(({ action, what, isWhole, medianMs, p95Ms, cpuMs, meanCpuMs }) => [
      action,
      what,
      cpuMs > limitMs && !isWhole ? `**${inMs(cpuMs)}**` : inMs(cpuMs),
      inMs(meanCpuMs),
      inMs(medianMs),
      inMs(p95Ms),
    ]),
  );
}

function inMs(ms: number): string {
  return `${ms.toFixed(1)} ms`;
}
