import type { Socket } from "node:net";

/** The most that is read at a time: 64 KiB, a common size of bodies and of their parts, and the head before it. */
export const READ_BYTES = 69_632;

/** Reads of all sockets land here: they are handled one at a time. */
export const READ_BUFFER = Buffer.allocUnsafeSlow(READ_BYTES);

/** The same, four bytes at a time. */
export const READ_WORDS = new Int32Array(READ_BUFFER.buffer);

/** A read up to this size is handed on as a copy. */
const MAX_SHORT_BYTES = 8192;

/** Takes what a socket reads. */
export interface ReadTaker {
  /**
   * Shown what was read, the first `length` bytes of READ_BUFFER, before it is copied. True: it is known as a whole, so that nobody
   * needs a copy.
   */
  recognise(length: number): boolean;
  /**
   * A short piece is cut from memory that others share: to be used in this turn, or made `lasting`. A longer one, of a body nearly
   * always, is not copied: it has to be used before this returns, or `kept`.
   */
  onData(data: Buffer): void;
}

/** The `onread` option of a socket that hands on what it reads. */
export function readInto(taker: ReadTaker) {
  const callback = (length: number): boolean => {
    if (taker.recognise(length)) return true;
    taker.onData(length > MAX_SHORT_BYTES ? READ_BUFFER.subarray(0, length) : copyRead(READ_BUFFER, length));
    return true;
  };
  return { buffer: READ_BUFFER, callback };
}

/** Does the same for a socket that emits what it reads. */
export function takeEmitted(socket: Socket, taker: ReadTaker): void {
  socket.on("data", (data: Buffer) => {
    if (data.length <= MAX_SHORT_BYTES) {
      data.copy(READ_BUFFER);
      if (taker.recognise(data.length)) return;
    }
    taker.onData(data);
  });
}

/** A copy of what the last read left in the buffer. */
export function copyRead(buffer: Buffer, length: number): Buffer {
  const data = Buffer.allocUnsafe(length);
  buffer.copy(data, 0, 0, length);
  return data;
}

/** Whether what was read may wait for the end of the turn. */
export function canWait(data: Buffer): boolean {
  return data.length <= MAX_SHORT_BYTES;
}

/** The same bytes, safe from the next read. */
export function kept(data: Buffer): Buffer {
  return data.buffer === READ_BUFFER.buffer ? lasting(data) : data;
}

/** The same bytes in memory of their own: a short piece that is kept would keep all of the memory it was cut from. */
export function lasting(data: Buffer): Buffer {
  if (data.buffer.byteLength === data.byteLength && data.buffer !== READ_BUFFER.buffer) return data;
  const copy = Buffer.allocUnsafeSlow(data.length);
  data.copy(copy);
  return copy;
}
