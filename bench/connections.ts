// What connections cost that do nothing, or worse, and what other callers notice of them; see README.md.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { CallerFigures } from "./connections/good-callers.ts";
import type { ListenerMemory } from "./connections/listener.ts";
import { type ConnectionCost, type Siege, writeConnectionsMarkdown } from "./connections/markdown.ts";
import { type Behaviour, behaviours, type PeerSettings } from "./connections/peers.ts";
import { measureMachine, measureTree } from "./cpu.ts";
import { startTurnpike } from "./gateways/turnpike.ts";
import { Management } from "./gateways/turnpike-management.ts";
import { readOptions, resultsFolder, wholeNumber } from "./options.ts";
import { freePort, listening, startProcess } from "./processes.ts";

const { idleConnections, slowConnections, seconds, callsPerSecond, asked, results } = readOptions(
  {
    ...{ connections: "10000", slow: "5000", seconds: "12", rate: "100" },
    ...{ only: Object.keys(behaviours).join(","), results: resultsFolder },
  },
  (values) => ({
    idleConnections: wholeNumber("--connections", values.connections),
    slowConnections: wholeNumber("--slow", values.slow),
    seconds: wholeNumber("--seconds", values.seconds),
    callsPerSecond: wholeNumber("--rate", values.rate),
    asked: values.only.split(",").filter((name): name is Behaviour => Object.hasOwn(behaviours, name)),
    results: values.results,
  }),
);

/** Connections that are there before memory is read for the first time: caches are full then. */
const FIRST_CONNECTIONS = 500;
const SAMPLE_MS = 250;

const children = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

function start(file: string, settings: object | string): ChildProcess {
  const argument = typeof settings === "string" ? settings : JSON.stringify(settings);
  const child = fork(join(import.meta.dirname, "connections", file), [argument]);
  children.add(child);
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  children.delete(child);
  child.kill("SIGKILL");
  await once(child, "exit");
}

async function reply<T>(child: ChildProcess): Promise<T> {
  const [message] = await once(child, "message");
  return message as T;
}

function ask<T>(child: ChildProcess): Promise<T> {
  child.send("");
  return reply<T>(child);
}

async function openPeers(settings: PeerSettings): Promise<ChildProcess> {
  const peers = start("peers.ts", settings);
  await reply<number>(peers);
  return peers;
}

async function measureListener(kind: "sockets" | "engine", what: string): Promise<ConnectionCost> {
  const listener = start("listener.ts", kind);
  const port = await reply<number>(listener);
  const settings = { behaviour: "idle", port, host: "a" } as const;
  const first = await openPeers({ ...settings, connections: FIRST_CONNECTIONS });
  const before = await ask<ListenerMemory>(listener);
  const rest = await openPeers({ ...settings, connections: idleConnections });
  const after = await ask<ListenerMemory>(listener);
  for (const child of [first, rest, listener]) await stop(child);
  return {
    what,
    residentBytes: (after.residentBytes - before.residentBytes) / idleConnections,
    heapBytes: (after.heapBytes - before.heapBytes) / idleConnections,
  };
}

interface Target {
  readonly port: number;
  readonly host: string;
  readonly pid: number;
}

async function besiege({ port, host, pid }: Target, behaviour: Behaviour, connections: number): Promise<Siege> {
  const foreign = watchForeignLoad();
  const callers = start("good-callers.ts", { port, host, callsPerSecond });
  const first = await openPeers({ behaviour: "idle", port, host, connections: FIRST_CONNECTIONS });
  await wait(1_000);
  const before = measureTree(pid);
  const startedAt = performance.now();
  const peers = await openPeers({ behaviour, port, host, connections });
  let highest = 0;
  for (let sample = 0; sample < (seconds * 1_000) / SAMPLE_MS; sample++) {
    await wait(SAMPLE_MS);
    highest = Math.max(highest, measureTree(pid).residentBytes);
  }
  const cores = (measureTree(pid).cpuMicroseconds - before.cpuMicroseconds) / 1_000 / (performance.now() - startedAt);
  const openAtEnd = await ask<number>(peers);
  const figures = await ask<CallerFigures>(callers);
  for (const child of [callers, first, peers]) await stop(child);
  await wait(1_000);
  const residentBytes = Math.max(0, highest - before.residentBytes);
  return {
    behaviour,
    connections,
    seconds,
    openAtEnd,
    residentBytes,
    cores,
    foreignCores: foreign(),
    callers: figures,
  };
}

