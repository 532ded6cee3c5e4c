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
  const slow = timings.filter(({ cpuMs }) => cpuMs > limitMs);
  return `${[
    "# Long lists",
    `Measured ${new Date().toISOString().slice(0, 10)} on ${describeMachine()}. [What the figures mean](../README.md).`,
    `Every list has ${rows.toLocaleString("en")} rows; pages of 100; ${repeats} calls each. ` +
      (slow.length === 0
        ? `None costs the server more than ${limitMs} ms.`
        : `${slow.length} of ${timings.length} cost the server more than ${limitMs} ms.`),
    table(
      ["action", "what is asked for", "server CPU per call", "whole call, median", "p95"],
      timings.map(({ action, what, medianMs, p95Ms, cpuMs }) => [
        action,
        what,
        mark(cpuMs),
        `${medianMs.toFixed(1)} ms`,
        `${p95Ms.toFixed(1)} ms`,
      ]),
    ),
  ].join("\n\n")}\n`;
}

function mark(ms: number): string {
  return ms > limitMs ? `**${ms.toFixed(1)} ms**` : `${ms.toFixed(1)} ms`;
}
