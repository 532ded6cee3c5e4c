import { AddressCache, dnsLookup, type Lookup } from "./address-cache.ts";
import { type Clock, DeadlineSweeper, monotonicMs } from "./deadline-sweeper.ts";
import { type OriginOptions, UpstreamOrigin } from "./upstream-origin.ts";

export interface PoolSettings {
  readonly clock?: Clock;
  readonly lookup?: Lookup;
  readonly addressTtlMs?: number;
  /** How often deadlines are looked at; 0: only by `checkDeadlines`. */
  readonly sweepIntervalMs?: number;
  /** Upgraded connections to all backends together. */
  readonly maxTunnels?: number;
  /** Told of each call that is refused or cut off because of a cap. */
  readonly onCapReached?: (cap: UpstreamCap) => void;
}

/** What calls to backends are capped by. */
export type UpstreamCap = "calls-per-backend" | "tunnels";

/** Keep-alive connections to backends, one set per origin. */
export class UpstreamPool {
  readonly sweeper: DeadlineSweeper;
  readonly addresses: AddressCache;
  /** Monotonic time, no older than one sweep. */
  nowMs: number;
  isClosed = false;
  readonly onCapReached: (cap: UpstreamCap) => void;
  private readonly maxTunnels: number;
  private tunnelCount = 0;
  private readonly clock: Clock;
  private readonly origins = new Set<UpstreamOrigin>();

  constructor(settings: PoolSettings = {}) {
    this.clock = settings.clock ?? monotonicMs;
    this.nowMs = this.clock();
    this.sweeper = new DeadlineSweeper(this.clock, settings.sweepIntervalMs ?? 50);
    this.sweeper.watch(this);
    this.maxTunnels = settings.maxTunnels ?? Number.POSITIVE_INFINITY;
    this.onCapReached = settings.onCapReached ?? (() => {});
    this.addresses = new AddressCache(settings.lookup ?? dnsLookup, this.clock, settings.addressTtlMs ?? 30_000);
  }

  /** A backend to send calls to; keep it for as long as its configuration lasts, then `close` it. */
  origin(options: Partial<OriginOptions>): UpstreamOrigin {
    const origin = new UpstreamOrigin(this, options);
    this.origins.add(origin);
    return origin;
  }

  dismiss(origin: UpstreamOrigin): void {
    this.origins.delete(origin);
  }

  get hasRoomForTunnel(): boolean {
    return this.tunnelCount < this.maxTunnels;
  }

  startTunnel(): void {
    this.tunnelCount++;
  }

  endTunnel(): void {
    this.tunnelCount--;
  }

  refreshClock(): void {
    this.nowMs = this.clock();
  }

  /** Looks at every deadline now; for tests that hold the clock. */
  checkDeadlines(): void {
    this.sweeper.sweep();
  }

  sweep(nowMs: number): void {
    this.nowMs = nowMs;
    for (const origin of this.origins) origin.sweep(nowMs);
  }

  /** Ends every call and connection. */
  close(): void {
    this.isClosed = true;
    for (const origin of this.origins) origin.close();
    this.sweeper.forget(this);
  }
}
