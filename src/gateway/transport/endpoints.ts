import type { ResponseHead } from "../../http1/message-head.ts";
import { kept } from "../../http1/read-bytes.ts";
import type { Tunnel } from "../../http1/tunnel.ts";
import type { UpstreamCall, UpstreamHandler } from "../../http1/upstream-call.ts";
import type { UpstreamFailure } from "../../http1/upstream-failure.ts";
import type { Endpoint, EndpointAnswer, EndpointClient, EndpointFailure } from "../endpoint-client.ts";
import type { BackendOrigins } from "./backend-origins.ts";

/** Asks endpoints over the connections kept to backends. */
export class Endpoints implements EndpointClient {
  readonly #origins: BackendOrigins;

  constructor(origins: BackendOrigins) {
    this.#origins = origins;
  }

  async post(endpoint: Endpoint, json: string, maxAnswerBytes: number): Promise<EndpointAnswer | EndpointFailure> {
    const { origin: url, target, timeoutMs } = endpoint;
    const origin = this.#origins.get(url);
    if (origin === null) return "blocked";
    const body = Buffer.from(json);
    const question = new Question(maxAnswerBytes);
    question.call = origin.request(
      {
        head:
          `POST ${target} HTTP/1.1\r\nHost: ${new URL(url).host}\r\nContent-Type: application/json\r\n` +
          `Content-Length: ${body.length}\r\n\r\n`,
        body,
        isStreamed: false,
        isHeadMethod: false,
        isRepeatable: false,
        isUpgrade: false,
        timeouts: { ...this.#origins.timeouts(timeoutMs), totalMs: timeoutMs },
      },
      question,
    );
    return question.answer;
  }
}

/** One question to an endpoint, until its answer is whole. */
class Question implements UpstreamHandler {
  readonly answer: Promise<EndpointAnswer | EndpointFailure>;
  call: UpstreamCall | null = null;
  readonly #maxBytes: number;
  readonly #resolvers = Promise.withResolvers<EndpointAnswer | EndpointFailure>();
  readonly #chunks: Buffer[] = [];
  #status = 0;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
    this.answer = this.#resolvers.promise;
  }

  onUpstreamReady(): void {}

  onUpstreamDrain(): void {}

  onWholeResponse(head: ResponseHead, body: string): void {
    this.onResponseHead(head);
    this.onResponseData(Buffer.from(body, "latin1"));
    this.onResponseEnd();
  }

  onResponseHead({ status }: ResponseHead): void {
    this.#status = status;
  }

  onResponseData(data: Buffer): void {
    this.#bytes += data.length;
    if (this.#bytes <= this.#maxBytes) {
      this.#chunks.push(kept(data));
      return;
    }
    this.call?.abort();
    this.#resolvers.resolve("failed");
  }

  onResponseFlush(): void {}

  onResponseEnd(): void {
    this.#resolvers.resolve({ status: this.#status, body: Buffer.concat(this.#chunks) });
  }

  onUpstreamFailure({ kind, status }: UpstreamFailure): void {
    this.#resolvers.resolve(kind === "blocked" ? "blocked" : status === 504 ? "timed-out" : "failed");
  }

  onUpgraded(_head: ResponseHead, tunnel: Tunnel): void {
    tunnel.socket.destroy();
    this.#resolvers.resolve("failed");
  }
}
