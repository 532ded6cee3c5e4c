// CPU per call of the bare relay (server + pool, no gateway) beside nginx `proxy_pass`, in front of the same backend.
//
//   node bench/http1-relay.ts            needs nginx and wrk in PATH; Linux only (/proc)
//
// Runs are short and interleaved, since machines are noisy; the medians of both and their ratio are printed.

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Exchange } from "../src/http1/exchange.ts";
import { Relay } from "../src/http1/relay.ts";
import { HttpServer } from "../src/http1/server.ts";
import type { UpstreamFailure } from "../src/http1/upstream-failure.ts";
import { UpstreamPool } from "../src/http1/upstream-pool.ts";

const BACKEND_PORT = 9101;
const NGINX_PORT = 9102;
const RELAY_PORT = 9103;
const ROUNDS = 5;
const SECONDS = 3;
const CALLERS = 32;

const HEADERS = [
  "User-Agent: wrk/4",
  "Accept: */*",
  "X-Date: Mon, 19 Mar 2018 12:08:40 GMT",
  "Source: bench",
  'Authorization: hmac id="AKIDEXAMPLEEXAMPLEEXAMPLE", algorithm="hmac-sha1", headers="x-date source", signature="c2lnbmF0dXJlIHNpZ25hdHVyZQ=="',
];

function nginxConfig(folder: string, name: string, http: string): string {
  return `daemon off; worker_processes 1; pid ${folder}/${name}.pid; error_log ${folder}/${name}.err;
events { worker_connections 2048; }
http { access_log off; keepalive_requests 1000000000; ${http} }`;
}

const BACKEND = `server { listen 127.0.0.1:${BACKEND_PORT}; default_type application/json;
  location / { return 200 '{"hello":"world","n":12345678901234567890}'; } }`;
const PROXY = `upstream b { server 127.0.0.1:${BACKEND_PORT}; keepalive 256; keepalive_requests 1000000000; }
  server { listen 127.0.0.1:${NGINX_PORT}; location / { proxy_http_version 1.1; proxy_set_header Connection "";
  proxy_set_header X-Request-Id 0123456789abcdef; proxy_pass http://b; } }`;

async function serveRelay(): Promise<void> {
  const origin = new UpstreamPool().origin({ host: "127.0.0.1", port: BACKEND_PORT });
  const plan = {
    origin,
    callFields: "",
    timeouts: { connectMs: 5000, headMs: 10_000, idleMs: 10_000, totalMs: 60_000 },
    maxBufferedBodyBytes: 65_536,
    upgrade: "",
    rewriteResponseField: null,
    body: null,
    substitutes: null,
    onRequestSent() {},
    responseFields: () => "",
    onResponseData: null,
    findAnother: () => false,
    answerFailure: (exchange: Exchange, failure: UpstreamFailure) => exchange.respond(failure.status, ""),
    onRelayed() {},
    onUpgraded() {},
  };
  const added = { host: "b", rewriteField: null, fields: "X-Request-Id: 0123456789abcdef\r\n" };
  const server = new HttpServer({
    onRequest(exchange) {
      const { method, target } = exchange.request;
      new Relay(exchange, { ...plan, outgoing: { ...added, method, target } }).start();
    },
  });
  await server.listen({ port: RELAY_PORT, host: "127.0.0.1" });
}

/** User and system time of a process and its threads, in microseconds (a tick is 10 ms). */
function cpuMicros(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

function microsPerCall(pid: number, port: number): number {
  const before = cpuMicros(pid);
  const headers = HEADERS.flatMap((header) => ["-H", header]);
  const url = `http://127.0.0.1:${port}/release/echo?x=1`;
  const report = execFileSync("wrk", ["-t1", `-c${CALLERS}`, `-d${SECONDS}s`, ...headers, url], { encoding: "utf8" });
  if (/Non-2xx|Socket errors/.test(report)) throw new Error(report);
  return (cpuMicros(pid) - before) / Number(/(\d+) requests in/.exec(report)?.[1]);
}

function workerOf(nginx: ChildProcess): number {
  return Number(execFileSync("pgrep", ["-P", String(nginx.pid)], { encoding: "utf8" }).trim());
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "http1-relay-"));
  const children: ChildProcess[] = [];
  const startNginx = (name: string, http: string) => {
    const file = join(folder, `${name}.conf`);
    writeFileSync(file, nginxConfig(folder, name, http));
    const child = spawn("nginx", ["-c", file], { stdio: "inherit" });
    children.push(child);
    return child;
  };
  try {
    startNginx("backend", BACKEND);
    const nginx = startNginx("proxy", PROXY);
    const relay = spawn(process.execPath, [import.meta.filename, "--relay"], { stdio: "inherit" });
    children.push(relay);
    await sleep(1500);
    const relayPid = relay.pid ?? 0;
    for (let i = 0; i < 2; i++) microsPerCall(relayPid, RELAY_PORT); // let the compiler settle
    const nginxRuns: number[] = [];
    const relayRuns: number[] = [];
    for (let i = 0; i < ROUNDS; i++) {
      nginxRuns.push(microsPerCall(workerOf(nginx), NGINX_PORT));
      relayRuns.push(microsPerCall(relayPid, RELAY_PORT));
    }
    const [nginxMicros, relayMicros] = [median(nginxRuns), median(relayRuns)];
    console.log(`nginx ${nginxMicros.toFixed(1)} µs per call (${nginxRuns.map((run) => run.toFixed(1)).join(", ")})`);
    console.log(`relay ${relayMicros.toFixed(1)} µs per call (${relayRuns.map((run) => run.toFixed(1)).join(", ")})`);
    console.log(`ratio ${(relayMicros / nginxMicros).toFixed(2)}`);
  } finally {
    for (const child of children) child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

await (process.argv.includes("--relay") ? serveRelay() : compare());
