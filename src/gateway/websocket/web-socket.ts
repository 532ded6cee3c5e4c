import type { Deadlined } from "../../http1/deadline-sweeper.ts";
import { JoinedTunnels, type Tunnel, type TunnelObserver } from "../../http1/tunnel.ts";
import { closeForBackend, closeForCaller } from "./close-frames.ts";
import { FrameBoundary } from "./frame-boundary.ts";
import type { WebSocketLimits } from "./web-sockets.ts";

/** How long the peers get to close after they have been told to. */
const CLOSE_GRACE_MS = 2_000;
const NOTHING = Buffer.alloc(0);

/** How a WebSocket ended. `reason` is null when one of its peers ended it. */
export interface WebSocketEnd {
  readonly callerBytes: number;
  readonly backendBytes: number;
  readonly reason: string | null;
}

/** One open WebSocket between a caller and a backend. */
export class WebSocket implements TunnelObserver, Deadlined {
  readonly #tunnels: JoinedTunnels;
  readonly #limits: WebSocketLimits;
  readonly #now: () => number;
  readonly #onEnd: (end: WebSocketEnd) => void;
  readonly #fromCaller = new FrameBoundary();
  readonly #fromBackend = new FrameBoundary();
  readonly #openedAt: number;
  #movedAt: number;
  #callerBytes = 0;
  #backendBytes = 0;
  #reason: string | null = null;
  /** When the peers were told to close. */
  #closingAt: number | null = null;
  /** To be told as soon as no frame towards the caller is under way. */
  #isLeaving = false;

  constructor(
    ends: { readonly caller: Tunnel; readonly backend: Tunnel },
    limits: WebSocketLimits,
    now: () => number,
    onEnd: (end: WebSocketEnd) => void,
  ) {
    this.#tunnels = new JoinedTunnels(ends.caller, ends.backend, this);
    this.#limits = limits;
    this.#now = now;
    this.#onEnd = onEnd;
    this.#openedAt = now();
    this.#movedAt = this.#openedAt;
  }

  start(): void {
    this.#tunnels.start();
  }

  onCallerData(data: Buffer): void {
    this.#callerBytes += data.length;
    this.#movedAt = this.#now();
    this.#fromCaller.pass(data);
  }

  onBackendData(data: Buffer): void {
    this.#backendBytes += data.length;
    this.#movedAt = this.#now();
    this.#fromBackend.pass(data);
    if (this.#isLeaving) this.#sendClose();
  }

  onClosed(): void {
    this.#onEnd({ callerBytes: this.#callerBytes, backendBytes: this.#backendBytes, reason: this.#reason });
  }

  /** Tells both peers with 1001 that the connection ends: at once, or after the frame that is on its way to the caller. */
  leave(reason: string): void {
    if (this.#isLeaving || this.#closingAt !== null) return;
    this.#reason = reason;
    this.#isLeaving = true;
    this.#sendClose();
  }

  sweep(nowMs: number): void {
    if (this.#closingAt !== null) {
      if (nowMs - this.#closingAt > CLOSE_GRACE_MS) this.#tunnels.destroy();
    } else if (nowMs - this.#openedAt > this.#limits.totalMs)
      this.#expire(nowMs, "The WebSocket reached its time limit");
    else if (nowMs - this.#movedAt > this.#limits.idleMs) this.#expire(nowMs, "The WebSocket was idle for too long");
  }

  /** A frame that has not ended by now keeps nobody waiting any longer. */
  #expire(nowMs: number, reason: string): void {
    this.leave(reason);
    if (this.#closingAt !== null) return;
    this.#closingAt = nowMs;
    this.#tunnels.finish(NOTHING, NOTHING);
  }

  #sendClose(): void {
    if (!this.#fromBackend.isReached) return;
    this.#isLeaving = false;
    this.#closingAt = this.#now();
    this.#tunnels.finish(closeForCaller, this.#fromCaller.isReached ? closeForBackend : NOTHING);
  }
}
