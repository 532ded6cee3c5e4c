import { createServer as createTcpServer, type ListenOptions, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { type Deadlined, DeadlineSweeper } from "./deadline-sweeper.ts";
import { ServerConnection } from "./server-connection.ts";
import type { AbortReason } from "./server-exchange.ts";
import { SERVER_DEFAULTS, type ServerOptions, type ServerSettings } from "./server-options.ts";

/** A connection in one of its forms. */
interface Served extends Deadlined {
  /** Ends it at once. */
  cut(reason: AbortReason): void;
}

/** An HTTP/1.1 server: one listener and its connections. */
export class HttpServer {
  readonly options: ServerOptions;
  readonly sweeper: DeadlineSweeper;
  /** The listener, for its address and, with TLS, `setSecureContext`. */
  readonly listener: Server;
  /** Monotonic time, no older than one sweep: exact enough for deadlines and free to read. */
  nowMs: number;
  isDraining = false;
  /** Draining, and idle connections have had their time. */
  isIdleUnwanted = false;
  private readonly connections = new Set<Served>();
  private drainedAtMs = 0;
  private onEmpty: (() => void) | null = null;

  constructor(settings: ServerSettings) {
    this.options = { ...SERVER_DEFAULTS, ...settings };
    this.sweeper = new DeadlineSweeper(this.options.clock, this.options.sweepIntervalMs);
    this.sweeper.watch(this);
    this.nowMs = this.options.clock();
    const socketOptions = { allowHalfOpen: true, noDelay: true };
    const onSocket = (socket: Socket) => this.serve(socket);
    this.listener =
      this.options.tls === null
        ? createTcpServer(socketOptions, onSocket)
        : createTlsServer(
            {
              ALPNProtocols: ["http/1.1"],
              handshakeTimeout: this.options.headTimeoutMs,
              ...this.options.tls,
              ...socketOptions,
            },
            onSocket,
          );
    this.listener.maxConnections = this.options.maxConnections;
    if (this.options.tls !== null) this.listener.on("tlsClientError", (_error, socket) => socket.destroy());
  }

  get connectionCount(): number {
    return this.connections.size;
  }

  listen(options: ListenOptions): Promise<void> {
    return new Promise((resolve, reject) => {
      this.listener.once("error", reject);
      this.listener.listen(options, () => {
        this.listener.off("error", reject);
        this.listener.on("error", this.options.onError); // such as no file descriptor left for accept
        resolve();
      });
    });
  }

  /** Takes over a connected socket, whoever accepted it. */
  serve(socket: Socket): void {
    this.nowMs = this.options.clock();
    const connection = new ServerConnection(this, socket);
    this.connections.add(connection);
    this.sweeper.watch(connection);
  }

  /** A connection goes on in another form. */
  replace(connection: Served, next: Served): void {
    this.connections.delete(connection);
    this.sweeper.forget(connection);
    this.connections.add(next);
    this.sweeper.watch(next);
  }

  forget(connection: Served): void {
    this.connections.delete(connection);
    this.sweeper.forget(connection);
    if (this.connections.size === 0) this.onEmpty?.();
  }

  /**
   * Stops without losing a request: no new connections, every answer says `Connection: close`, idle connections are
   * closed only after a while, since a request may be on its way on them. What is left at `limitMs` is cut off.
   */
  async drain(limitMs: number): Promise<void> {
    if (this.listener.listening) this.listener.close();
    this.isDraining = true;
    this.nowMs = this.options.clock();
    this.drainedAtMs = this.nowMs;
    if (this.connections.size > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => this.stop(), limitMs);
        this.onEmpty = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.sweeper.forget(this);
  }

  /** Stops at once. */
  stop(): void {
    if (this.listener.listening) this.listener.close();
    this.isDraining = true;
    for (const connection of this.connections) connection.cut("stopped");
    this.sweeper.forget(this);
  }

  /** Looks at every deadline now; for tests that hold the clock. */
  checkDeadlines(): void {
    this.sweeper.sweep();
  }

  /** Watched ahead of its connections: brings the time up to date for them. */
  sweep(nowMs: number): void {
    this.nowMs = nowMs;
    this.isIdleUnwanted = this.isDraining && nowMs - this.drainedAtMs >= this.options.drainIdleMs;
  }
}
