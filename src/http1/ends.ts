import type { Socket } from "node:net";

/** Addresses of the two ends of a connection; empty where the socket no longer knows them. */
export interface Ends {
  readonly caller: string;
  readonly server: string;
}

export function endsOf(socket: Socket): Ends {
  return { caller: plainAddress(socket.remoteAddress), server: plainAddress(socket.localAddress) };
}

/** IPv4 peers of a socket that serves both families look like `::ffff:192.0.2.1`. */
function plainAddress(address = ""): string {
  return address.startsWith("::ffff:") ? address.slice("::ffff:".length) : address;
}
