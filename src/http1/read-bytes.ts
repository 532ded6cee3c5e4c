/** A copy of what was read into a shared buffer. A short one is cut from memory that others share: to be used in this turn. */
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
