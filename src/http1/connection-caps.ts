import { isIPv6 } from "node:net";

/** Which cap a connection would have broken. */
export type ConnectionCap = "connections" | "connections-per-address";

/** Decides which connections are served. One gate may stand before several listeners. */
export interface ConnectionGate {
  /** Null: it may come in, and `leave` must be called once it is closed. */
  enter(address: string): ConnectionCap | null;
  leave(address: string): void;
}

interface ConnectionCapsOptions {
  readonly maxConnections: number;
  /** 0: no cap. */
  readonly maxPerAddress: number;
  /** Addresses behind which many callers stand, such as proxies: only `maxConnections` holds for them. */
  readonly isExempt: (address: string) => boolean;
  /** Told of every change of the number of connections. */
  readonly onCount?: (open: number) => void;
}

/** Counts connections, in all and by client address. */
export class ConnectionCaps implements ConnectionGate {
  private readonly options: ConnectionCapsOptions;
  private open = 0;
  private readonly openByAddress = new Map<string, number>();

  constructor(options: ConnectionCapsOptions) {
    this.options = options;
  }

  enter(address: string): ConnectionCap | null {
    const { maxConnections, maxPerAddress } = this.options;
    if (this.open >= maxConnections) return "connections";
    if (this.isCounted(address)) {
      const client = clientOf(address);
      const count = this.openByAddress.get(client) ?? 0;
      if (count >= maxPerAddress) return "connections-per-address";
      this.openByAddress.set(client, count + 1);
    }
    this.open++;
    this.options.onCount?.(this.open);
    return null;
  }

  leave(address: string): void {
    this.open--;
    this.options.onCount?.(this.open);
    if (!this.isCounted(address)) return;
    const client = clientOf(address);
    const count = this.openByAddress.get(client) ?? 0;
    if (count > 1) this.openByAddress.set(client, count - 1);
    else this.openByAddress.delete(client);
  }

  private isCounted(address: string): boolean {
    return this.options.maxPerAddress > 0 && !this.options.isExempt(address);
  }
}

/** A client is given 64 bits of IPv6 addresses at least (RFC 6177), so these count as one. */
function clientOf(address: string): string {
  if (!isIPv6(address) || address.startsWith("::ffff:")) return address;
  const [before = "", after] = address.split("::");
  const groups = before === "" ? [] : before.split(":");
  if (after !== undefined) {
    const last = after === "" ? [] : after.split(":");
    while (groups.length + last.length < 8) groups.push("0");
    groups.push(...last);
  }
  return groups.slice(0, 4).join(":");
}
