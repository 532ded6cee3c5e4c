import { Agent, type Dispatcher } from "undici";
import type { AddressBlocks } from "../addressing/address-blocks.ts";
import { BlockedAddress, guardedLookup, isBlockedOrigin } from "../backends/address-guard.ts";
import { GatewayError, gatewayError } from "../errors.ts";
import type { BackendCall } from "../exchange.ts";
import type { GatewayTimeouts } from "../settings.ts";

/** A backend took longer than its API allows. */
export class BackendTimeout extends Error {
  override readonly name = "BackendTimeout";
}

/** Keeps connections to backends and sends calls over them. Redirects are not followed. */
export class BackendClient {
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

  close(): Promise<void> {
    return this.#agent.destroy();
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
