import {
  AggregatorRegistry,
  Counter,
  Gauge,
  Histogram,
  type MetricObjectWithValues,
  type MetricValue,
  Registry,
} from "prom-client";

/** What is counted of one request. Ids come from the configuration, never from what a caller wrote. */
export interface RequestMeasurement {
  readonly serviceId: string | null;
  readonly environment: string | null;
  readonly status: number;
  readonly durationMs: number;
}

/** Measurements are counted this many at a time: code that runs in a loop runs from the processor's caches. */
const BATCH_SIZE = 64;
/** The values of a registry at one moment, as plain data. */
export type MetricValues = readonly MetricObjectWithValues<MetricValue<string>>[];

/** What is read whenever the numbers are asked for. */
interface MetricsOptions {
  readonly droppedLogLines?: () => number;
  readonly isAccessLogFailing?: () => boolean;
}

/** Stands for requests that reached no service. */
const NONE = "none";

/** The numbers a gateway reports, for Prometheus. */
class GatewayMetrics {
  readonly registry = new Registry();
  /** Not counted yet. */
  readonly #pending: RequestMeasurement[] = [];
  readonly #requests: Counter<"service" | "environment" | "status">;
  readonly #duration: Histogram<"service" | "environment">;
  readonly #limited: Counter<"service" | "environment" | "limit">;
  readonly #capped: Counter<"cap">;
  readonly #connections: Gauge;
  readonly #snapshotSeq: Gauge;
  readonly #snapshotTime: Gauge;
  readonly #droppedLines: Gauge;
  readonly #isAccessLogFailing: Gauge;

  constructor({ droppedLogLines = () => 0, isAccessLogFailing = () => false }: MetricsOptions) {
    const registers = [this.registry];
    this.#requests = new Counter({
      name: "turnpike_requests_total",
      help: "Requests answered, by service, environment and status; 499: the caller went away first.",
      labelNames: ["service", "environment", "status"],
      registers,
      collect: () => this.#countPending(),
    });
    this.#duration = new Histogram({
      name: "turnpike_request_duration_seconds",
      help: "Time from a request's head to the end of its answer.",
      labelNames: ["service", "environment"],
      collect: () => this.#countPending(),
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    });
    this.#limited = new Counter({
      name: "turnpike_limited_total",
      help: "Requests refused by a rate (rateExceeded), a quota (quotaExceeded) or for lack of the quota ledger (quotaUnavailable).",
      labelNames: ["service", "environment", "limit"],
      registers,
    });
    this.#capped = new Counter({
      name: "turnpike_capped_total",
      help: "Connections turned away (connections, connections-per-address) and calls refused or cut off (calls-per-backend, tunnels) because a cap was reached.",
      labelNames: ["cap"],
      registers,
    });
    this.#connections = new Gauge({
      name: "turnpike_connections",
      help: "Open connections of callers.",
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
    this.#pending.push(measurement);
    if (this.#pending.length >= BATCH_SIZE) this.#countPending();
  }

  #countPending(): void {
    for (const { serviceId, environment, status, durationMs } of this.#pending) {
      const service = serviceId ?? NONE;
      const place = environment ?? NONE;
      this.#requests.inc({ service, environment: place, status });
      this.#duration.observe({ service, environment: place }, durationMs / 1000);
    }
    this.#pending.length = 0;
  }

  requestLimited(serviceId: string, environment: string, limit: string): void {
    this.#limited.inc({ service: serviceId, environment, limit });
  }

  capReached(cap: string): void {
    this.#capped.inc({ cap });
  }

  connectionsOpen(count: number): void {
    this.#connections.set(count);
  }

  async values(): Promise<MetricValues> {
    return this.registry.getMetricsAsJSON();
  }

  snapshotApplied(seq: number, atMs: number): void {
    this.#snapshotSeq.set(seq);
    this.#snapshotTime.set(atMs / 1000);
  }
}

export function createMetrics(options: MetricsOptions = {}): GatewayMetrics {
  return new GatewayMetrics(options);
}

/** The sums of several threads' values (or what each metric says is to be done with them), for Prometheus. */
export async function summarise(threads: readonly MetricValues[]): Promise<{ contentType: string; text: string }> {
  const registry = AggregatorRegistry.aggregate([...threads]);
  return { contentType: registry.contentType, text: await registry.metrics() };
}

/** What remains of the values of threads that are gone: their counts, so that no sum ever falls, but not their state. */
export async function retire(threads: readonly MetricValues[]): Promise<MetricValues> {
  const values = await AggregatorRegistry.aggregate([...threads]).getMetricsAsJSON();
  return values.filter(({ type }) => String(type) !== "gauge");
}
