import type { ResponseHead } from "../../http1/message-head.ts";
import type { Tunnel } from "../../http1/tunnel.ts";
import type { UpstreamCall, UpstreamHandler } from "../../http1/upstream-call.ts";
import type { UpstreamFailure } from "../../http1/upstream-failure.ts";
import type { Endpoint } from "../../model/plugin/endpoint.ts";
import { type GatewayError, gatewayError } from "../errors.ts";
import type { EndpointAnswer, EndpointClient } from "../plugins/endpoint-client.ts";
import type { BackendOrigins } from "./backend-origins.ts";

const MAX_ANSWER_BYTES = 1024 * 1024;

/** Asks endpoints of plugins over the connections kept to backends; what one says at most is 1 MiB of JSON. */
export class PluginEndpoints implements EndpointClient {
  readonly #origins: BackendOrigins;

  constructor(origins: BackendOrigins) {
    this.#origins = origins;
  }

  async post({ origin: url, target, timeoutMs }: Endpoint, message: object): Promise<EndpointAnswer> {
    const origin = this.#origins.get(url);
    if (origin === null) throw gatewayError("backendBlocked");
    const body = Buffer.from(JSON.stringify(message));
    const question = new Question();
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
  readonly answer: Promise<EndpointAnswer>;
  call: UpstreamCall | null = null;
  readonly #resolvers = Promise.withResolvers<EndpointAnswer>();
  readonly #chunks: Buffer[] = [];
  #status = 0;
  #bytes = 0;

  constructor() {
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
    if (this.#bytes <= MAX_ANSWER_BYTES) this.#chunks.push(data);
    else this.#giveUp(gatewayError("pluginEndpointFailed"));
  }

  onResponseFlush(): void {}

  onResponseEnd(): void {
    this.#resolvers.resolve({ status: this.#status, body: parseJson(Buffer.concat(this.#chunks).toString()) });
  }

  onUpstreamFailure({ kind, status }: UpstreamFailure): void {
    if (kind === "blocked") this.#resolvers.reject(gatewayError("backendBlocked"));
    else this.#resolvers.reject(gatewayError(status === 504 ? "pluginEndpointTimeout" : "pluginEndpointFailed"));
  }

  onUpgraded(_head: ResponseHead, tunnel: Tunnel): void {
    tunnel.socket.destroy();
    this.#resolvers.reject(gatewayError("pluginEndpointFailed"));
  }

  #giveUp(error: GatewayError): void {
    this.call?.abort();
    this.#resolvers.reject(error);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
