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
      "As many load generators and backends as there are threads at most, one of each to a core; the gateway runs where it likes. " +
      "[What the figures mean](../README.md).",
    table(
      [
        "threads",
        "CPU µs/call",
        "× the first",
        "calls/s",
        "× the first",
        "foreign cores",
        "start",
        "memory at start",
        "after load",
      ],
      all.map((figures) => [
        String(figures.threads),
        median(figures.cpuMicroseconds).toFixed(1),
        ratio(figures.cpuMicroseconds, first?.cpuMicroseconds ?? []).toFixed(2),
        median(figures.callsPerSecond).toFixed(0),
        ratio(figures.callsPerSecond, first?.callsPerSecond ?? []).toFixed(2),
        median(figures.foreignCores).toFixed(2),
        `${Math.round(figures.startMs)} ms`,
        megabytes(figures.bytesAtStart),
        megabytes(figures.bytesAfterLoad),
      ]),
    ),
  ].join("\n\n")}\n`;
}

/** The middle one of those of single rounds, for the machine is not the same all the time. */
function ratio(figures: readonly number[], first: readonly number[]): number {
  return median(figures.map((figure, round) => figure / (first[round] ?? Number.NaN)));
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
