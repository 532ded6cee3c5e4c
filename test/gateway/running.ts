import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type RequestOptions,
  request,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import type { TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { type Clock, systemClock } from "../../src/gateway/clock.ts";
import { createGateway, type Gateway, type GatewayOptions } from "../../src/gateway/gateway.ts";
import { Quotas } from "../../src/gateway/limits/quotas.ts";
import { RateTable, rateCounterMemory } from "../../src/gateway/limits/rate-counters.ts";
import { SharedWindows, windowMemory } from "../../src/gateway/limits/shared-windows.ts";
import { defaultGatewaySettings, type GatewaySettings } from "../../src/gateway/settings.ts";
import type { AccessRecord } from "../../src/observability/access-record.ts";
import { signKeyPair } from "../../src/signing/key-pair.ts";
import type { SnapshotDelta } from "../../src/snapshot/delta.ts";
import { MemoryLedger } from "./ledger.ts";
import { host, keyId, keySecret } from "./state.ts";

/** A gateway with the quotas it takes from, in one thread. */
export interface TestGateway extends Gateway {
  quotaUse: Quotas["used"];
}

export interface RunningGateway {
  readonly gateway: TestGateway;
  readonly port: number;
  readonly ledger: MemoryLedger;
  /** What the access log was given. */
  readonly records: AccessRecord[];
  readonly faults: unknown[];
}

export interface StartOptions extends Partial<Omit<GatewayOptions, "settings">> {
  readonly settings?: Partial<GatewaySettings>;
}

/** A gateway on a free port that serves `state`; it stops when the test ends. */
export async function startGateway(
  t: TestContext,
  state: SnapshotDelta,
  options: StartOptions = {},
): Promise<RunningGateway> {
  const records: AccessRecord[] = [];
  const faults: unknown[] = [];
  const ledger = new MemoryLedger();
  const { settings, ...rest } = options;
  const log = {
    error: (details: object) => void faults.push(details),
    warn: (details: object) => void faults.push(details),
  };
  const all = { ...defaultGatewaySettings, ...settings };
  const quotas = new Quotas({
    source: ledger,
    clock: options.clock ?? systemClock,
    leaseTimeoutMs: all.timeouts.quotaLeaseMs,
    onFailure: (error) => log.error({ err: error }),
  });
  const served = createGateway({
    counters: new RateTable(rateCounterMemory(1024)),
    windows: new SharedWindows(windowMemory(4, 1024)),
    quotas,
    accessLog: { write: (record) => records.push(record) },
    log,
    ...rest,
    settings: all,
  });
  const gateway: TestGateway = {
    ...served,
    apply(delta) {
      const takenOver = quotas.apply(delta);
      served.apply(delta);
      takenOver();
    },
    async close(how) {
      await served.close(how);
      await quotas.close();
    },
    quotaUse: (leased) => quotas.used(leased),
  };
  gateway.apply(state);
  const { port } = await gateway.listen("127.0.0.1", 0);
  t.after(() => gateway.close({ drainMs: 0 }));
  return { gateway, port, ledger, records, faults };
}

/** A backend on a free port; it stops when the test ends. */
export async function startBackend(t: TestContext, listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

/** What a backend got. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly rawHeaders: readonly string[];
  readonly body: string;
}

/** A backend that answers 200 with what it received, as JSON. */
export function startEcho(t: TestContext): Promise<number> {
  return startBackend(t, async (req, res) => {
    const body = await read(req).catch(() => undefined);
    // Broken off: there is nobody to answer.
    if (body === undefined) return;
    const received: Received = { method: req.method ?? "", url: req.url ?? "", rawHeaders: req.rawHeaders, body };
    res.setHeader("Content-Type", "application/json");
    res.end(JSON.stringify(received));
  });
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly rawHeaders: readonly string[];
  readonly body: string;
}

export interface CallOptions {
  readonly method?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string | Buffer;
  readonly host?: string;
  readonly agent?: RequestOptions["agent"];
}

/** One call to the gateway under the test service's host. */
export function call(port: number, path: string, options: CallOptions = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = ["Host", options.host ?? host, ...(options.headers ?? []).flat()];
    if (options.body !== undefined) headers.push("Content-Length", String(Buffer.byteLength(options.body)));
    const { method = "GET", agent = false } = options;
    const outgoing = request(
      { host: "127.0.0.1", port, path, method, headers, agent, setHost: false },
      async (incoming) => {
        try {
          const body = await read(incoming);
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            rawHeaders: incoming.rawHeaders,
            body,
          });
        } catch (error) {
          reject(error);
        }
      },
    );
    outgoing.on("error", reject);
    outgoing.end(options.body);
  });
}

/** Headers that sign a call with the test key, dated `now`. */
export function signed(now: number, id = keyId, secret = keySecret): [string, string][] {
  const date: [string, string] = ["X-Date", new Date(now).toUTCString()];
  return [date, ["Authorization", signKeyPair({ id, secret, headers: [date] })]];
}

/** Sends bytes as they are and resolves with all that comes back until the gateway closes the connection. */
export function exchangeBytes(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text, "latin1"));
    let answer = "";
    socket.setEncoding("latin1");
    socket.on("data", (chunk: string) => (answer += chunk));
    socket.on("error", reject);
    socket.on("close", () => resolve(answer));
  });
}

export async function read(stream: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** A clock that stands still until it is moved. */
export class StoppedClock implements Clock {
  time: number;
  constructor(time: number) {
    this.time = time;
  }
  now(): number {
    return this.time;
  }
  monotonic(): number {
    return this.time;
  }
}

/** Waits until `condition` holds, for at most five seconds. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  for (const end = Date.now() + 5_000; !condition(); await sleep(2)) {
    if (Date.now() > end) throw new Error(`waited too long until ${what}`);
  }
}

export type { IncomingMessage, ServerResponse };
