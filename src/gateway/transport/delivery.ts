import type { IncomingMessage, ServerResponse } from "node:http";
import { errorAnswer } from "../answers/answer-head.ts";
import type { Clock } from "../clock.ts";
import type { GatewayError } from "../errors.ts";
import type { Answer, BackendCall, Decision, Exchange } from "../exchange.ts";
import { announcesBody } from "../parameters/form.ts";
import type { GatewaySettings } from "../settings.ts";
import type { BackendClient } from "./backend-client.ts";
import type { CallerBody } from "./caller-body.ts";
import { Relay } from "./relay.ts";

/** What carrying out decisions takes. */
export interface DeliveryContext {
  readonly backends: BackendClient;
  readonly settings: GatewaySettings;
  readonly clock: Clock;
  readonly isDraining: () => boolean;
}

/** A caller who is refused while he sends a large body gets this long to read the answer. */
const LINGER_MS = 2_000;

/** Gets one caller his answer, and measures how that went. */
export class Delivery {
  readonly exchange: Exchange;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: CallerBody;
  readonly context: DeliveryContext;
  /** By the monotonic clock, as all times here. */
  readonly startedAt: number;
  status = 0;
  /** Whether the whole answer has been handed to the connection. */
  isComplete = false;
  responseBodyBytes = 0;
  error: string | null = null;
  backendAddress: string | null = null;
  backendStatus: number | null = null;
  backendStartedAt: number | null = null;
  backendConnectedAt: number | null = null;
  backendHeadAt: number | null = null;
  backendEndedAt: number | null = null;

  constructor(
    exchange: Exchange,
    request: IncomingMessage,
    response: ServerResponse,
    body: CallerBody,
    context: DeliveryContext,
  ) {
    this.exchange = exchange;
    this.request = request;
    this.response = response;
    this.body = body;
    this.context = context;
    this.startedAt = context.clock.monotonic();
  }

  carryOut(decision: Decision): void {
    // The caller may have gone while a stage was waiting.
    if (this.response.destroyed) return;
    if (decision.kind === "answer") this.#answer(decision);
    else this.#call(decision);
  }

  /** `isFinal`: the connection is closed, for its framing cannot be relied on. */
  refuse(error: GatewayError, isFinal = false): void {
    this.#answer(errorAnswer(this.exchange, error), isFinal);
  }

  /** Sends a head; throws when the backend's cannot be sent on. */
  writeHead(status: number, headers: readonly string[], isFinal = false): void {
    const closes = isFinal || this.context.isDraining();
    this.response.writeHead(status, closes ? [...headers, "Connection", "close"] : [...headers]);
    this.status = status;
  }

  get hasUnreadBody(): boolean {
    return announcesBody(this.exchange.head.headers) && !this.request.complete;
  }

  /** Ends the answer. Closing at once would reset a caller who is still sending, and he would never see what was said. */
  end(lastBytes: Buffer): void {
    const { request, response } = this;
    this.isComplete = true;
    if (!this.hasUnreadBody) {
      response.end(lastBytes);
      return;
    }
    if (lastBytes.length > 0) response.write(lastBytes);
    request.resume();
    const end = () => response.end();
    request.once("close", end);
    request.once("end", end);
    const timer = setTimeout(end, LINGER_MS);
    response.once("close", () => clearTimeout(timer));
  }

  #answer({ status, headers, body, error }: Answer, isFinal = false): void {
    this.error = error;
    const bytes = Buffer.from(body);
    const length = status === 204 ? [] : ["Content-Length", String(bytes.length)];
    this.writeHead(status, [...headers, ...length], isFinal || this.hasUnreadBody);
    if (this.request.method !== "HEAD") this.responseBodyBytes = bytes.length;
    this.end(bytes);
  }

  #call(call: BackendCall): void {
    this.backendStartedAt = this.context.clock.monotonic();
    new Relay(this, call).start();
  }
}
