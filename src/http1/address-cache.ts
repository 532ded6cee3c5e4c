import { lookup as systemLookup } from "node:dns";
import { isIP } from "node:net";
import type { Clock } from "./deadline-sweeper.ts";

/** Resolves a host name to IP addresses; fails with `BlockedAddress` where none may be connected to. */
export type Lookup = (host: string, done: (error: Error | null, addresses: readonly string[]) => void) => void;

/** What a look-up fails with when a name leads to an address that must not be connected to. */
export class BlockedAddress extends Error {
  override readonly name = "BlockedAddress";
}

type Waiter = (error: Error | null, addresses: readonly string[]) => void;

interface Entry {
  addresses: readonly string[];
  expiresAtMs: number;
  next: number;
  waiters: Waiter[] | null;
}

export const dnsLookup: Lookup = (host, done) => {
  systemLookup(host, { all: true, verbatim: true }, (error, found) => {
    done(error, error === null ? found.map((entry) => entry.address) : []);
  });
};

/**
 * Remembers addresses for a bounded time and takes turns among them. While a name cannot be resolved the last good
 * answer stays in use; a failure with nothing to fall back on is not remembered.
 */
export class AddressCache {
  private readonly entries = new Map<string, Entry>();
  private readonly lookup: Lookup;
  private readonly clock: Clock;
  private readonly ttlMs: number;
  private readonly maxEntries: number;

  constructor(lookup: Lookup, clock: Clock, ttlMs: number, maxEntries = 10_000) {
    this.lookup = lookup;
    this.clock = clock;
    this.ttlMs = ttlMs;
    this.maxEntries = maxEntries;
  }

  /** Calls `done` at once when the answer is known. The first address is this caller's turn. */
  resolve(host: string, done: Waiter): void {
    if (isIP(host) !== 0) {
      done(null, [host]);
      return;
    }
    const entry = this.entries.get(host);
    if (entry !== undefined && entry.addresses.length > 0) {
      if (entry.expiresAtMs <= this.clock() && entry.waiters === null) this.refresh(host, entry);
      done(null, takeTurn(entry));
    } else if (entry?.waiters) entry.waiters.push(done);
    else this.start(host, done);
  }

  private start(host: string, done: Waiter): void {
    if (this.entries.size >= this.maxEntries) {
      for (const oldest of this.entries.keys()) {
        this.entries.delete(oldest);
        break;
      }
    }
    const entry: Entry = { addresses: [], expiresAtMs: 0, next: 0, waiters: null };
    this.entries.set(host, entry);
    this.refresh(host, entry);
    if (entry.waiters === null) this.answer(entry, done, null);
    else (entry.waiters as Waiter[]).push(done);
  }

  private refresh(host: string, entry: Entry): void {
    const waiters: Waiter[] = [];
    entry.waiters = waiters;
    this.lookup(host, (error, addresses) => {
      entry.waiters = null;
      if (error === null && addresses.length > 0) {
        entry.addresses = addresses;
        entry.expiresAtMs = this.clock() + this.ttlMs;
      } else if (entry.addresses.length === 0) this.entries.delete(host);
      for (const waiter of waiters) this.answer(entry, waiter, error);
    });
  }

  private answer(entry: Entry, waiter: Waiter, error: Error | null): void {
    if (entry.addresses.length > 0) waiter(null, takeTurn(entry));
    else waiter(error ?? new Error("no address"), []);
  }
}

function takeTurn(entry: Entry): readonly string[] {
  const { addresses } = entry;
  if (addresses.length === 1) return addresses;
  const first = entry.next++ % addresses.length;
  return [...addresses.slice(first), ...addresses.slice(0, first)];
}
