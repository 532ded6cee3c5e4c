// Callers in good order, at a fixed rate on kept connections, while others misbehave: a process of its own. It calls until it
// gets a message and answers that with what it met.
import { Agent, request } from "node:http";
import { percentile } from "../report/statistics.ts";

export interface CallerSettings {
  readonly port: number;
  readonly host: string;
  readonly callsPerSecond: number;
}

export interface CallerFigures {
  readonly calls: number;
  /** Calls that were not answered with 200. */
  readonly failures: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

const TIMEOUT_MS = 5_000;

function run({ port, host, callsPerSecond }: CallerSettings): void {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const latencies: number[] = [];
  let failures = 0;
  let pending = 0;
  const body = "y".repeat(1_000);
  function call(isUpload: boolean): void {
    const startedAt = performance.now();
    pending++;
    let isOver = false;
    const end = (isGood: boolean) => {
      if (isOver) return;
      isOver = true;
      pending--;
      latencies.push(performance.now() - startedAt);
      if (!isGood) failures++;
    };
    const options = {
      port,
      host: "127.0.0.1",
      path: "/release/small",
      headers: { Host: host },
      agent,
      timeout: TIMEOUT_MS,
    };
    const outgoing = request({ ...options, method: isUpload ? "POST" : "GET" }, (incoming) => {
      incoming.resume().on("end", () => end(incoming.statusCode === 200));
    });
    outgoing.on("timeout", () => outgoing.destroy());
    outgoing.on("error", () => end(false));
    outgoing.end(isUpload ? body : undefined);
  }
  let count = 0;
  const timer = setInterval(() => call(count++ % 2 === 0), 1_000 / callsPerSecond);
  process.on("message", () => {
    clearInterval(timer);
    const waiting = setInterval(() => {
      if (pending > 0) return;
      clearInterval(waiting);
      process.send?.({
        calls: latencies.length,
        failures,
        p50Ms: percentile(latencies, 0.5),
        p99Ms: percentile(latencies, 0.99),
        maxMs: percentile(latencies, 1),
      } satisfies CallerFigures);
    }, 10);
  });
}

if (import.meta.main) run(JSON.parse(process.argv[2] ?? "") as CallerSettings);
