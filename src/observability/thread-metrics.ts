import { Counter, Gauge, Registry } from "prom-client";
import type { MetricValues } from "./metric-values.ts";
import { valuesOf } from "./metrics.ts";

/** Why a thread took another's place. */
type ReplacementCause = "died" | "asked";

/** The numbers of the threads that serve callers, beside those each reports of itself. */
export class ThreadMetrics {
  readonly #registry = new Registry();
  readonly #replaced: Counter<"cause">;

  constructor(serving: () => number) {
    const registers = [this.#registry];
    const threads: Gauge = new Gauge({
      name: "turnpike_gateway_threads",
      help: "Threads that serve callers now.",
      registers,
      collect: () => threads.set(serving()),
    });
    this.#replaced = new Counter({
      name: "turnpike_gateway_threads_replaced_total",
      help: "Threads replaced because they died, or because that was asked for (SIGUSR2).",
      labelNames: ["cause"],
      registers,
    });
    this.#replaced.inc({ cause: "died" }, 0);
    this.#replaced.inc({ cause: "asked" }, 0);
  }

  replaced(cause: ReplacementCause): void {
    this.#replaced.inc({ cause });
  }

  async values(): Promise<MetricValues> {
    return valuesOf(await this.#registry.getMetricsAsJSON());
  }
}
