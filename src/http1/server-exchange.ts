import type { Ends } from "./ends.ts";
import type { ParseFailure, RequestHead } from "./message-head.ts";
import type { Tunnel } from "./tunnel.ts";

/** Takes a request body as it arrives. Data are views of what was read from the socket: to be used at once, or `kept`. */
export interface BodySink {
  onBodyData(data: Buffer): void;
  onBodyEnd(): void;
  /**
   * The body cannot be had: malformed (400), too slow (408), too long (413). The sink may answer at once; if it does
   * not, the engine does and the observer is told. Not called when the caller is gone.
   */
  onBodyFailure(failure: ParseFailure): void;
}

/** Told what happens to an exchange besides its body. */
export interface ExchangeObserver {
  /** The exchange is over without a whole answer. Called at most once, and never after `end()`. */
  onAbort(reason: AbortReason): void;
  /** A `write` that answered false has gone out. */
  onDrain(): void;
}

/** Why an exchange ended without a whole answer. */
export type AbortReason = "caller-gone" | "caller-too-slow" | "timeout" | "stopped" | "bad-body";

/** Answer of unknown length. */
export const UNKNOWN_LENGTH = -1;

/**
 * One request and its answer, whichever version of HTTP carries them. Once the caller is gone every method is harmless,
 * so code that waits for something need not check in between.
 */
export interface ServerExchange {
  readonly request: RequestHead;
  readonly isHttp2: boolean;
  observer: ExchangeObserver | null;
  /** Longest body this exchange takes; set it before `readBody`. */
  maxBodyBytes: number;
  /** Set before `readBody`: the body comes whenever the caller has something to say, as in a streaming RPC. HTTP/2 only. */
  isOpenEnded: boolean;
  readonly hasStarted: boolean;
  readonly isOver: boolean;
  readonly ends: Ends;
  /** Starts (and, for `Expect: 100-continue`, asks for) the body. Without a body `onBodyEnd` is called at once. */
  readBody(sink: BodySink): void;
  pauseBody(): void;
  resumeBody(): void;
  /** Whole answer at once. `fields` is a field block without framing fields. */
  respond(status: number, fields: string, body?: Buffer): void;
  /** As `respond`; the body is latin1 text. */
  respondText(status: number, fields: string, body: string): void;
  /**
   * Begins an answer of `length` bytes or of UNKNOWN_LENGTH. The head may be held back until the first `write`, `flush`
   * or `end`, to leave in one piece with what follows.
   */
  startResponse(status: number, fields: string, length: number): void;
  /**
   * Sends a part of the body, whose memory may be used again afterwards; false means wait for the observer's `onDrain`. With
   * `more` a small part may be held back, as by MSG_MORE: `flush` or `end` must follow in the same turn.
   */
  write(data: Buffer, more?: boolean): boolean;
  /** Sends what is held back. */
  flush(): void;
  /** Ends the answer. One that is shorter than declared is cut off, so that the caller can tell. */
  end(): void;
  /** Begins an answer of unknown length that ends with trailers. HTTP/2 only. */
  startTrailed(status: number, fields: string): void;
  /** Ends it with a field block. */
  endTrailed(trailers: string): void;
  /** The answer, which has not begun, will be the connection's last, where requests follow one another on it. */
  closeAfterAnswer(): void;
  /** Gives up on the exchange, in HTTP/1 with its connection. */
  abort(): void;
  /** Answers 101 (with Upgrade as requested unless `fields` has another) and hands the socket over. HTTP/1 only. */
  switchProtocols(fields: string): Tunnel;
}
