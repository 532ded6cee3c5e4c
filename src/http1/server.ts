import { createServer as createTcpServer, type ListenOptions, type Server, type Socket } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import { createServer as createTlsServer, type TLSSocket, type TlsOptions, type Server as TlsServer } from "node:tls";
import type { ConnectionCap } from "./connection-caps.ts";
import { DeadlineSweeper } from "./deadline-sweeper.ts";
import { KnownHeads } from "./known-heads.ts";
import { LingeringClose } from "./lingering-close.ts";
import { Outbox } from "./outbox.ts";
import { TOO_MANY_CONNECTIONS, TOO_MANY_OF_ADDRESS, writeRefusal } from "./refusal.ts";
import { ServerConnection } from "./server-connection.ts";
import { SERVER_DEFAULTS, type ServedConnection, type ServerOptions, type ServerSettings } from "./server-options.ts";

/** Connections over a cap that wait for their answer to arrive; further ones are closed at once. */
const MAX_TURNED_AWAY = 256;
/** Where callers keep coming, the queue is never seen empty. */
const MAX_QUEUE_TURNS = 200;

/** One listener and its connections: HTTP/1.1 unless they have agreed on another version during the TLS handshake. */
export class HttpServer {
  readonly options: ServerOptions;
  readonly sweeper: DeadlineSweeper;
  readonly knownHeads = new KnownHeads();
  /** The listener, for its address and, with TLS, `setSecureContext`. */
  readonly listener: Server;
  /** Monotonic time, no older than one sweep: exact enough for deadlines and free to read. */
  nowMs: number;
  isDraining = false;
  /** Draining, and idle connections have had their time. */
  isIdleUnwanted = false;
  private readonly connections = new Set<ServedConnection>();
  /** With TLS: sockets under the connections, and those in the handshake. */
  private readonly accepted = new Set<Socket>();
  private turnedAwayCount = 0;
  /** Connections so far. */
  private takenCount = 0;
  private idleUntilMs = 0;
  private onEmpty: (() => void) | null = null;

  constructor(settings: ServerSettings) {
    this.options = { ...SERVER_DEFAULTS, ...settings };
    this.sweeper = new DeadlineSweeper(this.options.clock, this.options.sweepIntervalMs);
    this.sweeper.watch(this);
    this.nowMs = this.options.clock();
    const socketOptions = { allowHalfOpen: true, noDelay: true };
    const { tls } = this.options;
    this.listener =
      tls === null
        ? createTcpServer(socketOptions, (socket) => void (this.isAdmitted(socket) && this.serve(socket)))
        : this.createTlsListener({ ...tls, ...socketOptions });
    this.listener.on("connection", () => this.takenCount++);
  }

  get connectionCount(): number {
    return this.connections.size;
  }

