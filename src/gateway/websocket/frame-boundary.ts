/** How far a frame's header reaches at least, and what its length field may add (RFC 6455 §5.2). */
const SHORTEST_HEADER_BYTES = 2;
const MASK_BYTES = 4;

/** Follows the frames of one direction without keeping any of them, to know when none is under way. */
export class FrameBoundary {
  /** Bytes of the header at hand: all of it is seldom in two pieces. */
  #header: number[] = [];
  #payloadLeft = 0;

  /** Whether the last frame is complete, so that another one may follow here. */
  get isReached(): boolean {
    return this.#header.length === 0 && this.#payloadLeft === 0;
  }

  pass(data: Uint8Array): void {
    let at = 0;
    while (at < data.length) {
      if (this.#payloadLeft > 0) {
        const taken = Math.min(this.#payloadLeft, data.length - at);
        this.#payloadLeft -= taken;
        at += taken;
      } else {
        this.#header.push(data[at++] ?? 0);
        this.#readHeader();
      }
    }
  }

  #readHeader(): void {
    const header = this.#header;
    const second = header[1];
    if (second === undefined) return;
    const shortLength = second & 0x7f;
    const lengthBytes = shortLength === 127 ? 8 : shortLength === 126 ? 2 : 0;
    const maskBytes = second >= 0x80 ? MASK_BYTES : 0;
    if (header.length < SHORTEST_HEADER_BYTES + lengthBytes + maskBytes) return;
    this.#payloadLeft = lengthBytes === 0 ? shortLength : readLength(header, lengthBytes);
    this.#header = [];
  }
}

/** Above 2^53 the exact figure does not matter: no connection lasts that long. */
function readLength(header: readonly number[], lengthBytes: number): number {
  let length = 0;
  for (let index = 0; index < lengthBytes; index++) {
    length = length * 256 + (header[SHORTEST_HEADER_BYTES + index] ?? 0);
  }
  return length;
}
