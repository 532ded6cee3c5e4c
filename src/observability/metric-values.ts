/** One number of a metric. Parts of a histogram have names of their own. */
export interface MetricValue {
  readonly value: number;
  readonly labels: Readonly<Record<string, string | number>>;
  readonly metricName?: string;
}

/** All numbers of some metrics at one moment, as plain data that can go from thread to thread (in prom-client's form). */
export type MetricValues = readonly {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  /** How the numbers of several threads become one. */
  readonly aggregator: string;
  readonly values: readonly MetricValue[];
}[];
