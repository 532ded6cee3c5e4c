import type { AccessRecord } from "../../observability/access-record.ts";
import { headerValue } from "../headers.ts";
import type { Delivery } from "./delivery.ts";

/** Logged for a caller who did not wait for his answer. */
const CALLER_GONE = 499;

/** What the access log tells about a request that is over. */
export function accessRecordOf(delivery: Delivery): AccessRecord {
  const { exchange, request, response, backendStartedAt: calledAt } = delivery;
  const hasAnswer = response.writableFinished || (delivery.status !== 0 && delivery.error !== null);
  const since = (start: number | null, end: number | null) =>
    start === null || end === null ? null : toMicros(end - start);
  return {
    time: new Date(exchange.receivedAt).toISOString(),
    requestId: exchange.requestId,
    appId: exchange.service?.appId ?? null,
    serviceId: exchange.service?.id ?? null,
    environment: exchange.environment?.name ?? null,
    apiId: exchange.api?.id ?? null,
    planId: exchange.grant?.planId ?? null,
    keyId: exchange.key?.id ?? null,
    host: exchange.host,
    method: exchange.head.method,
    path: exchange.path === "" ? pathOf(exchange.head.target) : exchange.path,
    scheme: exchange.scheme,
    userAgent: headerValue(exchange.head.headers, "user-agent") ?? null,
    status: hasAnswer ? delivery.status : CALLER_GONE,
    backendStatus: delivery.backendStatus,
    clientAddress: exchange.clientAddress,
    backendAddress: delivery.backendAddress,
    gatewayAddress: request.socket.localAddress ?? "",
    requestBodyBytes: delivery.body.receivedBytes,
    responseBodyBytes: delivery.responseBodyBytes,
    durationMs: toMicros(delivery.context.clock.monotonic() - delivery.startedAt),
    backendDurationMs: since(calledAt, delivery.backendEndedAt),
    backendConnectMs: since(calledAt, delivery.backendConnectedAt),
    backendHeadMs: since(calledAt, delivery.backendHeadAt),
    error: delivery.error ?? (hasAnswer ? null : "Client closed connection"),
    processId: process.pid,
  };
}

/** Of a target that could not be read; the query may hold secrets. */
function pathOf(target: string): string {
  const query = target.indexOf("?");
  return query < 0 ? target : target.slice(0, query);
}

function toMicros(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
