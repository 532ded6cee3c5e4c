import type { Dispatcher } from "undici";
import { type RelayedHead, relayHead } from "../answers/answer-head.ts";
import { BlockedAddress } from "../backends/address-guard.ts";
import { GatewayError, gatewayError } from "../errors.ts";
import type { BackendCall } from "../exchange.ts";
import { headerValue } from "../headers.ts";
import { announcesBody } from "../parameters/form.ts";
import { BackendTimeout, backendFailure } from "./backend-client.ts";
import type { Delivery } from "./delivery.ts";

/** Calls a backend for one caller and passes bytes both ways, at the pace of the slower side. */
export class Relay implements Dispatcher.DispatchHandler {
  readonly #delivery: Delivery;
  #call: BackendCall;
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
    const { response } = this.#delivery;
    response.on("close", () => this.#onCallerClosed());
    response.on("drain", () => this.#onCallerDrained());
    this.#send();
  }

  #send(): void {
    this.#expect(this.#call.timeoutMs);
    this.#delivery.backendAddress = this.#call.origin;
    try {
      this.#delivery.context.backends.send(this.#framedCall(), this.#requestBody(), this);
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
    const headers = flatHeaders(controller.rawHeaders);
    this.#call.attempt?.note(status);
    this.#judge(status, false);
    delivery.exchange.recording?.start(status, headers);
    const head = relayHead(delivery.exchange, { status, headers });
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
    this.#delivery.exchange.recording?.add(chunk);
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
    if (!this.#finish()) return;
    this.#delivery.exchange.recording?.end();
    this.#delivery.end(Buffer.from(body));
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (!this.#goesToAnotherNode(error)) this.#fail(error);
  }

  /** A request that has not started was never sent: repeating it elsewhere cannot do anything twice. */
  #goesToAnotherNode(error: Error): boolean {
    const { attempt } = this.#call;
    if (this.#isOver || attempt === null || this.#controller !== null || error instanceof BlockedAddress) return false;
    const next = attempt.again();
    if (next === null) return false;
    this.#noteFailure(error);
    this.#call = next;
    this.#send();
    return true;
  }

  /** What is the caller's doing must not count against a node: a body that is too long or does not come. */
  #noteFailure(error: unknown): void {
    if (this.#delivery.backendHeadAt !== null || error instanceof GatewayError || error instanceof BlockedAddress)
      return;
    const isTimeout = backendFailure(error).code === "backendTimeout";
    if (isTimeout && this.#controller !== null && this.#delivery.hasUnreadBody) return;
    this.#call.attempt?.note(isTimeout ? "timed-out" : "connection-failed");
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

  #judge(status: number, isTimeout: boolean): void {
    const { exchange, backendStartedAt, context } = this.#delivery;
    const latencyMs = context.clock.monotonic() - (backendStartedAt ?? 0);
    exchange.onBackendOutcome?.({ status, latencyMs, isTimeout });
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
    this.#noteFailure(error);
    const failure = backendFailure(error);
    if (this.#delivery.backendHeadAt === null) this.#judge(failure.status, failure.code === "backendTimeout");
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
