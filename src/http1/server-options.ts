import type { Socket } from "node:net";
import type { TLSSocket, TlsOptions } from "node:tls";
import type { ConnectionCap, ConnectionGate } from "./connection-caps.ts";
import { type Clock, type Deadlined, monotonicMs } from "./deadline-sweeper.ts";
import type { HandshakeFailure } from "./handshake-failure.ts";
import { type HeadLimits, type ParseFailure, REQUEST_HEAD_LIMITS, type RequestHead } from "./message-head.ts";
import type { HttpServer } from "./server.ts";
import type { AbortReason, ServerExchange } from "./server-exchange.ts";

/** A connection in one of its forms. */
export interface ServedConnection extends Deadlined {
  /** Ends it at once. */
  cut(reason: AbortReason): void;
}

/** The answer to a request the engine itself refuses. */
export interface Refusal {
  readonly status: number;
  /** Field block. */
  readonly fields: string;
  readonly body: Buffer;
}

export interface ServerOptions {
  /** Called once per request, in order, when its head is in. Must lead to one answer or to `exchange.abort()`. */
  readonly onRequest: (exchange: ServerExchange) => void;
  /** Told of an exception thrown by `onRequest` (the caller is answered 500) and of failures to accept connections. */
  readonly onError: (error: unknown) => void;
  /**
   * Makes the answer to what the engine refuses. Without an exchange, for a head that is malformed or late, `head` holds what
   * could be read of it; where there is one, `head` is null and its observer is told as well.
   */
  readonly refusal: (failure: ParseFailure, head: RequestHead | null, socket: Socket) => Refusal;
  /** Present: the server speaks TLS. */
  readonly tls: TlsOptions | null;
  /** With TLS: offers HTTP/2 first, and serves connections that choose it. Null: HTTP/1.1 is all there is. */
  readonly http2: ((server: HttpServer, socket: TLSSocket) => ServedConnection) | null;
  readonly head: HeadLimits;
  readonly maxBodyBytes: number;
  /** Null: connections are not counted. */
  readonly gate: ConnectionGate | null;
  /** Told of each connection the gate turns away. */
  readonly onTurnedAway: (cap: ConnectionCap) => void;
  /** Told of each TLS handshake that fails. */
  readonly onHandshakeFailed: (reason: HandshakeFailure) => void;
  /** From the first byte of a head (of a connection: from its acceptance) to its last. */
  readonly headTimeoutMs: number;
  /** A body may take this long plus its size at `minBytesPerSecond`. */
  readonly transferGraceMs: number;
  readonly minBytesPerSecond: number;
  /** How long a caller may take to accept what is queued for it, which is seldom more than one read from a backend. */
  readonly writeTimeoutMs: number;
  /** How long a connection may lie idle between requests. */
  readonly idleTimeoutMs: number;
  /** From the head of the request to the end of the answer. */
  readonly exchangeTimeoutMs: number;
  /** How long, and for how many bytes, input is still read after a last answer, so that a reset does not destroy it. */
  readonly lingerMs: number;
  readonly maxLingerBytes: number;
  /** The same behind what was no request: whoever sends that without end is not worth reading for long. */
  readonly maxRefusedLingerBytes: number;
  /** An unread rest of a body up to this size is read and dropped to keep the connection; beyond it is closed. */
  readonly maxDrainedBodyBytes: number;
  /** Bytes sent ahead of their turn (pipelining) that are kept before reading stops. */
  readonly maxHeldBytes: number;
  /** While draining, idle connections get this long to deliver a request already under way. */
  readonly drainIdleMs: number;
  /** A caller that closes its sending side in mid-exchange is taken to be gone, as nginx does. */
  readonly abortOnHalfClose: boolean;
  /** How often deadlines are looked at; 0: only by `server.sweep()`. */
  readonly sweepIntervalMs: number;
  readonly clock: Clock;
}

export type ServerSettings = Partial<ServerOptions> & Pick<ServerOptions, "onRequest">;

export const SERVER_DEFAULTS: Omit<ServerOptions, "onRequest"> = {
  onError: () => {},
  refusal: (failure) => ({
    status: failure.status,
    fields: "content-type: text/plain; charset=utf-8\r\n",
    body: Buffer.from(`${failure.reason}\n`),
  }),
  tls: null,
  http2: null,
  head: REQUEST_HEAD_LIMITS,
  maxBodyBytes: 16 * 1024 * 1024,
  gate: null,
  onTurnedAway: () => {},
  onHandshakeFailed: () => {},
  headTimeoutMs: 10_000,
  transferGraceMs: 15_000,
  minBytesPerSecond: 1024,
  writeTimeoutMs: 60_000,
  idleTimeoutMs: 60_000,
  exchangeTimeoutMs: 1_860_000,
  lingerMs: 3000,
  maxLingerBytes: 4 * 1024 * 1024,
  maxRefusedLingerBytes: 512 * 1024,
  maxDrainedBodyBytes: 65_536,
  maxHeldBytes: 65_536,
  drainIdleMs: 1500,
  abortOnHalfClose: true,
  sweepIntervalMs: 250,
  clock: monotonicMs,
};
