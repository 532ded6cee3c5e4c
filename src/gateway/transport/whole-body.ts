import type { ParseFailure } from "../../http1/message-head.ts";
import { kept } from "../../http1/read-bytes.ts";
import type { BodySink, ServerExchange } from "../../http1/server-exchange.ts";
import { refusalError } from "./failures.ts";

/** Collects a request's body; its size is limited by the connection. */
export class WholeBody implements BodySink {
  readonly bytes: Promise<Buffer>;
  receivedBytes = 0;
  failure: ParseFailure | null = null;
  readonly #chunks: Buffer[] = [];
  readonly #resolvers = Promise.withResolvers<Buffer>();

  constructor(http: ServerExchange) {
    this.bytes = this.#resolvers.promise;
    http.readBody(this);
  }

  onBodyData(data: Buffer): void {
    this.receivedBytes += data.length;
    this.#chunks.push(kept(data));
  }

  onBodyEnd(): void {
    this.#resolvers.resolve(Buffer.concat(this.#chunks));
  }

  onBodyFailure(failure: ParseFailure): void {
    this.failure = failure;
    this.#resolvers.reject(refusalError(failure, null));
  }
}
