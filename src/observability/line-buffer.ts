const BLOCK_BYTES = 65_536;
const ZERO = 0x30;

/** Lines on their way to a sink, kept as bytes: text put together from pieces costs the garbage collector far more. */
export class LineBuffer {
  lineCount = 0;
  byteCount = 0;
  readonly #full: Buffer[] = [];
  #block = Buffer.alloc(0);
  #used = 0;
  #lineStart = 0;

  /** Begins a line of at most `maxBytes`. */
  startLine(maxBytes: number): void {
    if (this.#block.length - this.#used < maxBytes) this.#startBlock(maxBytes);
    this.#lineStart = this.#used;
  }

  endLine(): void {
    this.byteCount += this.#used - this.#lineStart;
    this.lineCount++;
  }

  add(bytes: Uint8Array): void {
    this.#block.set(bytes, this.#used);
    this.#used += bytes.length;
  }

  /** A short text: a longer one is better kept as bytes. */
  addAscii(text: string): void {
    for (let index = 0; index < text.length; index++) this.#block[this.#used++] = text.charCodeAt(index);
  }

  /** A whole number, not negative, with at least so many digits. */
  addWhole(value: number, minDigits = 1): void {
    let digits = 1;
    for (let bound = 10; value >= bound; bound *= 10) digits++;
    digits = Math.max(digits, minDigits);
    let rest = value;
    for (let at = this.#used + digits - 1; at >= this.#used; at--) {
      const digit = rest % 10;
      this.#block[at] = ZERO + digit;
      rest = (rest - digit) / 10;
    }
    this.#used += digits;
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
