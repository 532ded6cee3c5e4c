import type { AddressInfo, Server, Socket } from "node:net";
import { type TlsOptions, Server as TlsServer } from "node:tls";
import { type ConnectionCap, ConnectionCaps } from "../../http1/connection-caps.ts";
import type { HandshakeFailure } from "../../http1/handshake-failure.ts";
import { type ParseFailure, REQUEST_HEAD_LIMITS, type RequestHead } from "../../http1/message-head.ts";
import { HttpServer } from "../../http1/server.ts";
import type { Refusal } from "../../http1/server-options.ts";
import { Http2Connection } from "../../http2/connection.ts";
import { StreamCap } from "../../http2/stream-cap.ts";
import type { CertificateSet } from "../../model/certificate.ts";
import { AddressBlocks } from "../addressing/address-blocks.ts";
import { errorBody, errorFields } from "../answers/answer-head.ts";
import type { GatewaySettings } from "../settings.ts";
import type { SecureContexts } from "../tls/secure-contexts.ts";
import { refusedHeadRecord } from "./access-record.ts";
import { Delivery, type DeliveryContext } from "./delivery.ts";
import { refusalError } from "./failures.ts";
import { newRequestId } from "./request-id.ts";

interface HttpTransportOptions extends DeliveryContext {
  readonly settings: GatewaySettings;
  readonly contexts: SecureContexts;
  readonly onServerError: (error: unknown) => void;
  readonly onCapReached: (cap: ConnectionCap | "streams") => void;
  /** Told how many callers are connected, whenever that changes. */
  readonly onConnectionCount: (open: number) => void;
  readonly onHandshakeFailed: (reason: HandshakeFailure) => void;
}

/** Heads may hold as many fields as their size allows; this only bounds the cost of the shortest ones. */
const MAX_FIELDS = 256;

const BACKLOG = 4096;

/**
 * Listening sockets of a thread on a port that can be shared. From each one connection is taken in a turn of the event loop: from
 * a single one, a thread busy with 1,000 connections takes too few to keep up with 100 new ones a second.
 */
const SOCKETS_OF_A_THREAD = 8;

/** Whether others have the port too. */
export interface PortSharing {
  /** Several sockets may listen on it, and the system spreads connections over all of them. */
  readonly isShared?: boolean;
  /** A socket that listens there already; this may be called with several. */
  readonly inherited?: Socket | null;
}

export interface Listening {
  readonly port: number;
  /** The numbers by which the process knows the listening sockets; -1 where there are none. */
  readonly descriptors: readonly number[];
}

export interface DrainTimes {
  /** Longest time for what runs. */
  readonly drainMs: number;
  /** How long idle connections stay open. */
  readonly idleMs?: number;
}

type Scheme = "http" | "https";

/** Where callers connect: has each request of the HTTP engines decided and answered. */
export class HttpTransport {
  readonly #options: HttpTransportOptions;
  /** Both listeners share one. */
  readonly #gate: ConnectionCaps;
  readonly #streams: StreamCap;
  #plainServer: HttpServer | null = null;
  #tlsServer: HttpServer | null = null;

  constructor(options: HttpTransportOptions) {
    this.#options = options;
    this.#gate = connectionGate(options);
    this.#streams = new StreamCap(options.settings.caps.streams, () => options.onCapReached("streams"));
  }

  /** Resolves once callers can connect. */
  listen(host: string, port: number, sharing: PortSharing): Promise<Listening> {
    this.#plainServer ??= this.#createServer("http", null);
    return listenOn(this.#plainServer, host, port, sharing);
  }

  /** The same for callers that speak TLS, and in it HTTP/2 or HTTP/1.1. */
  listenTls(host: string, port: number, sharing: PortSharing): Promise<Listening> {
    this.#tlsServer ??= this.#createServer("https", this.#options.contexts.listenerOptions());
    return listenOn(this.#tlsServer, host, port, sharing);
  }

  /** Handshakes from now on are answered with these; connections there are go on. */
  useCertificates(certificates: CertificateSet): void {
    const { contexts } = this.#options;
    contexts.use(certificates);
    const listener = this.#tlsServer?.listener;
    if (listener instanceof TlsServer) listener.setSecureContext(contexts.fallbackOptions());
  }

  /**
   * Stops accepting, tells callers with each answer that the connection ends, waits for what runs, and after `drainMs` cuts it.
   * Idle connections stay open for a while (`idleMs`): a request may be on its way on them. WebSockets are told to close.
   */
  async close({ drainMs, idleMs }: DrainTimes): Promise<void> {
    this.#options.webSockets.leave();
    const servers = [this.#plainServer, this.#tlsServer];
    await Promise.all(servers.map((server) => server?.drain(drainMs, idleMs)));
  }

  #createServer(scheme: Scheme, tls: TlsOptions | null): HttpServer {
    const options = this.#options;
    const { maxHeadBytes, maxBodyBytes, timeouts } = options.settings;
    return new HttpServer({
      onRequest: (http) => new Delivery(http, options, scheme).start(),
      onError: options.onServerError,
      refusal: (failure, head, socket) => this.#refusal(failure, head, socket, scheme),
      tls,
      http2: (server, socket) => new Http2Connection(server, socket, this.#streams),
      head: {
        ...REQUEST_HEAD_LIMITS,
        maxLineBytes: maxHeadBytes,
        maxHeadBytes,
        maxFields: MAX_FIELDS,
        // Those that imitate the gateway's own are dropped on the way to the backend.
        underscoreNames: "keep",
      },
      maxBodyBytes,
      gate: this.#gate,
      onTurnedAway: options.onCapReached,
      onHandshakeFailed: options.onHandshakeFailed,
      headTimeoutMs: timeouts.requestHeadMs,
      transferGraceMs: timeouts.requestBodyMs,
      writeTimeoutMs: timeouts.stalledCallerMs,
      idleTimeoutMs: timeouts.keepAliveMs,
    });
  }

  /** The answer to what the engine refuses. Where there is no delivery to log it, it is logged here. */
  #refusal(failure: ParseFailure, head: RequestHead | null, socket: Socket, scheme: Scheme): Refusal {
    const error = refusalError(failure, head);
    if (head !== null) {
      const { clock, onFinished } = this.#options;
      const facts = { requestId: newRequestId(), receivedAt: clock.now(), scheme };
      onFinished(refusedHeadRecord(head, error, socket, facts));
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

async function listenOn(server: HttpServer, host: string, port: number, sharing: PortSharing): Promise<Listening> {
  const { isShared = false, inherited = null } = sharing;
  const first = await server.listen(inherited ?? { host, port, reusePort: isShared }, BACKLOG);
  const address = first.address() as AddressInfo;
  const descriptors = [descriptorOf(first)];
  while (isShared && descriptors.length < SOCKETS_OF_A_THREAD) {
    descriptors.push(descriptorOf(await server.listen({ host, port: address.port, reusePort: true }, BACKLOG)));
  }
  return { port: address.port, descriptors };
}

/** Node does not tell it otherwise. */
function descriptorOf(listener: Server): number {
  const { _handle: handle } = listener as Partial<{ readonly _handle: { readonly fd?: number } | null }>;
  return handle?.fd ?? -1;
}
