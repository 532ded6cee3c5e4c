import { DeadlineSweeper } from "../http1/deadline-sweeper.ts";
import type { HandshakeFailure } from "../http1/handshake-failure.ts";
import type { CertificateSet } from "../model/certificate.ts";
import type { AccessRecord } from "../observability/access-record.ts";
import type { RequestMeasurement } from "../observability/request-counts.ts";
import type { SnapshotDelta } from "../snapshot/delta.ts";
import { AddressBlocks } from "./addressing/address-blocks.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { Exchange } from "./exchange.ts";
import type { QuotaDesk } from "./limits/quota-desk.ts";
import type { RateCounters } from "./limits/rate-counters.ts";
import type { SharedWindows } from "./limits/shared-windows.ts";
import { createPipeline } from "./pipeline.ts";
import { PluginInstances } from "./plugins/plugin-instances.ts";
import { ResponseStore } from "./plugins/proxy-cache/response-store.ts";
import { defaultGatewaySettings, type GatewaySettings } from "./settings.ts";
import { Snapshot } from "./snapshot.ts";
import { SecureContexts } from "./tls/secure-contexts.ts";
import { BackendOrigins } from "./transport/backend-origins.ts";
import { Endpoints } from "./transport/endpoints.ts";
import { type DrainTimes, HttpTransport, type Listening, type PortSharing } from "./transport/http-transport.ts";
import { Http2Origins } from "./transport/http2-origins.ts";
import { NodeProbes } from "./transport/node-probes.ts";
import { WebSockets } from "./websocket/web-sockets.ts";

export interface GatewayOptions {
  readonly counters: RateCounters;
  /** Of plugins that limit calls. */
  readonly windows: SharedWindows;
  readonly quotas: QuotaDesk;
  readonly settings?: GatewaySettings;
  readonly clock?: Clock;
  readonly accessLog?: { write(record: AccessRecord): void };
  readonly metrics?: {
    requestFinished(measurement: RequestMeasurement): void;
    requestLimited(serviceId: string, environment: string, limit: string): void;
    snapshotApplied(seq: number, atMs: number): void;
    serviceRemoved(id: string): void;
    webSocketsOpen(count: number): void;
    capReached(cap: string): void;
    connectionsOpen(count: number): void;
    handshakeFailed(reason: HandshakeFailure): void;
  };
  readonly log?: GatewayLog;
}

/** What pino's loggers can do. */
interface GatewayLog {
  error(details: object, message: string): void;
  warn(details: object, message: string): void;
}

export interface Gateway {
  /** Serves the state a delta leads to from the next request on. */
  apply(delta: SnapshotDelta): void;
  /** Resolves once callers can connect. */
  listen(host: string, port: number, sharing?: PortSharing): Promise<Listening>;
  /** The same for HTTPS. There must be certificates. */
  listenTls(host: string, port: number, sharing?: PortSharing): Promise<Listening>;
  /** What callers are shown in handshakes from now on; connections there are go on. */
  useCertificates(certificates: CertificateSet): void;
  /** Finishes what runs, at most for `drainMs`. */
  close(times: DrainTimes): Promise<void>;
}

const GRPC_SWEEP_INTERVAL_MS = 100;

const silent: GatewayLog = { error: () => {}, warn: () => {} };

/** The data plane, put together. It serves nothing until the first delta has been applied. */
export function createGateway(options: GatewayOptions): Gateway {
  const { counters, windows, quotas, settings = defaultGatewaySettings, clock = systemClock, log = silent } = options;
  const { accessLog, metrics } = options;

  const blocked = new AddressBlocks(settings.blockedBackendAddresses);
  const origins = new BackendOrigins(settings, blocked, (cap) => metrics?.capReached(cap));
  const http2Origins = new Http2Origins(settings, blocked);
  const endpoints = new Endpoints(origins);
  const { functions } = settings;
  const plugins = new PluginInstances(
    { clock, windows, endpoints, functions, responses: new ResponseStore(settings.maxCacheBytes) },
    (place, message) => log.warn({ place, problem: message }, "a plugin cannot be served; its APIs refuse all calls"),
  );
  const snapshot = new Snapshot({
    clock,
    counters,
    quotas,
    plugins,
    instanceId: settings.instanceId,
    functions,
    prober: new NodeProbes(origins),
    onProblem: (place, message) => log.warn({ place, problem: message }, "an API cannot be served as released"),
  });
  const onFault = ({ requestId }: Exchange, fault: unknown) => log.error({ requestId, err: fault }, "a request failed");
  const pipeline = createPipeline({
    snapshot,
    counters,
    clock,
    settings,
    functions: {
      endpoints,
      clock,
      onLost: ({ requestId, api }, failure) =>
        log.warn({ requestId, apiId: api?.id, failure }, "an asynchronous call of a function was lost"),
    },
    onLimited: ({ service, environment }, limit) => {
      if (service !== null && environment !== null) metrics?.requestLimited(service.id, environment.name, limit);
    },
    onFault,
  });
  const contexts = new SecureContexts({
    certificateIdOf: (host) => snapshot.customDomains.get(host)?.certificateId ?? null,
    onMissing: (certificate, domain) =>
      log.warn({ certificate, domain }, "a domain's certificate is not there; the gateway's own is shown for it"),
  });
  const transport = new HttpTransport({
    pipeline,
    origins,
    http2Origins,
    grpcSweeper: new DeadlineSweeper(() => clock.monotonic(), GRPC_SWEEP_INTERVAL_MS),
    webSockets: new WebSockets(settings.webSocketLimits, clock, (count) => metrics?.webSocketsOpen(count)),
    contexts,
    settings,
    clock,
    onFault,
    onCapReached: (cap) => metrics?.capReached(cap),
    onConnectionCount: (open) => metrics?.connectionsOpen(open),
    onHandshakeFailed: (reason) => metrics?.handshakeFailed(reason),
    onServerError: (error) => log.error({ err: error }, "the listener failed"),
    onFinished: (record) => {
      accessLog?.write(record);
      metrics?.requestFinished(record);
    },
  });

  return {
    apply(delta) {
      const leaving = delta.isComplete ? [...snapshot.services.keys()] : delta.removedServices;
      snapshot.apply(delta);
      for (const id of leaving) if (!snapshot.services.has(id)) metrics?.serviceRemoved(id);
      metrics?.snapshotApplied(snapshot.seq, clock.now());
    },
    listen: (host, port, sharing = {}) => transport.listen(host, port, sharing),
    listenTls: (host, port, sharing = {}) => transport.listenTls(host, port, sharing),
    useCertificates: (certificates) => transport.useCertificates(certificates),
    async close(times) {
      snapshot.upstreams.close();
      await transport.close(times);
      origins.close();
      http2Origins.close();
    },
  };
}
