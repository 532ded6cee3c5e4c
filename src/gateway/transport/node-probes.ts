import { appendField } from "../../http1/field-block.ts";
import type { ResponseHead } from "../../http1/message-head.ts";
import type { Tunnel } from "../../http1/tunnel.ts";
import type { UpstreamCall, UpstreamHandler } from "../../http1/upstream-call.ts";
import type { UpstreamFailure } from "../../http1/upstream-failure.ts";
import type { NodeProber, ProbeRequest } from "../upstreams/active-checks.ts";
import type { NodeOutcome } from "../upstreams/node.ts";
import type { BackendOrigins } from "./backend-origins.ts";

/** What is read of an answer to keep its connection; beyond it is closed. */
const MAX_ANSWER_BYTES = 65_536;

/** Asks nodes for their health over the connections kept to them. */
export class NodeProbes implements NodeProber {
  readonly #origins: BackendOrigins;

  constructor(origins: BackendOrigins) {
    this.#origins = origins;
  }

  async probe({ origin: url, host, target, headers, timeoutMs }: ProbeRequest): Promise<NodeOutcome> {
    const origin = this.#origins.get(url);
    if (origin === null) return "connection-failed";
    const isNamed = headers.some(({ name }) => name.toLowerCase() === "host");
    let fields = isNamed ? "" : `Host: ${host}\r\n`;
    for (const { name, value } of headers) fields = appendField(fields, name, value);
    const probe = new Probe();
    probe.call = origin.request(
      {
        head: `GET ${target} HTTP/1.1\r\n${fields}\r\n`,
        body: Buffer.alloc(0),
        isStreamed: false,
        isHeadMethod: false,
        isRepeatable: true,
        isUpgrade: false,
        timeouts: { ...this.#origins.timeouts(timeoutMs), totalMs: timeoutMs },
      },
      probe,
    );
    return probe.outcome;
  }
}

/** One probe, until the status of its answer is known. */
class Probe implements UpstreamHandler {
  readonly outcome: Promise<NodeOutcome>;
  call: UpstreamCall | null = null;
  readonly #resolvers = Promise.withResolvers<NodeOutcome>();
  #bytes = 0;

  constructor() {
    this.outcome = this.#resolvers.promise;
  }

  onUpstreamReady(): void {}

  onUpstreamDrain(): void {}

  onWholeResponse({ status }: ResponseHead): void {
    this.#resolvers.resolve(status);
  }

  onResponseHead({ status }: ResponseHead): void {
    this.#resolvers.resolve(status);
  }

  onResponseData(data: Buffer): void {
    this.#bytes += data.length;
    if (this.#bytes > MAX_ANSWER_BYTES) this.call?.abort();
  }

  onResponseFlush(): void {}

  onResponseEnd(): void {}

  onUpstreamFailure({ status }: UpstreamFailure): void {
    this.#resolvers.resolve(status === 504 ? "timed-out" : "connection-failed");
  }

  onUpgraded(_head: ResponseHead, tunnel: Tunnel): void {
    tunnel.socket.destroy();
    this.#resolvers.resolve("connection-failed");
  }
}
