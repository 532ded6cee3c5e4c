import { type ClientHttp2Session, connect } from "node:http2";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import { makeSelfSigned } from "../../src/domains/self-signed.ts";
import { HttpServer } from "../../src/http1/server.ts";
import type { AbortReason, ServerExchange } from "../../src/http1/server-exchange.ts";
import type { ServerSettings } from "../../src/http1/server-options.ts";
import { Http2Connection } from "../../src/http2/connection.ts";
import { StreamCap } from "../../src/http2/stream-cap.ts";

const pair = makeSelfSigned("localhost", ["localhost"], new Date(Date.now() - 1000), new Date(Date.now() + 86_400_000));

export interface Serving {
  readonly server: HttpServer;
  readonly port: number;
  /** Every request the application was given. */
  readonly exchanges: ServerExchange[];
  readonly errors: unknown[];
  /** Moves the clock and has all deadlines looked at. */
  pass(milliseconds: number): void;
}

/** An engine that speaks HTTP/2, with a clock that stands still; it stops when the test ends. */
export async function serve(
  t: TestContext,
  onRequest: (exchange: ServerExchange) => void,
  settings: Partial<ServerSettings> = {},
  streams = new StreamCap(1_000, () => {}),
): Promise<Serving> {
  let nowMs = 0;
  const exchanges: ServerExchange[] = [];
  const errors: unknown[] = [];
  const server = new HttpServer({
    tls: { cert: pair.certificate, key: pair.key },
    http2: (server, socket) => new Http2Connection(server, socket, streams),
    clock: () => nowMs,
    sweepIntervalMs: 0,
    onError: (error) => errors.push(error),
    ...settings,
    onRequest(exchange) {
      exchanges.push(exchange);
      onRequest(exchange);
    },
  });
  await server.listen({ host: "127.0.0.1", port: 0 });
  t.after(() => server.stop());
  const { port } = server.listener.address() as AddressInfo;
  return {
    server,
    port,
    exchanges,
    errors,
    pass(milliseconds) {
      nowMs += milliseconds;
      server.checkDeadlines();
    },
  };
}

export function open(t: TestContext, port: number): ClientHttp2Session {
  const session = connect(`https://localhost:${port}`, { ca: pair.certificate, servername: "localhost" });
  session.on("error", () => {});
  t.after(() => session.destroy());
  return session;
}

/** Keeps what an exchange's application is told. */
export class Watcher {
  body = "";
  isWhole = false;
  failure: number | null = null;
  aborted: AbortReason | null = null;
  drains = 0;
  readonly exchange: ServerExchange;

  constructor(exchange: ServerExchange) {
    this.exchange = exchange;
    exchange.observer = {
      onAbort: (reason) => {
        this.aborted = reason;
      },
      onDrain: () => {
        this.drains++;
      },
    };
  }

  readBody(): this {
    this.exchange.readBody({
      onBodyData: (data) => {
        this.body += data.toString("latin1");
      },
      onBodyEnd: () => {
        this.isWhole = true;
      },
      onBodyFailure: ({ status }) => {
        this.failure = status;
      },
    });
    return this;
  }
}
