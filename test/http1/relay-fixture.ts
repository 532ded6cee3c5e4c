import { createServer, type Server, type Socket } from "node:net";
import type { FieldRewriter } from "../../src/http1/message-head.ts";
import { Relay, type RelayPlan } from "../../src/http1/relay.ts";
import { HttpServer } from "../../src/http1/server.ts";
import type { ServerExchange } from "../../src/http1/server-exchange.ts";
import { JoinedTunnels } from "../../src/http1/tunnel.ts";
import type { UpstreamFailure } from "../../src/http1/upstream-failure.ts";
import type { OriginOptions } from "../../src/http1/upstream-origin.ts";
import { type PoolSettings, UpstreamPool } from "../../src/http1/upstream-pool.ts";
import { portOf, WireClient } from "./wire.ts";

/** A backend that does what a test says, byte by byte, and keeps what it received. */
export class ScriptedBackend {
  readonly server: Server;
  readonly sockets: Socket[] = [];
  /** Everything received, one entry per connection. */
  readonly received: string[] = [];

  constructor(onData: (socket: Socket, received: string, connection: number) => void) {
    this.server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
      const connection = this.sockets.push(socket) - 1;
      this.received.push("");
      socket.on("error", () => {});
      socket.on("end", () => socket.end());
      socket.on("data", (data) => {
        this.received[connection] += data.toString("latin1");
        onData(socket, this.received[connection] ?? "", connection);
      });
    });
  }
}

export interface FixtureSettings {
  readonly plan?: Partial<RelayPlan>;
  readonly rewriteField?: FieldRewriter;
  readonly origin?: Partial<OriginOptions>;
  readonly pool?: PoolSettings;
  readonly maxBodyBytes?: number;
}

/** Callers → server → relay → pool → scripted backend, on a clock that stands still until `pass`. */
export async function startRelay(backend: ScriptedBackend, settings: FixtureSettings = {}) {
  let nowMs = 1_000_000;
  const clock = () => nowMs;
  await new Promise<void>((resolve) => backend.server.listen(0, "127.0.0.1", resolve));
  const pool = new UpstreamPool({ clock, sweepIntervalMs: 0, ...settings.pool });
  const origin = pool.origin({ host: "127.0.0.1", port: portOf(backend.server), ...settings.origin });
  const relays: Relay[] = [];
  const server = new HttpServer({
    clock,
    sweepIntervalMs: 0,
    maxBodyBytes: settings.maxBodyBytes ?? 64 * 1024 * 1024,
    onRequest(exchange) {
      const { method, target } = exchange.request;
      new Relay(exchange, {
        origin,
        outgoing: { method, target, host: "backend.test", rewriteField: settings.rewriteField ?? null, fields: "" },
        callFields: "",
        timeouts: { connectMs: 1000, headMs: 2000, idleMs: 3000, totalMs: 60_000 },
        maxBufferedBodyBytes: 16_384,
        upgrade: "",
        rewriteResponseField: null,
        body: null,
        substitutes: null,
        onRequestSent() {},
        responseFields: () => "",
        onResponseData: null,
        findAnother: () => false,
        answerFailure,
        onRelayed: (relay) => relays.push(relay),
        onUpgraded(caller, backend) {
          new JoinedTunnels(caller, backend, { onCallerData() {}, onBackendData() {}, onClosed() {} }).start();
        },
        ...settings.plan,
      }).start();
    },
  });
  await server.listen({ port: 0, host: "127.0.0.1" });
  const clients: WireClient[] = [];
  return {
    server,
    pool,
    origin,
    relays,
    client() {
      const client = new WireClient(portOf(server));
      clients.push(client);
      return client;
    },
    pass(ms: number) {
      nowMs += ms;
      pool.checkDeadlines();
      server.checkDeadlines();
    },
    stop() {
      for (const client of clients) client.close();
      server.stop();
      pool.close();
      for (const socket of backend.sockets) socket.destroy();
      backend.server.close();
    },
  };
}

function answerFailure(exchange: ServerExchange, failure: UpstreamFailure): void {
  exchange.respond(failure.status, "", Buffer.from(failure.kind));
}

export const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

export async function until(isMet: () => boolean): Promise<void> {
  while (!isMet()) await turn();
}
