/** Reads of all plain sockets land here: they are handled one at a time. */
const READ_BUFFER = Buffer.allocUnsafeSlow(65_536);

/**
 * The `onread` option of a socket that hands on what it reads. A short piece is cut from memory that others share: to be used in
 * this turn, or made `lasting`.
 */
export function readInto(onData: (data: Buffer) => void) {
  const callback = (length: number): boolean => {
    onData(copyRead(READ_BUFFER, length));
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

/** The same bytes in memory of their own: a short piece that is kept would keep all of the memory it was cut from. */
export function lasting(data: Buffer): Buffer {
  if (data.buffer.byteLength === data.byteLength) return data;
  const copy = Buffer.allocUnsafeSlow(data.length);
  data.copy(copy);
  return copy;
}
