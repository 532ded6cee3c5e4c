import type { AddressInfo, Socket } from "node:net";
import { type ConnectionCap, ConnectionCaps } from "../../http1/connection-caps.ts";
import { type ParseFailure, REQUEST_HEAD_LIMITS, type RequestHead } from "../../http1/message-head.ts";
import { HttpServer } from "../../http1/server.ts";
import type { Refusal } from "../../http1/server-options.ts";
import { AddressBlocks } from "../addressing/address-blocks.ts";
import { errorBody, errorFields } from "../answers/answer-head.ts";
import type { GatewaySettings } from "../settings.ts";
import { refusedHeadRecord } from "./access-record.ts";
import { Delivery, type DeliveryContext } from "./delivery.ts";
import { refusalError } from "./failures.ts";
import { newRequestId } from "./request-id.ts";

export interface HttpTransportOptions extends DeliveryContext {
  readonly settings: GatewaySettings;
  readonly onServerError: (error: unknown) => void;
  readonly onCapReached: (cap: ConnectionCap) => void;
  /** Told how many callers are connected, whenever that changes. */
  readonly onConnectionCount: (open: number) => void;
}

/** Heads may hold as many fields as their size allows; this only bounds the cost of the shortest ones. */
const MAX_FIELDS = 256;

/** Where callers connect: has each request of the HTTP engine decided and answered. */
export class HttpTransport {
  readonly #server: HttpServer;
  readonly #options: HttpTransportOptions;

  constructor(options: HttpTransportOptions) {
    const { maxHeadBytes, maxBodyBytes, timeouts } = options.settings;
    this.#options = options;
    this.#server = new HttpServer({
      onRequest: (http) => new Delivery(http, options).start(),
      onError: options.onServerError,
      refusal: (failure, head, socket) => this.#refusal(failure, head, socket),
      head: {
        ...REQUEST_HEAD_LIMITS,
        maxLineBytes: maxHeadBytes,
        maxHeadBytes,
        maxFields: MAX_FIELDS,
        // Those that imitate the gateway's own are dropped on the way to the backend.
        underscoreNames: "keep",
      },
      maxBodyBytes,
      gate: connectionGate(options),
      onTurnedAway: options.onCapReached,
      headTimeoutMs: timeouts.requestHeadMs,
      transferGraceMs: timeouts.requestBodyMs,
      writeTimeoutMs: timeouts.stalledCallerMs,
      idleTimeoutMs: timeouts.keepAliveMs,
    });
  }

  /** Resolves with the address once callers can connect. */
  async listen(host: string, port: number, sharesPort: boolean): Promise<AddressInfo> {
    await this.#server.listen({ host, port, backlog: 4096, reusePort: sharesPort });
    return this.#server.listener.address() as AddressInfo;
  }

  /**
   * Stops accepting, tells callers with each answer that the connection ends, waits for what runs, and after `drainMs` cuts it.
   * Idle connections stay open for a while: a request may be on its way on them.
   */
  close(drainMs: number): Promise<void> {
    return this.#server.drain(drainMs);
  }

  /** The answer to what the engine refuses. Where there is no delivery to log it, it is logged here. */
  #refusal(failure: ParseFailure, head: RequestHead | null, socket: Socket): Refusal {
    const error = refusalError(failure, head);
    if (head !== null) {
      const { clock, onFinished } = this.#options;
      onFinished(refusedHeadRecord(head, error, socket, { requestId: newRequestId(), receivedAt: clock.now() }));
    }
    return { status: error.status, fields: errorFields(error), body: Buffer.from(errorBody(error.message)) };
  }
}

/** Behind a proxy, and behind whatever runs on this machine, stand many callers; their addresses are not the connection's. */
function connectionGate({ settings, onConnectionCount }: HttpTransportOptions): ConnectionCaps {
  const { caps, trustedProxies } = settings;
  const exempt = new AddressBlocks(["127.0.0.0/8", "::1", ...trustedProxies]);
  return new ConnectionCaps({
    maxConnections: caps.connections,
    maxPerAddress: caps.connectionsPerAddress,
    isExempt: (address) => exempt.has(address),
    onCount: onConnectionCount,
  });
}
