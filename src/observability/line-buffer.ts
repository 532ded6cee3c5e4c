const BLOCK_BYTES = 65_536;

/** Lines on their way to a sink, kept as bytes: text put together from pieces costs the garbage collector far more. */
export class LineBuffer {
  lineCount = 0;
  byteCount = 0;
  readonly #full: Buffer[] = [];
  #block = Buffer.alloc(0);
  #used = 0;

  push(line: string): void {
    const maxBytes = line.length * 3;
    if (this.#block.length - this.#used < maxBytes) this.#startBlock(maxBytes);
    const bytes = this.#block.write(line, this.#used);
    this.#used += bytes;
    this.byteCount += bytes;
    this.lineCount++;
  }

  /** All bytes, in order. */
  bytes(): Buffer {
    const last = this.#block.subarray(0, this.#used);
    return this.#full.length === 0 ? last : Buffer.concat([...this.#full, last], this.byteCount);
  }

  #startBlock(minBytes: number): void {
    if (this.#used > 0) this.#full.push(this.#block.subarray(0, this.#used));
    this.#block = Buffer.allocUnsafeSlow(Math.max(BLOCK_BYTES, minBytes));
    this.#used = 0;
  }
}
