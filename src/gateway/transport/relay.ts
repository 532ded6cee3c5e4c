import type { Dispatcher } from "undici";
import { type RelayedHead, relayHead } from "../answers/answer-head.ts";
import { gatewayError } from "../errors.ts";
import type { BackendCall } from "../exchange.ts";
import { headerValue } from "../headers.ts";
import { announcesBody } from "../parameters/form.ts";
import { BackendTimeout, backendFailure } from "./backend-client.ts";
import type { Delivery } from "./delivery.ts";

/** Calls a backend for one caller and passes bytes both ways, at the pace of the slower side. */
export class Relay implements Dispatcher.DispatchHandler {
  readonly #delivery: Delivery;
  readonly #call: BackendCall;
  #controller: Dispatcher.DispatchController | null = null;
  #deadline: NodeJS.Timeout | null = null;
  #hasCallerGone = false;
  #isOver = false;
  /** Not sent yet, because an empty body is to be replaced and it is not known whether it is. */
  #heldHead: RelayedHead | null = null;

  constructor(delivery: Delivery, call: BackendCall) {
    this.#delivery = delivery;
    this.#call = call;
  }

  start(): void {
    const { response, context } = this.#delivery;
    response.on("close", () => this.#onCallerClosed());
    response.on("drain", () => this.#onCallerDrained());
    this.#expect(this.#call.timeoutMs);
    try {
      context.backends.send(this.#framedCall(), this.#requestBody(), this);
    } catch (error) {
      this.#fail(error);
    }
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    this.#delivery.backendConnectedAt = this.#delivery.context.clock.monotonic();
    if (this.#isOver) controller.abort(new Error("nobody waits for this answer any more"));
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number): void {
    // Interim answers concern the gateway alone: it has sent no Expect.
    if (status < 200 || this.#isOver) return;
    const delivery = this.#delivery;
    delivery.backendStatus = status;
    delivery.backendHeadAt = delivery.context.clock.monotonic();
    const head = relayHead(delivery.exchange, { status, headers: flatHeaders(controller.rawHeaders) });
    this.#expect(this.#call.timeoutMs);
    if (head.emptyBody === null) this.#writeHead(head.status, head.headers);
    else this.#heldHead = head;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#isOver) return;
    if (this.#heldHead !== null) {
      this.#writeHead(this.#heldHead.status, this.#heldHead.headers);
      this.#heldHead = null;
    }
    if (this.#isOver) return;
    this.#delivery.responseBodyBytes += chunk.length;
    if (this.#delivery.response.write(chunk)) {
      this.#expect(this.#call.timeoutMs);
      return;
    }
    controller.pause();
    this.#arm(this.#delivery.context.settings.timeouts.stalledCallerMs, () => this.#delivery.response.destroy());
  }

  onResponseEnd(): void {
    const held = this.#heldHead;
    const body = held?.emptyBody ?? "";
    if (held !== null) this.#writeHead(held.status, withLength(held.headers, body));
    if (this.#finish()) this.#delivery.end(Buffer.from(body));
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(error);
  }

  /** A streamed body keeps the length the caller announced; one without goes out in chunks. */
  #framedCall(): BackendCall {
    const length = headerValue(this.#delivery.exchange.head.headers, "content-length");
    if (this.#call.body !== null || length === undefined) return this.#call;
    return { ...this.#call, headers: [...this.#call.headers, "Content-Length", length] };
  }

  /** The caller's body, or what the gateway made of it. */
  #requestBody(): Dispatcher.DispatchOptions["body"] {
    const { exchange, body } = this.#delivery;
    if (this.#call.body !== null) return Buffer.from(this.#call.body);
    if (!announcesBody(exchange.head.headers)) return null;
    return body.stream(() => this.#expect(this.#call.timeoutMs)) as unknown as Dispatcher.DispatchOptions["body"];
  }

  #writeHead(status: number, headers: readonly string[]): void {
    try {
      this.#delivery.writeHead(status, headers, this.#delivery.hasUnreadBody);
    } catch (error) {
      this.#fail(error);
    }
  }

  #onCallerDrained(): void {
    if (this.#isOver) return;
    this.#expect(this.#call.timeoutMs);
    this.#controller?.resume();
  }

  #onCallerClosed(): void {
    if (this.#isOver) return;
    this.#hasCallerGone = true;
    this.#fail(new Error("the caller went away"));
  }

  /** Waits for the backend, or for the caller's body, but not longer than this. */
  #expect(timeoutMs: number): void {
    if (this.#isOver) return;
    this.#arm(timeoutMs, () => {
      const isCallerLate = this.#delivery.body.isAwaited;
      this.#fail(isCallerLate ? gatewayError("requestTimeout") : new BackendTimeout(`no byte for ${timeoutMs} ms`));
    });
  }

  #arm(timeoutMs: number, onTimeout: () => void): void {
    if (this.#deadline !== null) clearTimeout(this.#deadline);
    this.#deadline = setTimeout(onTimeout, timeoutMs);
  }

  #fail(error: unknown): void {
    if (!this.#finish()) return;
    const { response } = this.#delivery;
    this.#controller?.abort(asError(error));
    if (this.#hasCallerGone) return;
    const failure = backendFailure(error);
    this.#delivery.error = failure.message;
    // Half an answer cannot be taken back: closing the connection is the only way left to say that it is incomplete.
    if (response.headersSent) response.destroy();
    else this.#delivery.refuse(failure);
  }

  /** True the first time. */
  #finish(): boolean {
    if (this.#isOver) return false;
    this.#isOver = true;
    if (this.#deadline !== null) clearTimeout(this.#deadline);
    this.#delivery.backendEndedAt = this.#delivery.context.clock.monotonic();
    return true;
  }
}

function withLength(headers: readonly string[], body: string): string[] {
  const kept: string[] = [];
  for (let index = 0; index < headers.length; index += 2) {
    const name = headers[index] ?? "";
    if (name.toLowerCase() !== "content-length") kept.push(name, headers[index + 1] ?? "");
  }
  return [...kept, "Content-Length", String(Buffer.byteLength(body))];
}

function flatHeaders(raw: Dispatcher.DispatchController["rawHeaders"]): string[] {
  if (!Array.isArray(raw)) return [];
  return raw.map((part) => (typeof part === "string" ? part : part.toString("latin1")));
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
