/** Reads one HTTP/1.1 answer after another off a connection: as much of RFC 9112 as the compared gateways use. */
export class AnswerReader {
  #head = "";
  #isInBody = false;
  #isChunked = false;
  #bodyBytesLeft = 0;
  #tail = Buffer.alloc(0);
  status = 0;
  bodyBytes = 0;
  keepsAlive = true;

  /** Takes what arrived; true when that completes an answer. */
  accept(chunk: Buffer): boolean {
    if (this.#isInBody) return this.#acceptBody(chunk);
    this.#head += chunk.toString("latin1");
    const end = this.#head.indexOf("\r\n\r\n");
    if (end < 0) return false;
    const afterHead = this.#head.length - end - 4;
    this.#startBody(this.#head.slice(0, end + 2));
    this.#head = "";
    return this.#acceptBody(chunk.subarray(chunk.length - afterHead));
  }

  #startBody(head: string): void {
    this.status = Number(head.slice(9, 12));
    this.bodyBytes = 0;
    this.keepsAlive = !/\r\nconnection: *close/i.test(head);
    this.#isChunked = /\r\ntransfer-encoding: *chunked/i.test(head);
    this.#bodyBytesLeft = Number(/\r\ncontent-length: *([0-9]+)/i.exec(head)?.[1] ?? 0);
    this.#tail = Buffer.alloc(0);
    this.#isInBody = true;
  }

  #acceptBody(chunk: Buffer): boolean {
    this.bodyBytes += chunk.length;
    if (this.#isChunked) {
      this.#tail = Buffer.concat([this.#tail, chunk]).subarray(-lastChunk.length);
      this.#isInBody = !this.#tail.equals(lastChunk);
    } else {
      this.#bodyBytesLeft -= chunk.length;
      this.#isInBody = this.#bodyBytesLeft > 0;
    }
    return !this.#isInBody;
  }
}

const lastChunk = Buffer.from("0\r\n\r\n");
