import { isIP } from "node:net";
import { AddressCache } from "../../http1/address-cache.ts";
import { monotonicMs } from "../../http1/deadline-sweeper.ts";
import { Http2Origin } from "../../http2/backend-origin.ts";
import type { AddressBlocks } from "../addressing/address-blocks.ts";
import type { GatewaySettings } from "../settings.ts";
import { guardedLookup } from "./guarded-lookup.ts";

const ADDRESS_TTL_MS = 30_000;
/** Long enough for the next call of a caller that makes some: a session costs more to open than to keep. */
const KEEP_ALIVE_MS = 50_000;
/** Origins without a connection are forgotten when there are this many. */
const MAX_ORIGINS = 1_000;

/** The backends that are called over HTTP/2. */
export class Http2Origins {
  readonly #blocked: AddressBlocks;
  readonly #addresses: AddressCache;
  /** By `scheme://host:port`. */
  readonly #origins = new Map<string, Http2Origin>();
  readonly #connectMs: number;

  constructor({ timeouts }: GatewaySettings, blocked: AddressBlocks) {
    this.#blocked = blocked;
    this.#connectMs = timeouts.connectMs;
    this.#addresses = new AddressCache(guardedLookup(blocked), monotonicMs, ADDRESS_TTL_MS);
  }

  /** Null when the address is blocked. Names are judged when they are resolved. */
  get(url: string): Http2Origin | null {
    const known = this.#origins.get(url);
    if (known !== undefined) return known;
    if (this.#origins.size >= MAX_ORIGINS) this.#forgetUnused();
    const { protocol, hostname, port } = new URL(url);
    const host = hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
    if (isIP(host) !== 0 && this.#blocked.has(host)) return null;
    const isEncrypted = protocol === "https:";
    const usualPort = isEncrypted ? 443 : 80;
    const origin = new Http2Origin(
      { host, port: port === "" ? usualPort : Number(port), isEncrypted, keepAliveMs: KEEP_ALIVE_MS },
      this.#addresses,
    );
    this.#origins.set(url, origin);
    return origin;
  }

  connectMs(timeoutMs: number): number {
    return Math.min(timeoutMs, this.#connectMs);
  }

  close(): void {
    for (const origin of this.#origins.values()) origin.close();
  }

  #forgetUnused(): void {
    for (const [url, { connectionCount }] of this.#origins) if (connectionCount === 0) this.#origins.delete(url);
  }
}
