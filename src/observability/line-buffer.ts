const BLOCK_BYTES = 262_144;
const ZERO = 0x30;
const POINT = 0x2e;
const MAX_INT32 = 0x7fff_ffff;
const MAX_INT32_DIGITS = 10;

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
    const block = this.#block;
    const start = this.#used;
    for (let index = 0; index < text.length; index++) block[start + index] = text.charCodeAt(index);
    this.#used = start + text.length;
  }

  /** A whole number, not negative. */
  addWhole(value: number): void {
    if (value > MAX_INT32) {
      this.addAscii(String(value));
      return;
    }
    const block = this.#block;
    let rest = value | 0;
    let digits = 1;
    for (let bound = 10; digits < MAX_INT32_DIGITS && rest >= bound; bound *= 10) digits++;
    const start = this.#used;
    for (let at = start + digits - 1; at >= start; at--) {
      const tenth = (rest / 10) | 0;
      block[at] = ZERO + (rest - tenth * 10);
      rest = tenth;
    }
    this.#used = start + digits;
  }

  /** A number that is not negative, to three decimals. */
  addThousandths(value: number): void {
    const thousandths = Math.round(value * 1000);
    const whole = Math.floor(thousandths / 1000);
    this.addWhole(whole);
    this.#block[this.#used] = POINT;
    setThreeDigits(this.#block, this.#used + 1, thousandths - whole * 1000);
    this.#used += 4;
  }

  /** All bytes, in order. */
  bytes(): Buffer {
    const last = this.#block.subarray(0, this.#used);
    return this.#full.length === 0 ? last : Buffer.concat([...this.#full, last], this.byteCount);
  }

  /** Makes room for other lines, in the same memory: those handed out by `bytes` must have been used. */
  clear(): void {
    this.#full.length = 0;
    this.#used = 0;
    this.lineCount = 0;
    this.byteCount = 0;
  }

  #startBlock(minBytes: number): void {
    if (this.#used > 0) this.#full.push(this.#block.subarray(0, this.#used));
    this.#block = Buffer.allocUnsafeSlow(Math.max(BLOCK_BYTES, minBytes));
    this.#used = 0;
  }
}

/** A whole number below 1000. */
export function setThreeDigits(bytes: Uint8Array, at: number, value: number): void {
  const tens = (value / 10) | 0;
  const hundreds = (tens / 10) | 0;
  bytes[at] = ZERO + hundreds;
  bytes[at + 1] = ZERO + tens - hundreds * 10;
  bytes[at + 2] = ZERO + value - tens * 10;
}
