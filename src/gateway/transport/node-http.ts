import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import { type AddressInfo, Server as NetServer } from "node:net";
import type { Duplex } from "node:stream";
import type { AccessRecord } from "../../observability/access-record.ts";
import { errorBody } from "../answers/answer-head.ts";
import type { Clock } from "../clock.ts";
import { type GatewayErrorCode, gatewayError } from "../errors.ts";
import { type Decision, type Exchange, startExchange } from "../exchange.ts";
import type { Pipeline } from "../pipeline.ts";
import type { GatewaySettings } from "../settings.ts";
import { accessRecordOf } from "./access-record.ts";
import type { BackendClient } from "./backend-client.ts";
import { CallerBody } from "./caller-body.ts";
import { checkRequest } from "./check-request.ts";
import { Delivery, type DeliveryContext } from "./delivery.ts";
import { newRequestId } from "./request-id.ts";

export interface HttpTransportOptions {
  readonly pipeline: Pipeline;
  readonly backends: BackendClient;
  readonly settings: GatewaySettings;
  readonly clock: Clock;
  readonly onFinished: (record: AccessRecord) => void;
  readonly onFault: (exchange: Exchange, fault: unknown) => void;
  readonly onServerError: (error: Error) => void;
}

/** Where callers connect: reads requests with `node:http`, has them decided, and carries the decisions out. */
export class HttpTransport {
  readonly #server: Server;
  readonly #options: HttpTransportOptions;
  readonly #context: DeliveryContext;
  /** What is under way on each connection. */
  readonly #deliveries = new WeakMap<Duplex, Set<Delivery>>();
  #isDraining = false;

  constructor(options: HttpTransportOptions) {
    const { settings, backends, clock } = options;
    this.#options = options;
    this.#context = { backends, settings, clock, isDraining: () => this.#isDraining };
    this.#server = createServer({
      headersTimeout: settings.timeouts.requestHeadMs,
      requestTimeout: settings.timeouts.requestMs,
      keepAliveTimeout: settings.timeouts.keepAliveMs,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: settings.maxHeadBytes,
      // Checked here, so that its refusal has the body every refusal has.
      requireHostHeader: false,
    });
    // The head's size is limited; a limit of the count would drop the fields beyond it unseen.
    this.#server.maxHeadersCount = 0;
    this.#server.maxConnections = settings.maxConnections;
    this.#server.on("request", (request, response) => this.#handle(request, response, false));
    this.#server.on("checkContinue", (request, response) => this.#handle(request, response, true));
    this.#server.on("checkExpectation", (request, response) => this.#handle(request, response, false));
    this.#server.on("connect", (_request, socket) => endWith(socket, "methodNotAllowed"));
    this.#server.on("clientError", (error: NodeJS.ErrnoException, socket) => this.#refuseBytes(error, socket));
  }

  /** Resolves with the address once callers can connect. */
  listen(host: string, port: number, sharesPort: boolean): Promise<AddressInfo> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen({ host, port, backlog: 4096, reusePort: sharesPort }, () => {
        this.#server.off("error", reject);
        // Without a listener, a failed accept would end the process.
        this.#server.on("error", this.#options.onServerError);
        resolve(this.#server.address() as AddressInfo);
      });
    });
  }

  /**
   * Stops accepting, tells callers with each answer that the connection ends, waits for what runs, and after `drainMs` cuts it.
   * Idle connections stay open for a while: a request may be on its way on them.
   */
  async close(drainMs: number): Promise<void> {
    this.#isDraining = true;
    if (!this.#server.listening) return;
    const closed = new Promise<void>((resolve) => {
      // Not http.Server's own close, which drops idle connections at once.
      NetServer.prototype.close.call(this.#server, () => resolve());
    });
    const graceMs = Math.min(drainMs, IDLE_GRACE_MS);
    const idleTimer = setTimeout(() => this.#server.closeIdleConnections(), graceMs);
    const cutTimer = setTimeout(() => this.#server.closeAllConnections(), drainMs);
    await closed;
    clearTimeout(idleTimer);
    clearTimeout(cutTimer);
    this.#server.close();
  }

  #handle(request: IncomingMessage, response: ServerResponse, expectsContinue: boolean): void {
    const { pipeline, clock, settings, onFinished } = this.#options;
    const { method = "", httpVersion, rawHeaders, url = "" } = request;
    const body = new CallerBody(request, settings.maxBodyBytes, () => {
      if (expectsContinue) response.writeContinue();
    });
    const exchange = startExchange(
      {
        method,
        target: url,
        headers: rawHeaders,
        scheme: "http",
        httpVersion,
        peerAddress: plainAddress(request.socket.remoteAddress ?? ""),
        readBody: () => body.readWhole(),
      },
      newRequestId(),
      clock.now(),
    );
    const delivery = new Delivery(exchange, request, response, body, this.#context);
    const deliveries = this.#deliveries.get(request.socket) ?? new Set();
    this.#deliveries.set(request.socket, deliveries.add(delivery));
    response.once("close", () => {
      deliveries.delete(delivery);
      onFinished(accessRecordOf(delivery));
    });
    // A connection that breaks is seen by the response's close; without a listener it would end the process.
    request.on("error", () => {});
    response.on("error", () => {});

    const refusal = checkRequest(method, httpVersion, rawHeaders);
    if (refusal !== undefined) {
      delivery.refuse(refusal, true);
      return;
    }
    const decision = pipeline(exchange);
    if (decision instanceof Promise) decision.then((settled) => this.#carryOut(delivery, settled));
    else this.#carryOut(delivery, decision);
  }

  /** Bytes that are no HTTP. A refusal written into an answer that has begun would be taken for part of it. */
  #refuseBytes(error: NodeJS.ErrnoException, socket: Duplex): void {
    const begun = [...(this.#deliveries.get(socket) ?? [])].filter(({ response }) => response.headersSent);
    if (begun.some((delivery) => !delivery.isComplete)) socket.destroy();
    else if (begun.length > 0) socket.end();
    else endWith(socket, clientErrorCode(error));
  }

  /** A fault here is our own; it must cost its request alone. */
  #carryOut(delivery: Delivery, decision: Decision): void {
    try {
      delivery.carryOut(decision);
    } catch (fault) {
      this.#options.onFault(delivery.exchange, fault);
      delivery.response.destroy();
    }
  }
}

/** How long an idle connection may still bring a request after the gateway began to stop. */
const IDLE_GRACE_MS = 1_500;

function clientErrorCode({ code }: NodeJS.ErrnoException): GatewayErrorCode {
  if (code === "HPE_HEADER_OVERFLOW") return "headTooLarge";
  return code === "ERR_HTTP_REQUEST_TIMEOUT" ? "requestTimeout" : "badRequest";
}

/** Answers where no response object exists, and closes the connection. */
function endWith(socket: Duplex, code: GatewayErrorCode): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const { status, message } = gatewayError(code);
  const body = errorBody(message);
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/** IPv4 peers of a socket that serves both families look like `::ffff:192.0.2.1`. */
function plainAddress(address: string): string {
  return address.startsWith("::ffff:") ? address.slice("::ffff:".length) : address;
}
