import { constants, performServerHandshake, type ServerHttp2Session, type ServerHttp2Stream } from "node:http2";
import type { TLSSocket } from "node:tls";
import { type Ends, endsOf } from "../http1/ends.ts";
import { RESPONSE_HEAD_LIMITS } from "../http1/message-head.ts";
import type { HttpServer } from "../http1/server.ts";
import type { AbortReason } from "../http1/server-exchange.ts";
import type { ServedConnection } from "../http1/server-options.ts";
import { Http2Exchange } from "./exchange.ts";
import { Patience } from "./patience.ts";
import { readRequestHead } from "./request-head.ts";
import type { StreamCap } from "./stream-cap.ts";

const MAX_CONCURRENT_STREAMS = 100;
/** What RFC 9113 §6.5.2 adds to each field when it measures a head. */
const FIELD_OVERHEAD_BYTES = 32;
/** Method, scheme, authority, path. */
const PSEUDO_FIELDS = 4;
/** More than a backend's head can have, with the fields the gateway adds. */
const MAX_ANSWER_HEAD_BYTES = 2 * RESPONSE_HEAD_LIMITS.maxHeadBytes;
/** Frames and streams that cannot be what they should, of one connection. */
const MAX_INVALID_FRAMES = 100;

/** The server's side of one HTTP/2 connection: `node:http2` speaks the protocol, each stream becomes an exchange. */
export class Http2Connection implements ServedConnection {
  readonly server: HttpServer;
  readonly socket: TLSSocket;
  private readonly session: ServerHttp2Session;
  private readonly streams: StreamCap;
  private readonly exchanges = new Set<Http2Exchange>();
  private readonly patience = new Patience();
  private isFresh = true;
  /** Start of what is being waited for: acceptance, or the end of the last exchange. */
  private sinceMs: number;
  private closingSinceMs = -1;
  private knownEnds: Ends | null = null;

  /** `streams`: of all connections it shares a cap with. */
  constructor(server: HttpServer, socket: TLSSocket, streams: StreamCap) {
    const { head } = server.options;
    this.server = server;
    this.socket = socket;
    this.streams = streams;
    this.sinceMs = server.nowMs;
    // A caller that closes its sending side is gone; the session would not notice.
    socket.allowHalfOpen = false;
    socket.on("error", () => {}); // "close" always follows
    socket.on("close", this.onClose);
    this.session = performServerHandshake(socket, {
      settings: {
        enablePush: false,
        maxConcurrentStreams: MAX_CONCURRENT_STREAMS,
        maxHeaderListSize: head.maxHeadBytes + head.maxFields * FIELD_OVERHEAD_BYTES,
      },
      maxHeaderListPairs: head.maxFields + PSEUDO_FIELDS,
      maxSessionInvalidFrames: MAX_INVALID_FRAMES,
      maxSessionRejectedStreams: MAX_INVALID_FRAMES,
      maxSendHeaderBlockLength: MAX_ANSWER_HEAD_BYTES,
      // Backends may repeat fields that should be there once; they are passed on as over HTTP/1.
      strictSingleValueFields: false,
    });
    this.session.on("error", () => {});
    this.session.on("stream", this.onStream);
    this.session.on("ping", this.onControlFrame).on("remoteSettings", this.onControlFrame);
  }

  private readonly onStream = (stream: ServerHttp2Stream, _fields: object, flags: number, raw: string[]): void => {
    const { server } = this;
    this.isFresh = false;
    if (!this.streams.enter()) {
      refuseStream(stream);
      return;
    }
    const isEnded = (flags & constants.NGHTTP2_FLAG_END_STREAM) !== 0;
    const { head, failure } = readRequestHead(raw, isEnded, server.options.head);
    const exchange = new Http2Exchange(this, stream, head);
    this.exchanges.add(exchange);
    if (failure === null) exchange.start();
    else {
      exchange.refuse(failure, head);
      this.bear(this.patience.bearsBrokenStream(server.nowMs));
    }
  };

  get ends(): Ends {
    this.knownEnds ??= endsOf(this.socket);
    return this.knownEnds;
  }

  /** For an exchange whose stream is closed. `isBroken`: the caller had not got its answer. */
  forget(exchange: Http2Exchange, isBroken: boolean): void {
    if (this.exchanges.delete(exchange)) this.streams.leave();
    this.sinceMs = this.server.nowMs;
    if (isBroken) this.bear(this.patience.bearsBrokenStream(this.server.nowMs));
  }

  private readonly onControlFrame = (): void => {
    this.bear(this.patience.bearsControlFrame(this.server.nowMs));
  };

  /** Ends the connection of a caller that makes more work than it can mean. */
  private bear(isBorne: boolean): void {
    if (!isBorne && !this.session.destroyed) this.session.destroy(undefined, constants.NGHTTP2_ENHANCE_YOUR_CALM);
  }

  cut(reason: AbortReason): void {
    for (const exchange of this.exchanges) exchange.cancel(reason);
    this.session.destroy();
    this.socket.destroy();
  }

  private readonly onClose = (): void => {
    for (const exchange of this.exchanges) {
      exchange.cancel("caller-gone");
      this.streams.leave();
    }
    this.exchanges.clear();
    this.server.forget(this);
  };

  sweep(nowMs: number): void {
    const { server, exchanges } = this;
    const { headTimeoutMs, idleTimeoutMs, lingerMs } = server.options;
    for (const exchange of exchanges) exchange.sweep(nowMs);
    const idleMs = exchanges.size > 0 ? 0 : nowMs - this.sinceMs;
    if (this.closingSinceMs !== -1) {
      const emptySinceMs = Math.max(this.closingSinceMs, this.sinceMs);
      if (exchanges.size === 0 && nowMs - emptySinceMs > lingerMs) this.cut("stopped");
    } else if (server.isDraining || idleMs > (this.isFresh ? headTimeoutMs : idleTimeoutMs)) this.close(nowMs);
  }

  /**
   * Takes no more streams; the connection ends with the last. Requests that are on their way are above the stream id
   * the caller is told, and so may be sent again elsewhere (RFC 9113 §6.8).
   */
  private close(nowMs: number): void {
    this.closingSinceMs = nowMs;
    this.session.close();
  }
}

/** Nothing of the request was looked at: the caller may send it again (RFC 9113 §8.7), and there is no answer he need take in. */
function refuseStream(stream: ServerHttp2Stream): void {
  stream.on("error", () => {});
  stream.close(constants.NGHTTP2_REFUSED_STREAM);
  stream.resume(); // what has come of a body would keep it open
}
