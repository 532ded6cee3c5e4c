// Starting and, above all, ending the processes of a run.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { connect, createServer } from "node:net";
import { delimiter, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { treePids } from "./cpu.ts";

export interface Started {
  readonly pid: number;
  hasEnded(): boolean;
  /** What it has written so far, both streams together. */
  output(): string;
  /** Resolves when it has ended, with its exit code; null when a signal ended it. */
  readonly exited: Promise<number | null>;
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();

// Whatever ends this program ends its children: a forgotten gateway would spoil the next run.
process.on("exit", () => running.forEach(killTree));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(1));

export function startProcess(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly environment?: Readonly<Record<string, string>> } = {},
): Started {
  const child = spawn(command, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...options.environment },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      if (output.length < 100_000) output += chunk.toString();
    });
  }
  const exited = new Promise<number | null>((resolve) => {
    child.once("error", (error) => {
      output += error.message;
      running.delete(child);
      resolve(null);
    });
    child.once("exit", (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  return {
    pid: child.pid ?? -1,
    hasEnded: () => !running.has(child),
    output: () => output,
    exited,
    async stop() {
      if (!running.has(child)) return;
      const lastResort = setTimeout(() => killTree(child), 3_000);
      child.kill("SIGTERM");
      await exited;
      clearTimeout(lastResort);
    },
  };
}

function killTree(child: ChildProcess): void {
  if (child.pid === undefined || !running.has(child)) return;
  for (const pid of treePids(child.pid)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  }
}

/** Resolves once something accepts connections there; rejects with what the process wrote when it does not. */
export async function listening(started: Started, port: number, withinMs = 20_000): Promise<void> {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await wait(20)) {
    if (await accepts(port)) return;
    if (started.hasEnded()) break;
  }
  throw new Error(`nothing listens on port ${port}: ${started.output().slice(-2_000)}`);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

/** A port that is free now. Somebody else may take it before it is used; the run then stops with a clear message. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === "object" ? address.port : 0));
    });
  });
}

/** The command that runs a program on this core and no other. */
export function onCore(core: number, program: string): [string, ...string[]] {
  return ["taskset", "-c", String(core), program];
}

/** Where a program is, /usr/sbin included, which the PATH of ordinary users lacks on Debian. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];
  return folders.map((folder) => join(folder, name)).find(existsSync);
}
