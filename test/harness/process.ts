import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { type Address, address } from "../../src/config/setting.ts";
import { type Client, rootAccount, sdkClient } from "./sdk.ts";
import { testEnvironment } from "./turnpike.ts";

/** Far longer than any command takes that ends by itself. */
const hangMs = 30_000;
const thisMain = new URL("../../src/main.ts", import.meta.url).pathname;

/** Commands start in a fraction of the time when they need not compile the program again. */
const compileCache = join(tmpdir(), "turnpike-test-compile-cache");

/** A run of the command: what it printed, and how it ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Command {
  readonly child: ChildProcess;
  readonly ended: Promise<Run>;
  stdout(): string;
  stderr(): string;
}

export interface CommandOptions {
  /** The program's `main.ts`; this one's unless given. */
  readonly main?: string;
  readonly cwd?: string;
  readonly uid?: number;
  /** File descriptor that takes the standard error; a pipe, whose text is kept, unless given. */
  readonly stderr?: number | "pipe";
}

/** Starts the `turnpike` command as a process of its own; killed when the test ends, if it still runs. */
export function startCommand(
  t: Pick<TestContext, "after">,
  args: readonly string[],
  variables: NodeJS.ProcessEnv = {},
  { main = thisMain, stderr: stderrTo = "pipe", ...options }: CommandOptions = {},
): Command {
  const child = spawn(process.execPath, [main, ...args], {
    ...options,
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], NODE_COMPILE_CACHE: compileCache, ...variables },
    stdio: ["ignore", "pipe", stderrTo],
  });
  let stdout = "";
  let stderr = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ended = once(child, "close").then(([code]): Run => ({ code, stdout, stderr }));
  t.after(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return { child, ended, stdout: () => stdout, stderr: () => stderr };
}

/** Runs the `turnpike` command to its end; one that hangs is killed and has no exit code. */
export async function runCommand(...parameters: Parameters<typeof startCommand>): Promise<Run> {
  const { child, ended } = startCommand(...parameters);
  const guard = setTimeout(() => child.kill("SIGKILL"), hangMs);
  return ended.finally(() => clearTimeout(guard));
}

export interface TurnpikeProcess extends Command {
  readonly management: Address;
  readonly port: number;
  /** 0 where HTTPS is off. */
  readonly tlsPort: number;
  readonly client: Client;
  kill(signal: NodeJS.Signals): Promise<Run>;
}

/** `turnpike up` as a process of its own on free ports; resolves once it serves. */
export async function spawnTurnpike(
  t: Pick<TestContext, "after">,
  data: string,
  variables: NodeJS.ProcessEnv = {},
  options: CommandOptions = {},
): Promise<TurnpikeProcess> {
  const command = startCommand(t, ["up", "--data", data], { ...testEnvironment, ...variables }, options);
  const welcome = await new Promise<string>((resolve, reject) => {
    const look = () => /^data {2}/m.test(command.stdout()) && resolve(command.stdout());
    command.child.stdout?.on("data", look);
    command.ended.then(({ code, stderr }) => reject(new Error(`turnpike up ended with ${code}: ${stderr}`)));
  });
  const management = listener(welcome, "management");
  return {
    ...command,
    management,
    port: listener(welcome, "gateway").port,
    tlsPort: Number(/^ +https:\/\/\S+:(\d+)$/m.exec(welcome)?.[1] ?? 0),
    client: sdkClient(management, rootAccount(data)),
    kill(signal) {
      command.child.kill(signal);
      return command.ended;
    },
  };
}

function listener(welcome: string, name: string): Address {
  const found = new RegExp(`^${name} +http://(\\S+)$`, "m").exec(welcome);
  return address(found?.[1] ?? "");
}
