import type { Socket } from "node:net";
import { endsOf } from "../../http1/ends.ts";
import type { RequestHead } from "../../http1/message-head.ts";
import type { AccessRecord } from "../../observability/access-record.ts";
import type { GatewayError } from "../errors.ts";
import { headerValue } from "../headers.ts";
import type { Delivery } from "./delivery.ts";

const processId = process.pid;

/** What the access log tells about a request that is over. */
export function accessRecordOf(delivery: Delivery): AccessRecord {
  const { exchange, http } = delivery;
  const backend =
    delivery.backend ?? (exchange.invocation && { ...exchange.invocation, connectedAt: null, headAt: null });
  const endedAt = delivery.backend?.endedAt ?? delivery.context.clock.monotonic();
  return {
    time: exchange.receivedAt,
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
    userAgent: exchange.findings.userAgent ?? null,
    status: delivery.status,
    backendStatus: backend?.status ?? null,
    clientAddress: exchange.clientAddress,
    backendAddress: backend?.address ?? null,
    gatewayAddress: http.ends.server,
    requestBodyBytes: delivery.requestBodyBytes,
    responseBodyBytes: delivery.responseBodyBytes,
    durationMs: endedAt - delivery.startedAt,
    backendDurationMs: since(backend?.startedAt, backend?.endedAt),
    backendConnectMs: since(backend?.startedAt, backend?.connectedAt),
    backendHeadMs: since(backend?.startedAt, backend?.headAt),
    error: delivery.error,
    processId,
  };
}

/** What it tells about a head that was refused before the pipeline saw it. */
export function refusedHeadRecord(
  head: RequestHead,
  error: GatewayError,
  socket: Socket,
  facts: { readonly requestId: string; readonly receivedAt: number; readonly scheme: "http" | "https" },
): AccessRecord {
  const ends = endsOf(socket);
  return {
    time: facts.receivedAt,
    requestId: facts.requestId,
    appId: null,
    serviceId: null,
    environment: null,
    apiId: null,
    planId: null,
    keyId: null,
    host: head.host,
    method: head.method,
    path: pathOf(head.target),
    scheme: facts.scheme,
    userAgent: headerValue(head.fields, "user-agent") ?? null,
    status: error.status,
    backendStatus: null,
    clientAddress: ends.caller,
    backendAddress: null,
    gatewayAddress: ends.server,
    requestBodyBytes: 0,
    responseBodyBytes: 0,
    durationMs: 0,
    backendDurationMs: null,
    backendConnectMs: null,
    backendHeadMs: null,
    error: error.message,
    processId,
  };
}

/** Of a target that could not be read; the query may hold secrets. */
function pathOf(target: string): string {
  const query = target.indexOf("?");
  return query < 0 ? target : target.slice(0, query);
}

function since(start: number | undefined, end: number | null | undefined): number | null {
  return start === undefined || end === undefined || end === null ? null : end - start;
}
