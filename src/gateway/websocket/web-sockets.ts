import { DeadlineSweeper } from "../../http1/deadline-sweeper.ts";
import type { Tunnel } from "../../http1/tunnel.ts";
import type { Clock } from "../clock.ts";
import { WebSocket, type WebSocketEnd } from "./web-socket.ts";

export interface WebSocketLimits {
  /** Without a byte in either direction. */
  readonly idleMs: number;
  /** From the handshake on. */
  readonly totalMs: number;
}

const SWEEP_INTERVAL_MS = 500;

/** The WebSockets that are open: ends those over their limits, and all of them when the gateway stops. */
export class WebSockets {
  readonly #limits: WebSocketLimits;
  readonly #now: () => number;
  readonly #sweeper: DeadlineSweeper;
  readonly #open = new Set<WebSocket>();
  readonly #onCount: (count: number) => void;
  #isLeaving = false;

  /** `onCount` is told how many are open whenever that changes. */
  constructor(limits: WebSocketLimits, clock: Clock, onCount: (count: number) => void) {
    this.#limits = limits;
    this.#now = () => clock.monotonic();
    this.#sweeper = new DeadlineSweeper(this.#now, SWEEP_INTERVAL_MS);
    this.#onCount = onCount;
  }

  /** Lets a caller and a backend talk, and says when and how that ended. */
  open(caller: Tunnel, backend: Tunnel, onEnd: (end: WebSocketEnd) => void): void {
    const webSocket = new WebSocket({ caller, backend }, this.#limits, this.#now, (end) => {
      this.#open.delete(webSocket);
      this.#sweeper.forget(webSocket);
      this.#onCount(this.#open.size);
      onEnd(end);
    });
    this.#open.add(webSocket);
    this.#sweeper.watch(webSocket);
    this.#onCount(this.#open.size);
    webSocket.start();
    if (this.#isLeaving) webSocket.leave(stopping);
  }

  /** The gateway stops: those that are open are asked to go, and so is every one that opens from here on. */
  leave(): void {
    this.#isLeaving = true;
    for (const webSocket of this.#open) webSocket.leave(stopping);
  }
}

const stopping = "The gateway ended the WebSocket";
