import type { Socket } from "node:net";

/**
 * Up to this many bytes one latin1 write is cheaper than handing the kernel several pieces: Node copies strings below
 * 16 KiB into a buffer on the stack and writes at once.
 */
const MAX_JOINED_BYTES = 12_288;

/** Writes `before`, `data`, `after` as one message to the kernel. False: the peer is slower than we are, wait for drain. */
export function writeJoined(socket: Socket, before: string, data: Buffer, after: string): boolean {
  const length = before.length + data.length + after.length;
  if (length <= MAX_JOINED_BYTES) {
    if (data.length === 0) return socket.write(before + after, "latin1");
    return socket.write(before + data.toString("latin1") + after, "latin1");
  }
  socket.cork();
  if (before !== "") socket.write(before, "latin1");
  let hasRoom = socket.write(data);
  if (after !== "") hasRoom = socket.write(after, "latin1");
  socket.uncork();
  return hasRoom;
}
