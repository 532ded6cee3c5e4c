import type { Socket } from "node:net";

/** One end of an upgraded connection, paused. */
export interface Tunnel {
  readonly socket: Socket;
  /** What came after the head that upgraded it. */
  readonly head: Buffer;
  /** Where what is read goes from now on; the socket's own `data` event need not fire. */
  receive(onData: (data: Buffer) => void): void;
}

/** Joins two upgraded connections: bytes pass both ways unread until either side ends or nothing moves for `idleMs`. */
export function joinTunnels(a: Tunnel, b: Tunnel, idleMs: number): void {
  pass(a, b.socket);
  pass(b, a.socket);
  for (const { socket } of [a, b]) {
    const end = () => {
      a.socket.destroySoon();
      b.socket.destroySoon();
    };
    socket.setTimeout(idleMs, () => {
      a.socket.destroy();
      b.socket.destroy();
    });
    socket.on("end", end);
    socket.on("error", end);
    socket.on("close", end);
    socket.resume();
  }
}

function pass(from: Tunnel, to: Socket): void {
  if (from.head.length > 0) to.write(from.head);
  from.receive((data) => {
    if (!to.write(data)) from.socket.pause();
  });
  to.on("drain", () => from.socket.resume());
}
