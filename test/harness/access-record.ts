import type { AccessRecord } from "../../src/observability/access-record.ts";

/** What is logged of a call of `GET http://h/` that reached nothing; `change` replaces members. */
export function accessRecord(change: Partial<AccessRecord> = {}): AccessRecord {
  return {
    time: Date.UTC(2026, 0, 1, 12),
    requestId: "0123456789abcdef0123456789abcdef",
    appId: null,
    serviceId: null,
    environment: null,
    apiId: null,
    planId: null,
    keyId: null,
    host: "h",
    method: "GET",
    path: "/",
    scheme: "http",
    userAgent: null,
    status: 200,
    backendStatus: null,
    clientAddress: "192.0.2.1",
    backendAddress: null,
    gatewayAddress: "192.0.2.3",
    requestBodyBytes: 0,
    responseBodyBytes: 0,
    durationMs: 1,
    backendDurationMs: null,
    backendConnectMs: null,
    backendHeadMs: null,
    error: null,
    processId: 1,
    ...change,
  };
}