  /** With a socket that listens already, what waits in its queue is served too. */
  listen(where: ListenOptions | Socket, backlog?: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.listener.once("error", reject);
      this.listener.listen(where, backlog, () => {
        this.listener.off("error", reject);
        this.listener.on("error", this.options.onError); // such as no file descriptor left for accept
        resolve();
      });
    });
  }

  /** Takes over a connected socket, whoever accepted it. */
  serve(socket: Socket): void {
    this.nowMs = this.options.clock();
    this.watch(new ServerConnection(this, socket));
  }

  private createTlsListener(tls: TlsOptions): TlsServer {
    const { http2, headTimeoutMs } = this.options;
    const protocols = http2 === null ? ["http/1.1"] : ["h2", "http/1.1"];
    const listener = createTlsServer({ ALPNProtocols: protocols, handshakeTimeout: headTimeoutMs, ...tls });
    listener.on("connection", (socket: Socket) => {
      if (!this.isAdmitted(socket)) return;
      this.accepted.add(socket);
      socket.once("close", () => {
        this.accepted.delete(socket);
        this.checkEmpty();
      });
    });
    listener.on("tlsClientError", (_error, socket) => socket.destroy());
    return listener.on("secureConnection", (socket) => {
      if (http2 !== null && socket.alpnProtocol === "h2") this.serveHttp2(http2, socket);
      else this.serve(socket);
    });
  }

  private isAdmitted(socket: Socket): boolean {
    const { gate } = this.options;
    if (gate === null) return true;
    const address = socket.remoteAddress ?? "";
    const cap = gate.enter(address);
    if (cap === null) socket.on("close", () => gate.leave(address));
    else this.turnAway(socket, cap);
    return cap === null;
  }

  /** Says why, unless that would take a handshake or too many are being told already. */
  private turnAway(socket: Socket, cap: ConnectionCap): void {
    this.options.onTurnedAway(cap);
    socket.on("error", () => {}); // "close" always follows
    if (this.options.tls !== null || this.turnedAwayCount >= MAX_TURNED_AWAY) {
      socket.destroy();
      return;
    }
    this.turnedAwayCount++;
    socket.on("close", () => this.turnedAwayCount--);
    this.nowMs = this.options.clock();
    writeRefusal(
      socket,
      new Outbox(socket),
      this.options,
      cap === "connections" ? TOO_MANY_CONNECTIONS : TOO_MANY_OF_ADDRESS,
      null,
    );
    this.watch(new LingeringClose(this, socket, this.options.maxRefusedLingerBytes));
  }

  private serveHttp2(http2: NonNullable<ServerOptions["http2"]>, socket: TLSSocket): void {
    this.nowMs = this.options.clock();
    this.watch(http2(this, socket));
  }

  private watch(connection: ServedConnection): void {
    this.connections.add(connection);
    this.sweeper.watch(connection);
  }

  /** A connection goes on in another form. */
  replace(connection: ServedConnection, next: ServedConnection): void {
    this.connections.delete(connection);
    this.sweeper.forget(connection);
    this.watch(next);
  }

  forget(connection: ServedConnection): void {
    this.connections.delete(connection);
    this.sweeper.forget(connection);
    this.checkEmpty();
  }

  private get isEmpty(): boolean {
    return this.connections.size === 0 && this.accepted.size === 0;
  }

  private checkEmpty(): void {
    if (this.isEmpty) this.onEmpty?.();
  }

  /**
   * Stops without losing a request: no new connections, every answer says `Connection: close`, idle connections are
   * closed only after `idleMs`, since a request may be on its way on them. What is left at `limitMs` is cut off.
   */
  async drain(limitMs: number, idleMs = this.options.drainIdleMs): Promise<void> {
    this.isDraining = true;
    this.nowMs = this.options.clock();
    this.idleUntilMs = this.nowMs + idleMs;
    await this.emptyQueue();
    if (this.listener.listening) this.listener.close();
    if (!this.isEmpty) {
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

  /** Takes in who has connected already: the system resets connections that wait when a listener closes. */
  private async emptyQueue(): Promise<void> {
    let taken = -1;
    for (let turn = 0; turn < MAX_QUEUE_TURNS && taken !== this.takenCount; turn++) {
      taken = this.takenCount;
      // A whole turn of the event loop lies between the two.
      await nextTurn();
      await nextTurn();
    }
  }

  /** Stops at once. */
  stop(): void {
    if (this.listener.listening) this.listener.close();
    this.isDraining = true;
    for (const connection of this.connections) connection.cut("stopped");
    for (const socket of this.accepted) socket.destroy();
    this.sweeper.forget(this);
  }

  /** Looks at every deadline now; for tests that hold the clock. */
  checkDeadlines(): void {
    this.sweeper.sweep();
  }

  /** Watched ahead of its connections: brings the time up to date for them. */
  sweep(nowMs: number): void {
    this.nowMs = nowMs;
    this.isIdleUnwanted = this.isDraining && nowMs >= this.idleUntilMs;
  }
}
