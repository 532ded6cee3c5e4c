import type { Socket } from "node:net";
import { kept, READ_BYTES } from "./read-bytes.ts";

/** Holds any read with what is usually put around it. */
const JOINED_BYTES = READ_BYTES + 4096;

/** Nobody needs what is in it. */
let spare: Buffer | null = null;

/**
 * Writes text (latin1), data and text in one piece; `data` may be used again when it returns. They are joined in memory that serves
 * for the next write if the kernel takes all of it at once, as it nearly always does. Otherwise it is the socket's, and let go with it:
 * what is allocated outside the heap for every write makes the garbage collector cost more than the writes.
 */
export function writeJoined(socket: Socket, before: string, data: Buffer, after: string): boolean {
  const length = before.length + data.length + after.length;
  if (length > JOINED_BYTES) return writeApart(socket, before, data, after);
  const joined = spare ?? Buffer.allocUnsafeSlow(JOINED_BYTES);
  spare = null;
  joined.write(before, 0, "latin1");
  data.copy(joined, before.length);
  joined.write(after, before.length + data.length, "latin1");
  const hasRoom = socket.write(joined.subarray(0, length));
  // A socket counts a piece until it is through with it.
  if (socket.writableLength === 0) spare = joined;
  return hasRoom;
}

/** For more than is read at a time, such as a whole body. */
function writeApart(socket: Socket, before: string, data: Buffer, after: string): boolean {
  socket.cork();
  if (before !== "") socket.write(before, "latin1");
  let hasRoom = socket.write(kept(data));
  if (after !== "") hasRoom = socket.write(after, "latin1");
  socket.uncork();
  return hasRoom;
}
