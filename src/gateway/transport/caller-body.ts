import type { IncomingMessage } from "node:http";
import { gatewayError } from "../errors.ts";

/** The body of a caller's request: read once, with a limit, either as a stream or as a whole. */
export class CallerBody {
  receivedBytes = 0;
  /** Whether the next byte has to come from the caller. */
  isAwaited = false;
  readonly #request: IncomingMessage;
  readonly #maxBytes: number;
  /** Called before the first byte is read, so that a caller who waits for `100 Continue` gets it only when it is wanted. */
  readonly #onStart: () => void;

  constructor(request: IncomingMessage, maxBytes: number, onStart: () => void) {
    this.#request = request;
    this.#maxBytes = maxBytes;
    this.#onStart = onStart;
  }

  /** Throws a GatewayError when the body turns out longer than the limit. `onChunk` is called for every part. */
  async *stream(onChunk: () => void): AsyncGenerator<Buffer> {
    this.#onStart();
    this.isAwaited = true;
    for await (const chunk of this.#request.iterator({ destroyOnReturn: false })) {
      this.receivedBytes += (chunk as Buffer).length;
      if (this.receivedBytes > this.#maxBytes) throw gatewayError("bodyTooLarge");
      onChunk();
      this.isAwaited = false;
      yield chunk as Buffer;
      this.isAwaited = true;
    }
    this.isAwaited = false;
  }

  async readWhole(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.stream(() => {})) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
}
