import { measureThreads } from "../cpu.ts";
import type { Management } from "../gateways/turnpike-management.ts";
import { median, percentile } from "../report/statistics.ts";
import { type ListCase, listCases } from "./cases.ts";
import { type ListCall, logSearches, wholeLists } from "./unpaged.ts";

export interface Timing {
  readonly action: string;
  readonly what: string;
  readonly isWhole: boolean;
  readonly medianMs: number;
  readonly p95Ms: number;
  /** CPU time of the server for a call, which depends less than the whole on what else the machine does; the median. */
  readonly cpuMs: number;
  /** With its share of what happens now and then, such as a large garbage collection. */
  readonly meanCpuMs: number;
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
  const paged = listCases.flatMap((listCase) => callsOf(listCase, options.rows));
  for (const { action, what, parameters, isWhole = false } of [...paged, ...logSearches(options.rows), ...wholeLists]) {
    if (!`${action} ${what}`.includes(options.only)) continue;
    const repeats = isWhole ? Math.min(options.repeats, 3) : options.repeats;
    const times: number[] = [];
    const cpuTimes: number[] = [];
    // The first one prepares the statement.
    await management.call(action, parameters);
    const first = measureThreads(serverPid);
    let before = first;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const start = performance.now();
      await management.call(action, parameters);
      times.push(performance.now() - start);
      const after = measureThreads(serverPid);
      cpuTimes.push((after - before) / 1e6);
      before = after;
    }
    const cpuMs = median(cpuTimes);
    const meanCpuMs = (before - first) / 1e6 / repeats;
    const timing = { action, what, isWhole, medianMs: median(times), p95Ms: percentile(times, 0.95), cpuMs, meanCpuMs };
    timings.push(timing);
    process.stderr.write(
      `${timing.medianMs.toFixed(1).padStart(8)} ms, CPU ${cpuMs.toFixed(1).padStart(6)} ms  ${action} ${what}\n`,
    );
  }
  return timings;
}

function callsOf({ action, parameters, filters }: ListCase, rows: number): readonly ListCall[] {
  const page = { Limit: 100, Offset: 0 };
  const level = "BindType" in parameters ? ` (${parameters.BindType})` : "";
  const narrowings = [
    { title: `first page${level}`, parameters: {} },
    { title: `middle page${level}`, parameters: { Offset: Math.floor(rows / 2) } },
    { title: `last page${level}`, parameters: { Offset: rows - page.Limit } },
    ...filters,
  ];
  return narrowings.map(({ title, parameters: own }) => ({
    action,
    what: title,
    parameters: { ...parameters, ...page, ...own },
  }));
}
