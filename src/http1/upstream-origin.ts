import type { ConnectionOptions } from "node:tls";
import { UpstreamCall, type UpstreamHandler, type UpstreamRequest } from "./upstream-call.ts";
import { UpstreamConnection } from "./upstream-connection.ts";
import { UpstreamFailure } from "./upstream-failure.ts";
import type { UpstreamPool } from "./upstream-pool.ts";

export interface OriginOptions {
  readonly host: string;
  readonly port: number;
  /** Present: TLS, verified against `host` unless these say otherwise. */
  readonly tls: ConnectionOptions | null;
  readonly maxConnections: number;
  /** Calls that may wait for a connection. */
  readonly maxWaiting: number;
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

/** How long connections are not reused after the backend sent something nobody asked for. */
const DISTRUST_MS = 60_000;

/** One backend: its connections and the calls waiting for one. Not shared between parties that must not meet. */
export class UpstreamOrigin {
  readonly options: OriginOptions;
  readonly pool: UpstreamPool;
  /** Free connections, the one used last at the end: it is the least likely to have been closed. */
  private readonly idle: UpstreamConnection[] = [];
  private readonly connections = new Set<UpstreamConnection>();
  /** Waiting calls with their time of arrival, oldest first. */
  private readonly waiting = new Map<UpstreamCall, number>();
  private distrustedUntilMs = Number.NEGATIVE_INFINITY;

  constructor(pool: UpstreamPool, options: Partial<OriginOptions>) {
    this.pool = pool;
    this.options = { ...DEFAULTS, ...options };
  }

  get connectionCount(): number {
    return this.connections.size;
  }

  get idleCount(): number {
    return this.idle.length;
  }

  get waitingCount(): number {
    return this.waiting.size;
  }

  request(request: UpstreamRequest, handler: UpstreamHandler): UpstreamCall {
    const call = new UpstreamCall(this, request, handler, this.pool.nowMs);
    const free = this.takeIdle();
    if (free !== undefined) free.carry(call);
    else if (this.connections.size < this.options.maxConnections) this.connect(call);
    else if (this.waiting.size < this.options.maxWaiting) this.waiting.set(call, this.pool.nowMs);
    else queueMicrotask(() => call.fail(new UpstreamFailure("queue-full", "too many calls are waiting")));
    return call;
  }

  private takeIdle(): UpstreamConnection | undefined {
    for (;;) {
      const connection = this.idle.pop();
      if (connection === undefined || connection.isFree) return connection;
    }
  }

  private connect(call: UpstreamCall): void {
    this.pool.refreshClock();
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

  /** A connection has done its call. It is free only after a pause (see `UpstreamPool.cool`). */
  release(connection: UpstreamConnection): void {
    if (this.isDistrusted || this.pool.isClosed) connection.close();
    else this.pool.cool(connection);
  }

  offer(connection: UpstreamConnection): void {
    if (!connection.isFree) return;
    if (this.isDistrusted) {
      connection.close();
      return;
    }
    const next = this.takeWaiting();
    if (next === undefined) this.idle.push(connection);
    else connection.carry(next);
  }

  private takeWaiting(): UpstreamCall | undefined {
    for (const call of this.waiting.keys()) {
      this.waiting.delete(call);
      return call;
    }
    return undefined;
  }

  /** A waiting call gave up. */
  dismiss(call: UpstreamCall): void {
    this.waiting.delete(call);
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

  /** Lets calls go that have waited too long. */
  sweep(nowMs: number): void {
    for (const [call, sinceMs] of this.waiting) {
      if (nowMs - sinceMs <= this.options.maxWaitMs) break;
      this.waiting.delete(call);
      call.fail(new UpstreamFailure("queue-timeout", "no connection became free in time"));
    }
  }

  /** Ends every call and connection. */
  close(): void {
    for (const call of this.waiting.keys()) call.fail(new UpstreamFailure("stopped", "the pool is closed"));
    this.waiting.clear();
    for (const connection of this.connections) connection.fail("stopped", "the pool is closed");
    this.pool.dismiss(this);
  }
}
