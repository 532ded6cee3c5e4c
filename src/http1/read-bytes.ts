/** The most that is read at a time: 64 KiB, a common size of bodies and of their parts, and the head before it. */
export const READ_BYTES = 69_632;

/** Reads of all plain sockets land here: they are handled one at a time. */
const READ_BUFFER = Buffer.allocUnsafeSlow(READ_BYTES);

/** A read up to this size is handed on as a copy. */
const MAX_SHORT_BYTES = 8192;

/**
 * The `onread` option of a socket that hands on what it reads. A short piece is cut from memory that others share: to be used in
 * this turn, or made `lasting`. A longer one, of a body nearly always, is not copied: it has to be used before `onData` returns, or `kept`.
 */
export function readInto(onData: (data: Buffer) => void) {
  const callback = (length: number): boolean => {
    onData(length > MAX_SHORT_BYTES ? READ_BUFFER.subarray(0, length) : copyRead(READ_BUFFER, length));
    return true;
  };
  return { buffer: READ_BUFFER, callback };
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
