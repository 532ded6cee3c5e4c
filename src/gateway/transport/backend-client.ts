import { Agent, type Dispatcher } from "undici";
import type { Endpoint } from "../../model/plugin/endpoint.ts";
import type { AddressBlocks } from "../addressing/address-blocks.ts";
import { BlockedAddress, guardedLookup, isBlockedOrigin } from "../backends/address-guard.ts";
import { GatewayError, gatewayError } from "../errors.ts";
import type { BackendCall } from "../exchange.ts";
import type { EndpointAnswer, EndpointClient } from "../plugins/endpoint-client.ts";
import type { GatewayTimeouts } from "../settings.ts";

/** A backend took longer than its API allows. */
export class BackendTimeout extends Error {
  override readonly name = "BackendTimeout";
}

/** Keeps connections to backends and sends calls over them. Redirects are not followed. */
export class BackendClient implements EndpointClient {
  readonly #agent: Agent;
  readonly #blocked: AddressBlocks;

  constructor(timeouts: GatewayTimeouts, maxHeadBytes: number, blocked: AddressBlocks) {
    this.#blocked = blocked;
    this.#agent = new Agent({
      pipelining: 1,
      keepAliveTimeout: timeouts.backendKeepAliveMs,
      maxHeaderSize: maxHeadBytes,
      // The relay times every call itself, by its API's limit.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: { timeout: timeouts.connectMs, lookup: guardedLookup(blocked) },
    });
  }

  send(call: BackendCall, body: Dispatcher.DispatchOptions["body"], handler: Dispatcher.DispatchHandler): void {
    if (isBlockedOrigin(call.origin, this.#blocked)) throw new BlockedAddress(`${call.origin} is blocked`);
    this.#agent.dispatch(
      {
        origin: call.origin,
        path: call.target,
        method: call.method as Dispatcher.HttpMethod,
        headers: [...call.headers],
        body: body ?? null,
      },
      handler,
    );
  }

  /** Asks an endpoint of a plugin; what it says at most is 1 MiB of JSON. */
  async post({ origin, target, timeoutMs }: Endpoint, message: object): Promise<EndpointAnswer> {
    if (isBlockedOrigin(origin, this.#blocked)) throw gatewayError("backendBlocked");
    try {
      const { statusCode: status, body } = await this.#agent.request({
        origin,
        path: target,
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(message),
        signal: AbortSignal.timeout(timeoutMs),
      });
      return { status, body: parseJson(await readAtMost(body, maxEndpointBytes)) };
    } catch (error) {
      if (error instanceof BlockedAddress) throw gatewayError("backendBlocked");
      const isTimeout = error instanceof DOMException && error.name === "TimeoutError";
      throw gatewayError(isTimeout ? "pluginEndpointTimeout" : "pluginEndpointFailed");
    }
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }
}

const maxEndpointBytes = 1024 * 1024;

async function readAtMost(body: AsyncIterable<Buffer>, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new RangeError("the endpoint's answer is too long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a caller is told when the call to the backend fails. */
export function backendFailure(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  if (error instanceof BlockedAddress) return gatewayError("backendBlocked");
  if (error instanceof BackendTimeout || codeOf(error) === "UND_ERR_CONNECT_TIMEOUT") {
    return gatewayError("backendTimeout");
  }
  return gatewayError("backendUnreachable");
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
