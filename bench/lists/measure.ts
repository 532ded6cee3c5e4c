import { measureTree } from "../cpu.ts";
import type { Management } from "../gateways/turnpike-management.ts";
import { median, percentile } from "../report/statistics.ts";
import { type ListCase, listCases } from "./cases.ts";

export interface Timing {
  readonly action: string;
  readonly what: string;
  readonly medianMs: number;
  readonly p95Ms: number;
  /** CPU time of the server per call, which hardly depends on what else the machine does. */
  readonly cpuMs: number;
}

interface Options {
  readonly rows: number;
  readonly repeats: number;
  /** Only cases whose action and what is asked for, such as `DescribeApisStatus last page`, hold this text. */
  readonly only: string;
}

/** Whole calls, signed and over HTTP on a new connection each, one after the other. */
export async function measureLists(
  management: Management,
  serverPid: number,
  options: Options,
): Promise<readonly Timing[]> {
  const timings: Timing[] = [];
  for (const listCase of listCases) {
    for (const { what, parameters } of callsOf(listCase, options.rows)) {
      if (!`${listCase.action} ${what}`.includes(options.only)) continue;
      const times: number[] = [];
      // The first one prepares the statement.
      await management.call(listCase.action, parameters);
      const before = measureTree(serverPid).cpuMicroseconds;
      for (let repeat = 0; repeat < options.repeats; repeat++) {
        const start = performance.now();
        await management.call(listCase.action, parameters);
        times.push(performance.now() - start);
      }
      const cpuMs = (measureTree(serverPid).cpuMicroseconds - before) / options.repeats / 1_000;
      const timing = { action: listCase.action, what, medianMs: median(times), p95Ms: percentile(times, 0.95), cpuMs };
      timings.push(timing);
      process.stderr.write(
        `${timing.medianMs.toFixed(1).padStart(8)} ms, CPU ${cpuMs.toFixed(1).padStart(6)} ms  ${timing.action} ${what}\n`,
      );
    }
  }
  return timings;
}

function callsOf({ parameters, filters }: ListCase, rows: number): { what: string; parameters: object }[] {
  const page = { Limit: 100, Offset: 0 };
  const level = "BindType" in parameters ? ` (${parameters.BindType})` : "";
  return [
    { what: `first page${level}`, parameters: { ...parameters, ...page } },
    { what: `last page${level}`, parameters: { ...parameters, ...page, Offset: rows - page.Limit } },
    ...filters.map(({ title, parameters: own }) => ({ what: title, parameters: { ...parameters, ...page, ...own } })),
  ];
}
