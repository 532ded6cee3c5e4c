import type { MetricValue, MetricValues } from "./metric-values.ts";

/** What is counted of one request. Ids come from the configuration, never from what a caller wrote. */
export interface RequestMeasurement {
  readonly serviceId: string | null;
  readonly environment: string | null;
  readonly status: number;
  readonly durationMs: number;
}

/** Upper bounds in seconds. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const BOUNDS_MS = Float64Array.from(BOUNDS, (seconds) => seconds * 1000);

const REQUESTS = "turnpike_requests_total";
const LIMITED = "turnpike_limited_total";
const DURATION = "turnpike_request_duration_seconds";

/** Stands for requests that reached no service. */
const NONE = "none";
/** How many services that are gone are remembered: calls to them may still be running. */
const MAX_REMEMBERED_REMOVALS = 1_000;

/** The requests of one environment of a service. */
interface Series {
  readonly byStatus: Map<number, number>;
  readonly byLimit: Map<string, number>;
  /** How many took no longer than each bound and longer than the one before; the last: longer than all. */
  readonly byDuration: Float64Array;
  totalMs: number;
}

/**
 * Counts requests and their durations. A registry's counter spells out and hashes its labels for every call; here they are
 * spelt out when the numbers are asked for.
 */
export class RequestCounts {
  /** The series counted in last: calls of one service mostly follow one another. */
  #last: { readonly serviceId: string | null; readonly environment: string | null; readonly series: Series } | null =
    null;
  readonly #services = new Map<string | null, Map<string | null, Series>>();
  /** Services that are gone, the latest of them. */
  readonly #removed = new Set<string>();

  count({ serviceId, environment, status, durationMs }: RequestMeasurement): void {
    const series = this.#seriesOf(serviceId, environment);
    series.byStatus.set(status, (series.byStatus.get(status) ?? 0) + 1);
    let bucket = 0;
    while (bucket < BOUNDS_MS.length && durationMs > (BOUNDS_MS[bucket] ?? 0)) bucket++;
    series.byDuration[bucket] = (series.byDuration[bucket] ?? 0) + 1;
    series.totalMs += durationMs;
  }

  countLimited(serviceId: string, environment: string, limit: string): void {
    const { byLimit } = this.#seriesOf(serviceId, environment);
    byLimit.set(limit, (byLimit.get(limit) ?? 0) + 1);
  }

  /** Ends the series of a service; what still comes of its calls counts as that of no service. */
  removeService(id: string): void {
    this.#services.delete(id);
    this.#last = null;
    this.#removed.add(id);
    const [oldest] = this.#removed;
    if (this.#removed.size > MAX_REMEMBERED_REMOVALS && oldest !== undefined) this.#removed.delete(oldest);
  }

  values(): MetricValues {
    const requests: MetricValue[] = [];
    const limited: MetricValue[] = [];
    const durations: MetricValue[] = [];
    for (const [serviceId, environments] of this.#services) {
      for (const [environment, series] of environments) {
        const labels = { service: serviceId ?? NONE, environment: environment ?? NONE };
        for (const [status, value] of series.byStatus) requests.push({ value, labels: { ...labels, status } });
        for (const [limit, value] of series.byLimit) limited.push({ value, labels: { ...labels, limit } });
        durations.push(...histogramOf(series, labels));
      }
    }
    return [
      {
        name: REQUESTS,
        help: "Requests answered, by service, environment and status; 499: the caller went away first.",
        type: "counter",
        aggregator: "sum",
        values: requests,
      },
      {
        name: LIMITED,
        help: "Requests refused by a rate (rateExceeded), a quota (quotaExceeded) or for lack of the quota ledger (quotaUnavailable).",
        type: "counter",
        aggregator: "sum",
        values: limited,
      },
      {
        name: DURATION,
        help: "Time from a request's head to the end of its answer.",
        type: "histogram",
        aggregator: "sum",
        values: durations,
      },
    ];
  }

  #seriesOf(serviceId: string | null, environment: string | null): Series {
    const last = this.#last;
    if (last !== null && last.serviceId === serviceId && last.environment === environment) return last.series;
    const series = this.#services.get(serviceId)?.get(environment) ?? this.#start(serviceId, environment);
    this.#last = { serviceId, environment, series };
    return series;
  }

  #start(serviceId: string | null, environment: string | null): Series {
    if (serviceId !== null && this.#removed.has(serviceId)) return this.#seriesOf(null, null);
    const series: Series = {
      byStatus: new Map(),
      byLimit: new Map(),
      byDuration: new Float64Array(BOUNDS.length + 1),
      totalMs: 0,
    };
    const environments = this.#services.get(serviceId) ?? new Map<string | null, Series>();
    this.#services.set(serviceId, environments.set(environment, series));
    return series;
  }
}

function histogramOf({ byDuration, totalMs }: Series, labels: Record<string, string>): MetricValue[] {
  let count = 0;
  const buckets = Array.from(byDuration, (inBucket, index) => {
    count += inBucket;
    return { metricName: `${DURATION}_bucket`, value: count, labels: { le: BOUNDS[index] ?? "+Inf", ...labels } };
  });
  return [
    ...buckets,
    { metricName: `${DURATION}_sum`, value: totalMs / 1000, labels },
    { metricName: `${DURATION}_count`, value: count, labels },
  ];
}
