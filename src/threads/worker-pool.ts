import { setTimeout as sleep } from "node:timers/promises";
import type { Quotas } from "../gateway/limits/quotas.ts";
import type { CertificateSet } from "../model/certificate.ts";
import type { LogSink } from "../observability/log-sink.ts";
import { type MetricValues, retire } from "../observability/metrics.ts";
import type { SnapshotSource } from "../snapshot/delta.ts";
import type { GatewayThreads } from "./gateway-threads.ts";
import { inTurn } from "./in-turn.ts";
import type { Place, WorkerData } from "./messages.ts";
import { type Ports, WorkerThread } from "./worker-thread.ts";

export interface WorkerPoolOptions {
  readonly threads: number;
  readonly host: string;
  /** 0: a free one, the same for all. */
  readonly port: number;
  /** Null: no HTTPS. */
  readonly tls: (Place & { readonly certificates: CertificateSet }) | null;
  readonly data: Omit<WorkerData, "hasAccessLog">;
  readonly source: SnapshotSource;
  readonly quotas: Quotas;
  /** Gets whole lines only, one batch after another; left open. */
  readonly accessLog?: LogSink | undefined;
  readonly log: {
    info(details: object, message: string): void;
    error(details: object, message: string): void;
  };
  readonly hangMs?: number;
}

const HANG_MS = 10_000;
const METRICS_WAIT_MS = 1_000;
/** The first replacement starts at once; one that does not live long makes the next wait, and longer each time. */
const FIRST_BACKOFF_MS = 100;
const LONGEST_BACKOFF_MS = 5_000;
const LONG_LIFE_MS = 30_000;

/** The gateway's threads: fed, replaced when they die, and stopped together. All listen on one port. */
export class WorkerPool implements GatewayThreads {
  readonly #options: WorkerPoolOptions;
  readonly #lines: Pick<LogSink, "write">;
  readonly #workers: WorkerThread[] = [];
  readonly #keepers: Promise<void>[] = [];
  readonly #closing = new AbortController();
  #ports: Ports;
  #certificates: CertificateSet | null;
  #started = 0;
  /** Counts of workers that are gone. */
  #retired: Promise<MetricValues> = Promise.resolve([]);

  private constructor(options: WorkerPoolOptions) {
    this.#options = options;
    this.#ports = { port: options.port, tlsPort: options.tls?.port ?? null };
    this.#certificates = options.tls?.certificates ?? null;
    this.#lines = inTurn(options.accessLog);
  }

  /** Resolves when all serve. Nothing is left running when it rejects. */
  static async start(options: WorkerPoolOptions): Promise<WorkerPool> {
    const pool = new WorkerPool(options);
    try {
      await pool.#startAll();
    } catch (error) {
      await pool.close({ drainMs: 0 });
      throw error;
    }
    return pool;
  }

  get port(): number {
    return this.#ports.port;
  }

  get tlsPort(): number | null {
    return this.#ports.tlsPort;
  }

  useCertificates(certificates: CertificateSet): void {
    this.#certificates = certificates;
    for (const worker of this.#workers) worker.useCertificates(certificates);
  }

  get workers(): readonly WorkerThread[] {
    return this.#workers;
  }

  /** Resolves when every change handed out so far is in force on all workers that serve. */
  async applied(): Promise<void> {
    // One that does not listen yet will have applied everything before it does.
    await Promise.all(this.#workers.filter((worker) => worker.isServing).map((worker) => worker.applied()));
  }

  /** What each worker counted, and what those before them did. A worker that does not answer in time: what it last said. */
  async metrics(): Promise<readonly MetricValues[]> {
    const serving = this.#workers.filter((worker) => worker.isServing);
    const late = new AbortController();
    const reported = Promise.all(serving.map((worker) => worker.reportMetrics()));
    await Promise.race([reported, sleep(METRICS_WAIT_MS, undefined, { ref: false, signal: late.signal })]);
    late.abort();
    return [...serving.map((worker) => worker.metrics), await this.#retired];
  }

  /** Stops accepting, lets what runs finish within `drainMs`, and ends the threads. */
  async close({ drainMs }: { readonly drainMs: number }): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#workers.map((worker) => worker.close(drainMs)));
    await Promise.all(this.#keepers);
  }

  async #startAll(): Promise<void> {
    const { threads } = this.#options;
    const workers = Array.from({ length: threads }, () => this.#spawn());
    await Promise.all(workers.map((worker) => worker.ready()));
    await this.#feed(workers);
    // The first settles which ports they are.
    for (const worker of workers) this.#ports = await this.#listen(worker);
    for (const worker of workers) this.#keepers.push(this.#keep(worker));
  }

  #spawn(): WorkerThread {
    const { data, quotas, accessLog, hangMs = HANG_MS } = this.#options;
    const worker = new WorkerThread({
      name: `gateway-${++this.#started}`,
      data: { ...data, hasAccessLog: accessLog !== undefined },
      quotas,
      lines: this.#lines,
      hangMs,
    });
    this.#workers.push(worker);
    if (this.#certificates !== null) worker.useCertificates(this.#certificates);
    return worker;
  }

  /** Hands them the complete state and every later step, until they are gone. */
  async #feed(workers: readonly WorkerThread[]): Promise<void> {
    const { source, quotas } = this.#options;
    const stop = await source.subscribe((delta) => {
      // First: a worker may ask about what the delta brings as soon as it has it.
      const takenOver = quotas.apply(delta);
      for (const worker of workers) worker.apply(delta);
      // Workers with a subscription of their own get theirs in this same turn.
      Promise.resolve()
        .then(() => this.applied())
        .then(takenOver);
    });
    Promise.all(workers.map((worker) => worker.ended)).then(stop);
  }

  #listen(worker: WorkerThread): Promise<Ports> {
    const { host, tls, threads } = this.#options;
    const { port, tlsPort } = this.#ports;
    const tlsPlace = tls === null || tlsPort === null ? null : { host: tls.host, port: tlsPort };
    return worker.listen({ host, port }, tlsPlace, threads > 1);
  }

  /** Replaces a worker that dies, and those that come after it. */
  async #keep(first: WorkerThread): Promise<void> {
    const { signal } = this.#closing;
    let worker = first;
    let backoffMs = 0;
    for (;;) {
      const cause = await worker.ended;
      this.#remove(worker);
      if (signal.aborted) return;
      this.#options.log.error({ err: cause }, "a gateway thread died; another takes its place");
      if (performance.now() - worker.startedAt > LONG_LIFE_MS) backoffMs = 0;
      await sleep(backoffMs, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      backoffMs = Math.min(LONGEST_BACKOFF_MS, Math.max(FIRST_BACKOFF_MS, backoffMs * 2));
      worker = this.#spawn();
      this.#bringIntoService(worker);
    }
  }

  async #bringIntoService(worker: WorkerThread): Promise<void> {
    try {
      await worker.ready();
      await this.#feed([worker]);
      await this.#listen(worker);
      this.#options.log.info({ thread: worker.threadId }, "a gateway thread has been replaced");
    } catch (error) {
      if (this.#closing.signal.aborted) return;
      this.#options.log.error({ err: error }, "a gateway thread could not be replaced");
      worker.terminate();
    }
  }

  #remove(worker: WorkerThread): void {
    this.#workers.splice(this.#workers.indexOf(worker), 1);
    this.#retired = this.#retired.then((before) => retire([before, worker.metrics]));
  }
}
