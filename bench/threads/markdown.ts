import { describeMachine } from "../report/machine.ts";
import { table } from "../report/markdown.ts";
import { median } from "../report/statistics.ts";

/** Of one gateway; the lists have an entry for each round. */
export interface ThreadFigures {
  readonly threads: number;
  readonly startMs: number;
  readonly bytesAtStart: number;
  readonly bytesAfterLoad: number;
  readonly cpuMicroseconds: readonly number[];
  readonly callsPerSecond: readonly number[];
  /** CPU that programs outside the measurement used meanwhile. */
  readonly foreignCores: readonly number[];
}

export function writeThreadsMarkdown(all: readonly ThreadFigures[]): string {
  const [first] = all;
  const rounds = first?.callsPerSecond.length ?? 0;
  return `${[
    "# Turnpike with one thread and with several",
    `Measured ${new Date().toISOString().slice(0, 10)} on ${describeMachine()}; medians of ${rounds} rounds that take turns. ` +
      "Each thread has a core of its own, which it shares with a load generator and a backend of its own. [What the figures mean](../README.md).",
    table(
      [
        "threads and cores",
        "calls/s",
        "× the first",
        "CPU µs/call",
        "foreign cores",
        "start",
        "memory at start",
        "after load",
      ],
      all.map((figures) => [
        String(figures.threads),
        median(figures.callsPerSecond).toFixed(0),
        ratio(figures, first ?? figures).toFixed(2),
        median(figures.cpuMicroseconds).toFixed(1),
        median(figures.foreignCores).toFixed(2),
        `${Math.round(figures.startMs)} ms`,
        megabytes(figures.bytesAtStart),
        megabytes(figures.bytesAfterLoad),
      ]),
    ),
  ].join("\n\n")}\n`;
}

/** Of rounds that followed one another, for the machine is not the same all the time. */
function ratio(figures: ThreadFigures, first: ThreadFigures): number {
  return median(figures.callsPerSecond.map((rate, round) => rate / (first.callsPerSecond[round] ?? Number.NaN)));
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
