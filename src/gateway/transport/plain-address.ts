/** IPv4 peers of a socket that serves both families look like `::ffff:192.0.2.1`. */
export function plainAddress(address: string): string {
  return address.startsWith("::ffff:") ? address.slice("::ffff:".length) : address;
}
