import { isIP } from "node:net";
import type { UpstreamTimeouts } from "../../http1/upstream-call.ts";
import type { UpstreamOrigin } from "../../http1/upstream-origin.ts";
import { type UpstreamCap, UpstreamPool } from "../../http1/upstream-pool.ts";
import type { AddressBlocks } from "../addressing/address-blocks.ts";
import type { GatewaySettings } from "../settings.ts";
import { guardedLookup } from "./guarded-lookup.ts";

/** Origins without a connection are forgotten when there are twice as many as at the last look, and at least this many. */
const MIN_ORIGINS_LOOKED_AT = 64;

/** The backends calls go to, each with its kept connections. Redirects are not followed. */
export class BackendOrigins {
  readonly #pool: UpstreamPool;
  readonly #settings: GatewaySettings;
  readonly #blocked: AddressBlocks;
  /** By `scheme://host:port`; null: at an address no backend may be at. */
  readonly #origins = new Map<string, UpstreamOrigin | null>();
  readonly #timeouts = new Map<number, UpstreamTimeouts>();
  #lookedAtSize = MIN_ORIGINS_LOOKED_AT;

  constructor(settings: GatewaySettings, blocked: AddressBlocks, onCapReached: (cap: UpstreamCap) => void) {
    this.#settings = settings;
    this.#blocked = blocked;
    this.#pool = new UpstreamPool({ lookup: guardedLookup(blocked), maxTunnels: settings.caps.tunnels, onCapReached });
  }

  /** Null when the address is blocked. Names are judged when they are resolved. */
  get(url: string): UpstreamOrigin | null {
    const known = this.#origins.get(url);
    if (known !== undefined) return known;
    if (this.#origins.size >= this.#lookedAtSize) this.#forgetUnused();
    const origin = this.#open(new URL(url));
    this.#origins.set(url, origin);
    return origin;
  }

  /** An API's limit holds for the answer's head and then for every pause within its body, not for the whole. */
  timeouts(timeoutMs: number): UpstreamTimeouts {
    let timeouts = this.#timeouts.get(timeoutMs);
    if (timeouts === undefined) {
      const connectMs = Math.min(timeoutMs, this.#settings.timeouts.connectMs);
      timeouts = { connectMs, headMs: timeoutMs, idleMs: timeoutMs, totalMs: Number.POSITIVE_INFINITY };
      this.#timeouts.set(timeoutMs, timeouts);
    }
    return timeouts;
  }

  close(): void {
    this.#pool.close();
  }

  #open({ protocol, hostname, port }: URL): UpstreamOrigin | null {
    const host = hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
    if (isIP(host) !== 0 && this.#blocked.has(host)) return null;
    const isEncrypted = protocol === "https:";
    return this.#pool.origin({
      host,
      port: port === "" ? (isEncrypted ? 443 : 80) : Number(port),
      tls: isEncrypted ? {} : null,
      // A backend that hangs costs its own callers their answers, and nobody else.
      maxConnections: this.#settings.caps.callsPerBackend,
      maxWaiting: this.#settings.caps.waitingPerBackend,
      maxWaitMs: this.#settings.timeouts.connectMs,
      keepAliveMs: this.#settings.timeouts.backendKeepAliveMs,
    });
  }

  #forgetUnused(): void {
    for (const [url, origin] of this.#origins) {
      if (origin !== null && origin.connectionCount > 0) continue;
      origin?.close();
      this.#origins.delete(url);
    }
    this.#lookedAtSize = Math.max(MIN_ORIGINS_LOOKED_AT, 2 * this.#origins.size);
  }
}
