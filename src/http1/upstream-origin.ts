import type { ConnectionOptions } from "node:tls";
import { LastHead } from "./last-head.ts";
import { turn } from "./turn.ts";
import { UpstreamCall, type UpstreamHandler, type UpstreamRequest } from "./upstream-call.ts";
import { UpstreamConnection } from "./upstream-connection.ts";
import { UpstreamFailure } from "./upstream-failure.ts";
import type { UpstreamPool } from "./upstream-pool.ts";
import { WaitingCalls } from "./waiting-calls.ts";

export interface OriginOptions {
  readonly host: string;
  readonly port: number;
  /** Present: TLS, verified against `host` unless these say otherwise. */
  readonly tls: ConnectionOptions | null;
  /** Also how many calls may be under way: each has a connection of its own. */
  readonly maxConnections: number;
  /** Calls that may wait for a connection; as many again whose body is still coming in. */
  readonly maxWaiting: number;
  /** Longest wait, unless connecting may take the call even less. */
  readonly maxWaitMs: number;
  /** How long an unused connection is kept. Less than backends commonly do, so that they rarely close first. */
  readonly keepAliveMs: number;
  readonly writeTimeoutMs: number;
}

const DEFAULTS: OriginOptions = {
  host: "127.0.0.1",
  port: 80,
  tls: null,
  maxConnections: 512,
  maxWaiting: 1024,
  maxWaitMs: 10_000,
  keepAliveMs: 50_000,
  writeTimeoutMs: 15_000,
};

/** A caller that has taken in nothing of its answer for so long loses its connection to one that waits. */
const MAX_HELD_UP_MS = 1000;

/** How long connections are not reused after the backend sent something nobody asked for. */
const DISTRUST_MS = 60_000;

/** One backend: its connections and the calls waiting for one. Not shared between parties that must not meet. */
export class UpstreamOrigin {
  readonly options: OriginOptions;
  readonly pool: UpstreamPool;
  readonly lastHead = new LastHead();
  /** Free connections, the one used last at the end: it is the least likely to have been closed. */
  private readonly idle: UpstreamConnection[] = [];
  private readonly connections = new Set<UpstreamConnection>();
  private readonly waiting: WaitingCalls;
  /** Those whose body is not there yet: a slow caller's may take minutes, so they get half of the connections at most. */
  private readonly waitingUploads: WaitingCalls;
  private readonly maxUploads: number;
  private uploads = 0;
  private distrustedUntilMs = Number.NEGATIVE_INFINITY;

  constructor(pool: UpstreamPool, options: Partial<OriginOptions>) {
    this.pool = pool;
    this.options = { ...DEFAULTS, ...options };
    this.waiting = new WaitingCalls(this.options.maxWaitMs);
    this.waitingUploads = new WaitingCalls(this.options.maxWaitMs);
    this.maxUploads = Math.ceil(this.options.maxConnections / 2);
  }

  get connectionCount(): number {
    return this.connections.size;
  }

  get idleCount(): number {
    return this.idle.length;
  }

  get waitingCount(): number {
    return this.waiting.size + this.waitingUploads.size;
  }

  request(request: UpstreamRequest, handler: UpstreamHandler): UpstreamCall {
    const call = new UpstreamCall(this, request, handler, this.pool.nowMs);
    if (request.isUpgrade && !this.pool.hasRoomForTunnel) {
      this.refuse(call, "tunnels-full", "too many upgraded connections");
    } else if (!this.tryStart(call)) {
      const queue = request.isStreamed ? this.waitingUploads : this.waiting;
      if (queue.size < this.options.maxWaiting) queue.add(call, this.pool.nowMs);
      else this.refuse(call, "queue-full", "too many calls are waiting");
    }
    return call;
  }

  private refuse(call: UpstreamCall, kind: "queue-full" | "tunnels-full", detail: string): void {
    this.pool.onCapReached(kind === "queue-full" ? "calls-per-backend" : "tunnels");
    queueMicrotask(() => call.fail(new UpstreamFailure(kind, detail)));
  }

  private tryStart(call: UpstreamCall): boolean {
    if (call.request.isStreamed && this.uploads >= this.maxUploads) return false;
    const free = this.takeIdle();
    if (free !== undefined) this.start(call, free);
    else if (this.connections.size < this.options.maxConnections) this.connect(call);
    else return false;
    return true;
  }

  private start(call: UpstreamCall, connection: UpstreamConnection): void {
    this.noteUpload(call);
    connection.carry(call);
  }

