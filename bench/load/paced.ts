// Calls at a fixed rate, however slow the answers: `node bench/load/paced.ts SETTINGS`, the settings as JSON. A call
// that is due while all connections wait for answers gets a new connection, so a slow answer never delays the next
// call and hides no latency. A process of its own, so that nothing else disturbs its clock.
import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { percentile } from "../report/statistics.ts";
import { AnswerReader } from "./answer-reader.ts";
import { unpackRequests } from "./requests.ts";

export interface PacedSettings {
  readonly port: number;
  readonly requestsFile: string;
  readonly callsPerSecond: number;
  readonly seconds: number;
  readonly status: number;
  readonly answerBytes: number;
}

export interface PacedResult {
  readonly calls: number;
  /** Answers with another status or a shorter body than expected, broken connections, and calls never answered. */
  readonly wrong: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

interface Connection {
  readonly socket: Socket;
  sentAt: number;
}

async function run(settings: PacedSettings): Promise<PacedResult> {
  const requests = unpackRequests(readFileSync(settings.requestsFile));
  const idle: Connection[] = [];
  const latencies: number[] = [];
  let sent = 0;
  let answered = 0;
  let wrong = 0;

  function open(): Connection {
    const reader = new AnswerReader();
    const connection: Connection = {
      socket: connect({ port: settings.port, host: "127.0.0.1", noDelay: true }),
      sentAt: 0,
    };
    connection.socket.on("error", () => connection.socket.destroy());
    connection.socket.on("close", () => {
      const at = idle.indexOf(connection);
      if (at >= 0) idle.splice(at, 1);
    });
    connection.socket.on("data", (chunk: Buffer) => {
      if (!reader.accept(chunk)) return;
      latencies.push(performance.now() - connection.sentAt);
      answered++;
      if (reader.status !== settings.status || reader.bodyBytes < settings.answerBytes) wrong++;
      if (reader.keepsAlive) idle.push(connection);
      else connection.socket.end();
    });
    return connection;
  }

  function send(): void {
    const connection = idle.pop() ?? open();
    connection.sentAt = performance.now();
    connection.socket.write(requests[sent % requests.length] ?? "");
    sent++;
  }

  const startedAt = performance.now();
  const total = Math.round(settings.callsPerSecond * settings.seconds);
  while (sent < total) {
    const due = Math.min(total, Math.ceil(((performance.now() - startedAt) / 1_000) * settings.callsPerSecond));
    while (sent < due) send();
    await wait(1);
  }
  for (const deadline = performance.now() + 2_000; answered < sent && performance.now() < deadline; ) await wait(5);
  for (const connection of idle) connection.socket.destroy();
  return {
    calls: sent,
    wrong: wrong + sent - answered,
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
  };
}

const settings = process.argv[2];
if (import.meta.main && settings !== undefined) {
  process.stdout.write(JSON.stringify(await run(JSON.parse(settings) as PacedSettings)));
  process.exit(0);
}