/** How many cores programs outside the measurement use, from now until it is called. */
function watchForeignLoad(): () => number {
  const before = measureMachine();
  const startedAt = performance.now();
  return () => {
    const after = measureMachine();
    const all = after.allMicroseconds - before.allMicroseconds;
    const own = after.ownMicroseconds - before.ownMicroseconds;
    return Math.max(0, all - own) / 1_000 / (performance.now() - startedAt);
  };
}

async function publish(management: Management, backendPort: number): Promise<string> {
  const service = await management.call("CreateService", { ServiceName: "connections", Protocol: "http" });
  const ServiceId = service.text("ServiceId");
  for (const path of ["/small", "/large"]) {
    await management.call("CreateApi", {
      ...{
        ServiceId,
        ApiName: path.slice(1),
        ServiceType: "HTTP",
        ServiceTimeout: 15,
        Protocol: "HTTP",
        AuthType: "NONE",
      },
      RequestConfig: { Path: path, Method: "ANY" },
      ServiceConfig: { Url: `http://127.0.0.1:${backendPort}`, Path: path, Method: "ANY" },
    });
  }
  await management.call("ReleaseService", { ServiceId, EnvironmentName: "release", ReleaseDesc: "bench" });
  return service.text("OuterSubDomain");
}

/** Node raises its limit of open files to what it may; more connections than that cannot be had. */
function checkOpenFiles(wanted: number): void {
  const limit = Number(/Max open files +\d+ +(\d+)/.exec(readFileSync("/proc/self/limits", "latin1"))?.[1]);
  if (limit < wanted) throw new Error(`${wanted} open files are needed, ${limit} allowed: raise "ulimit -Hn"`);
}

checkOpenFiles(Math.max(idleConnections, 2 * slowConnections) + 2_000);
const folder = await mkdtemp(join(tmpdir(), "turnpike-connections-"));
try {
  const costs = [
    await measureListener("sockets", "a socket of node:net that is read"),
    await measureListener("engine", "a connection of the HTTP engine"),
  ];
  const backendPort = await freePort();
  const backend = startProcess(process.execPath, [join(import.meta.dirname, "backend.ts"), String(backendPort)]);
  await listening(backend, backendPort);
  const sieges: Siege[] = [];
  for (const behaviour of asked) {
    const data = join(folder, behaviour);
    await mkdir(data);
    // Started anew each time, so that memory is the behaviour's own.
    const { started, managementPort, gatewayPort } = await startTurnpike(data, {
      TURNPIKE_MAX_STRATEGY_RATE: "100000",
    });
    const host = await publish(new Management(managementPort), backendPort);
    const target = { port: gatewayPort, host, pid: started.pid };
    const siege = await besiege(target, behaviour, behaviour === "idle" ? idleConnections : slowConnections);
    sieges.push(siege);
    process.stderr.write(`${JSON.stringify(siege)}\n`);
    if (behaviour === "idle") {
      const what = "the same in the gateway, with all that calls meanwhile leave behind";
      costs.push({ what, residentBytes: siege.residentBytes / idleConnections, heapBytes: Number.NaN });
    }
    await started.stop();
  }
  await backend.stop();
  const markdown = writeConnectionsMarkdown(costs, sieges, idleConnections);
  await mkdir(results, { recursive: true });
  await writeFile(join(results, "connections.md"), markdown);
  process.stdout.write(markdown);
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit();
