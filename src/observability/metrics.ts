import { AggregatorRegistry, Counter, Gauge, Registry } from "prom-client";
import type { MetricValues } from "./metric-values.ts";
import { RequestCounts, type RequestMeasurement } from "./request-counts.ts";

/** What is read whenever the numbers are asked for. */
interface MetricsOptions {
  readonly droppedLogLines?: () => number;
  readonly isAccessLogFailing?: () => boolean;
}

/** The numbers a gateway reports, for Prometheus. */
class GatewayMetrics {
  readonly #registry = new Registry();
  readonly #requests = new RequestCounts();
  readonly #capped: Counter<"cap">;
  readonly #connections: Gauge;
  readonly #failedHandshakes: Counter<"reason">;
  readonly #snapshotSeq: Gauge;
  readonly #snapshotTime: Gauge;
  readonly #webSockets: Gauge;
  readonly #droppedLines: Gauge;
  readonly #isAccessLogFailing: Gauge;

  constructor({ droppedLogLines = () => 0, isAccessLogFailing = () => false }: MetricsOptions) {
    const registers = [this.#registry];
    this.#capped = new Counter({
      name: "turnpike_capped_total",
      help: "Connections turned away (connections, connections-per-address) and calls refused or cut off (streams, calls-per-backend, tunnels) because a cap was reached.",
      labelNames: ["cap"],
      registers,
    });
    this.#connections = new Gauge({
      name: "turnpike_connections",
      help: "Open connections of callers.",
      registers,
    });
    this.#failedHandshakes = new Counter({
      name: "turnpike_tls_handshakes_failed_total",
      help: "TLS handshakes that failed: the caller closed, was too slow (timeout), refused with an alert, or spoke no TLS known here (protocol).",
      labelNames: ["reason"],
      registers,
    });
    this.#snapshotSeq = new Gauge({
      name: "turnpike_snapshot_seq",
      help: "Change-log position of the snapshot being served; where threads differ, the oldest.",
      aggregator: "min",
      registers,
    });
    this.#snapshotTime = new Gauge({
      name: "turnpike_snapshot_applied_timestamp_seconds",
      help: "When the snapshot was last changed.",
      aggregator: "max",
      registers,
    });
    this.#webSockets = new Gauge({
      name: "turnpike_websockets_open",
      help: "WebSockets that are open.",
      registers,
    });
    this.#droppedLines = new Gauge({
      name: "turnpike_access_log_dropped_lines",
      help: "Access log lines lost because the log could not be written fast enough.",
      registers,
      collect: () => this.#droppedLines.set(droppedLogLines()),
    });
    this.#isAccessLogFailing = new Gauge({
      name: "turnpike_access_log_failing",
      help: "1 while the access log cannot be written, else 0.",
      aggregator: "max",
      registers,
      collect: () => this.#isAccessLogFailing.set(isAccessLogFailing() ? 1 : 0),
    });
  }

  requestFinished(measurement: RequestMeasurement): void {
    this.#requests.count(measurement);
  }

  requestLimited(serviceId: string, environment: string, limit: string): void {
    this.#requests.countLimited(serviceId, environment, limit);
  }

  /** Its series end; what still comes of its calls counts as that of no service. */
  serviceRemoved(id: string): void {
    this.#requests.removeService(id);
  }

  webSocketsOpen(count: number): void {
    this.#webSockets.set(count);
  }

  capReached(cap: string): void {
    this.#capped.inc({ cap });
  }

  connectionsOpen(count: number): void {
    this.#connections.set(count);
  }

  handshakeFailed(reason: string): void {
    this.#failedHandshakes.inc({ reason });
  }

  async values(): Promise<MetricValues> {
    return [...this.#requests.values(), ...valuesOf(await this.#registry.getMetricsAsJSON())];
  }

  snapshotApplied(seq: number, atMs: number): void {
    this.#snapshotSeq.set(seq);
    this.#snapshotTime.set(atMs / 1000);
  }
}

export function createMetrics(options: MetricsOptions = {}): GatewayMetrics {
  return new GatewayMetrics(options);
}

/** What the process reports beside what its threads count. */
export async function processMetrics(state: { readonly unreadableRecords: number }): Promise<MetricValues> {
  const registry = new Registry();
  const unreadable = new Gauge({
    name: "turnpike_unreadable_records",
    help: "API keys and apps that are not served because their secrets cannot be decrypted.",
    registers: [registry],
  });
  unreadable.set(state.unreadableRecords);
  return valuesOf(await registry.getMetricsAsJSON());
}

/** The sums of several threads' values (or what each metric says is to be done with them), for Prometheus. */
export async function summarise(threads: readonly MetricValues[]): Promise<{ contentType: string; text: string }> {
  const registry = aggregate(threads);
  return { contentType: registry.contentType, text: await registry.metrics() };
}

/** The values without the series of a service that is gone. */
export function withoutService(values: MetricValues, id: string): MetricValues {
  return values.map((metric) => ({
    ...metric,
    values: metric.values.filter(({ labels }) => labels["service"] !== id),
  }));
}

/** What remains of the values of threads that are gone: their counts, so that no sum ever falls, but not their state. */
export async function retire(threads: readonly MetricValues[]): Promise<MetricValues> {
  return valuesOf(await aggregate(threads).getMetricsAsJSON()).filter(({ type }) => type !== "gauge");
}

type RegistryValues = Awaited<ReturnType<Registry["getMetricsAsJSON"]>>;

function aggregate(threads: readonly MetricValues[]): Registry {
  return AggregatorRegistry.aggregate(threads as unknown as RegistryValues[]);
}

/** prom-client declares other types than it answers: the type of a metric is a word, not a number. */
export function valuesOf(values: RegistryValues): MetricValues {
  return values as unknown as MetricValues;
}