  private noteUpload(call: UpstreamCall): void {
    if (!call.request.isStreamed) return;
    call.isUploading = true;
    this.uploads++;
  }

  endUpload(): void {
    this.uploads--;
    // Not at once: the call that ends it may have more to say about its connection.
    if (this.waitingUploads.size > 0) queueMicrotask(this.startWaitingUpload);
  }

  private readonly startWaitingUpload = (): void => {
    if (this.pool.isClosed || this.uploads >= this.maxUploads) return;
    if (this.idle.length === 0 && this.connections.size >= this.options.maxConnections) return;
    const next = this.waitingUploads.take();
    if (next !== undefined) this.tryStart(next);
  };

  private takeIdle(): UpstreamConnection | undefined {
    for (;;) {
      const connection = this.idle.pop();
      if (connection === undefined || connection.isFree) return connection;
    }
  }

  private connect(call: UpstreamCall): void {
    this.pool.refreshClock();
    this.noteUpload(call);
    const connection = new UpstreamConnection(this, call);
    this.connections.add(connection);
    this.pool.sweeper.watch(connection);
    connection.open();
  }

  /** Sends a call again, on a connection that cannot be stale. */
  repeat(call: UpstreamCall): void {
    call.hasRetried = true;
    this.connect(call);
  }

  /**
   * A connection has done its call. It is set aside until all sockets have been looked at once more: had the backend sent a second
   * answer by the end of the first, it is seen then, with no call to be mistaken for its asker.
   */
  release(connection: UpstreamConnection): void {
    if (this.isDistrusted || this.pool.isClosed) connection.close();
    else turn.afterLook(connection);
  }

  offer(connection: UpstreamConnection): void {
    if (!connection.isFree) return;
    if (this.isDistrusted) {
      connection.close();
      return;
    }
    const next = this.takeWaiting();
    if (next === undefined) this.idle.push(connection);
    else this.start(next, connection);
  }

  private takeWaiting(): UpstreamCall | undefined {
    return this.waiting.take() ?? (this.uploads < this.maxUploads ? this.waitingUploads.take() : undefined);
  }

  /** A waiting call gave up. */
  dismiss(call: UpstreamCall): void {
    this.waiting.delete(call);
    this.waitingUploads.delete(call);
  }

  /** A connection becomes a tunnel and makes room for another here; false: there are too many tunnels. */
  releaseForTunnel(connection: UpstreamConnection): boolean {
    if (!this.pool.hasRoomForTunnel) {
      this.pool.onCapReached("tunnels");
      return false;
    }
    this.pool.startTunnel();
    this.forget(connection);
    return true;
  }

  private get isDistrusted(): boolean {
    return this.pool.nowMs < this.distrustedUntilMs;
  }

  distrust(): void {
    this.distrustedUntilMs = this.pool.nowMs + DISTRUST_MS;
    for (const connection of this.idle.splice(0)) connection.close();
  }

  /** A connection is gone: there is room for another. */
  forget(connection: UpstreamConnection): void {
    if (!this.connections.delete(connection)) return;
    this.pool.sweeper.forget(connection);
    const at = this.idle.indexOf(connection);
    if (at !== -1) this.idle.splice(at, 1);
    const next = this.pool.isClosed ? undefined : this.takeWaiting();
    if (next !== undefined) this.connect(next);
  }

  /** Lets calls go that have waited too long, and makes room for others where callers do not take in their answers. */
  sweep(nowMs: number): void {
    if (this.waitingCount === 0) return;
    for (const queue of [this.waiting, this.waitingUploads]) {
      for (const call of queue.takeLate(nowMs)) {
        this.pool.onCapReached("calls-per-backend");
        call.fail(new UpstreamFailure("queue-timeout", "no connection became free in time"));
      }
    }
    for (const connection of this.connections) {
      if (this.waiting.size === 0) return;
      if (!connection.isHeldUp(MAX_HELD_UP_MS)) continue;
      this.pool.onCapReached("calls-per-backend");
      connection.fail("caller-stalled", "the caller does not take in the answer, and others wait");
    }
  }

  /** Ends every call and connection. */
  close(): void {
    for (const queue of [this.waiting, this.waitingUploads]) {
      for (let call = queue.take(); call !== undefined; call = queue.take()) {
        call.fail(new UpstreamFailure("stopped", "the pool is closed"));
      }
    }
    for (const connection of this.connections) connection.fail("stopped", "the pool is closed");
    this.pool.dismiss(this);
  }
}
