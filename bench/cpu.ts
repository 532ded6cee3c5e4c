// What processes cost, as Linux counts it in /proc (proc_pid_stat(5)): children included, exited ones only through
// the parent that waited for them.
import { readdirSync, readFileSync } from "node:fs";

/** User and system time come in clock ticks; USER_HZ is 100 on every architecture Node runs on. */
const microsecondsPerTick = 10_000;
const pageBytes = 4096;

interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
  readonly ticksOfReaped: number;
  readonly residentPages: number;
}

export interface TreeCost {
  readonly cpuMicroseconds: number;
  readonly residentBytes: number;
}

/** CPU time spent so far by a process and its living descendants, and the memory they hold now. */
export function measureTree(root: number): TreeCost {
  const tree = descendants(root);
  return {
    cpuMicroseconds: sum(tree.map((row) => row.ticks)) * microsecondsPerTick,
    residentBytes: sum(tree.map((row) => row.residentPages)) * pageBytes,
  };
}

/** CPU time spent so far by the threads of a process that live, in nanoseconds: for what takes less than some clock ticks. */
export function measureThreads(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  return sum(threads.map((id) => Number(readFileSync(`/proc/${pid}/task/${id}/schedstat`, "latin1").split(" ", 1)[0])));
}

/** A process and everything below it, the process itself last. */
export function treePids(root: number): number[] {
  return descendants(root)
    .map((row) => row.pid)
    .reverse();
}

export interface MachineCost {
  /** CPU time of every process of the machine, and of the hypervisor's other guests where it tells. */
  readonly allMicroseconds: number;
  /** CPU time of this program and all its children, exited ones included. */
  readonly ownMicroseconds: number;
}

/** The difference of two readings says how much of the machine somebody else was using meanwhile. */
export function measureMachine(): MachineCost {
  const [, user, nice, system, , , interrupt, softInterrupt, steal] = (
    readFileSync("/proc/stat", "latin1").split("\n", 1)[0] ?? ""
  )
    .split(/ +/)
    .map(Number);
  const all = sum([user, nice, system, interrupt, softInterrupt, steal].map((ticks) => ticks ?? 0));
  const own = sum(descendants(process.pid).map((row) => row.ticks + row.ticksOfReaped));
  return { allMicroseconds: all * microsecondsPerTick, ownMicroseconds: own * microsecondsPerTick };
}

function descendants(root: number): ProcessRow[] {
  const rows = readdirSync("/proc")
    .filter((name) => /^[0-9]+$/.test(name))
    .map((name) => readRow(Number(name)))
    .filter((row) => row !== undefined);
  const tree = rows.filter((row) => row.pid === root);
  for (const parent of tree) tree.push(...rows.filter((row) => row.parent === parent.pid));
  return tree;
}

/** Undefined when the process is gone by now. */
function readRow(pid: number): ProcessRow | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The second field is the program's name in parentheses, which may itself hold spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const field = (number: number): number => Number(fields[number - 3]);
    return {
      pid,
      parent: field(4),
      ticks: field(14) + field(15),
      ticksOfReaped: field(16) + field(17),
      residentPages: field(24),
    };
  } catch {
    return undefined;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
