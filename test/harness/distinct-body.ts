/** Bytes of which no four are found in the body of another number, so that a mix-up shows. `length` is a multiple of four. */
export function distinctBody(number: number, length: number): Buffer {
  const words = new Uint32Array(length / 4);
  for (let i = 0; i < words.length; i++) words[i] = (number << 24) | i;
  return Buffer.from(words.buffer);
}
