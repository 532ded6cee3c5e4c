/** What one line of the access log tells. Null: not known, or no backend was called. Times are in milliseconds. */
export interface AccessRecord {
  readonly time: string;
  readonly requestId: string;
  readonly appId: number | null;
  readonly serviceId: string | null;
  readonly environment: string | null;
  readonly apiId: string | null;
  readonly planId: string | null;
  readonly keyId: string | null;
  readonly host: string;
  readonly method: string;
  /** Without the environment and without the query, which may hold secrets. */
  readonly path: string;
  readonly scheme: string;
  readonly userAgent: string | null;
  /** 499: the caller went away first. */
  readonly status: number;
  readonly backendStatus: number | null;
  readonly clientAddress: string;
  readonly backendAddress: string | null;
  readonly gatewayAddress: string;
  readonly requestBodyBytes: number;
  readonly responseBodyBytes: number;
  readonly durationMs: number;
  readonly backendDurationMs: number | null;
  readonly backendConnectMs: number | null;
  readonly backendHeadMs: number | null;
  readonly error: string | null;
  readonly processId: number;
}
