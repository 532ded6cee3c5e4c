import { setTimeout as sleep } from "node:timers/promises";
import type { Quotas } from "../gateway/limits/quotas.ts";
import type { GatewaySettings } from "../gateway/settings.ts";
import type { DrainTimes } from "../gateway/transport/http-transport.ts";
import type { CertificateSet } from "../model/certificate.ts";
import type { LogSink } from "../observability/log-sink.ts";
import type { MetricValues } from "../observability/metric-values.ts";
import { retire, withoutService } from "../observability/metrics.ts";
import { ThreadMetrics } from "../observability/thread-metrics.ts";
import type { SnapshotSource } from "../snapshot/delta.ts";
import type { GatewayThreads } from "./gateway-threads.ts";
import { createHandOut } from "./hand-out.ts";
import { inTurn } from "./in-turn.ts";
import type { Place, Ports, WorkerData } from "./messages.ts";
import { WorkerThread } from "./worker-thread.ts";

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
/** How long idle connections of a thread that is replaced without need may wait for their next call. */
const REPLACED_IDLE_MS = 5_000;
/** The first replacement starts at once; one that does not live long makes the next wait, and longer each time. */
const FIRST_BACKOFF_MS = 100;
const LONGEST_BACKOFF_MS = 5_000;
const LONG_LIFE_MS = 30_000;

/** The gateway's threads: fed, replaced when they die, and stopped together. All listen on one port. */
export class WorkerPool implements GatewayThreads {
  readonly #options: WorkerPoolOptions;
  readonly #lines: Pick<LogSink, "write">;
  readonly #workers: WorkerThread[] = [];
  readonly #keepers = new Set<Promise<void>>();
  readonly #closing = new AbortController();
  readonly #metrics = new ThreadMetrics(() => this.#serving.length);
  #replacing: Promise<void> | null = null;
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
    // One that has not been told to listen yet will have applied everything before it does.
    await Promise.all(this.#workers.filter((worker) => worker.mayServe).map((worker) => worker.applied()));
  }

  /** What each worker counted, and what those before them did. A worker that does not answer in time: what it last said. */
  async metrics(): Promise<readonly MetricValues[]> {
    const serving = this.#workers.filter((worker) => worker.mayServe);
    const late = new AbortController();
    const reported = Promise.all(serving.map((worker) => worker.reportMetrics()));
    await Promise.race([reported, sleep(METRICS_WAIT_MS, undefined, { ref: false, signal: late.signal })]);
    late.abort();
    return [...serving.map((worker) => worker.metrics), await this.#retired, await this.#metrics.values()];
  }

  /**
   * Replaces every thread by a new one, one after another, without losing a call: the new one listens on the same socket before
   * the old one leaves it, and the old one ends when its callers have gone on. Resolves when the last has ended; while threads are
   * being replaced nothing is begun anew.
   */
  async replaceAll(times: DrainTimes): Promise<true> {
    this.#replacing ??= this.#replaceOneByOne({ idleMs: REPLACED_IDLE_MS, ...times }).finally(() => {
      this.#replacing = null;
    });
    await this.#replacing;
    return true;
  }

  /** Stops accepting, lets what runs finish within `drainMs`, and ends the threads. */
  async close({ drainMs }: { readonly drainMs: number }): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#workers.map((worker) => worker.close({ drainMs })));
    await Promise.all(this.#keepers);
  }

  async #startAll(): Promise<void> {
    const { threads } = this.#options;
    const workers = Array.from({ length: threads }, () => this.#spawn());
    await Promise.all(workers.map((worker) => worker.ready()));
    await this.#feed(workers);
    // The first settles which ports they are.
    for (const worker of workers) this.#ports = await this.#listen(worker);
    for (const worker of workers) this.#startKeeping(worker);
  }

  #spawn(): WorkerThread {
    const { threads, data, quotas, accessLog, hangMs = HANG_MS } = this.#options;
    const worker = new WorkerThread({
      name: `gateway-${++this.#started}`,
      data: { ...data, settings: shareOf(data.settings, threads), hasAccessLog: accessLog !== undefined },
      quotas,
      lines: this.#lines,
      hangMs,
    });
    this.#workers.push(worker);
    if (this.#certificates !== null) worker.useCertificates(this.#certificates);
    return worker;
  }

  /** Hands them the complete state and every later step, until they are gone. Resolves when they have taken over the state. */
  async #feed(workers: readonly WorkerThread[]): Promise<void> {
    const { source, quotas } = this.#options;
    const handOut = createHandOut(workers);
    const stop = await source.subscribe((delta) => {
      // First: a worker may ask about what the delta brings as soon as it has it.
      const takenOver = quotas.apply(delta);
      handOut(delta);
      for (const id of delta.removedServices)
        this.#retired = this.#retired.then((values) => withoutService(values, id));
      // Workers with a subscription of their own get theirs in this same turn.
      Promise.resolve()
        .then(() => this.applied())
        .then(takenOver);
    });
    Promise.all(workers.map((worker) => worker.ended)).then(stop);
    // Only then can callers reach them: nobody is to wait for a change until they have caught up.
    await Promise.all(workers.map((worker) => worker.applied()));
  }

  /** `predecessor`: whose listening sockets it takes over. */
  #listen(worker: WorkerThread, predecessor?: WorkerThread): Promise<Ports> {
    const { host, tls, threads } = this.#options;
    const { port, tlsPort } = this.#ports;
    const tlsPlace = tls === null || tlsPort === null ? null : { host: tls.host, port: tlsPort };
    const inherited = predecessor?.descriptors ?? null;
    return worker.listen({ plain: { host, port }, tls: tlsPlace, isShared: threads > 1, inherited });
  }

  /** Replaces a worker that dies, and those that come after it. */
  #startKeeping(worker: WorkerThread): void {
    const keeper = this.#keep(worker).finally(() => this.#keepers.delete(keeper));
    this.#keepers.add(keeper);
  }

  async #keep(first: WorkerThread): Promise<void> {
    const { signal } = this.#closing;
    let worker = first;
    let backoffMs = 0;
    for (;;) {
      const cause = await worker.ended;
      this.#remove(worker);
      if (signal.aborted || worker.isRetired) return;
      this.#options.log.error({ err: cause }, "a gateway thread died; another takes its place");
      if (performance.now() - worker.startedAt > LONG_LIFE_MS) backoffMs = 0;
      await sleep(backoffMs, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      backoffMs = Math.min(LONGEST_BACKOFF_MS, Math.max(FIRST_BACKOFF_MS, backoffMs * 2));
      worker = this.#spawn();
      this.#metrics.replaced("died");
      this.#bringIntoService(worker);
    }
  }

  async #replaceOneByOne(times: DrainTimes): Promise<void> {
    const { log } = this.#options;
    const isOver = () => this.#closing.signal.aborted;
    for (const worker of this.#serving) {
      if (isOver()) return;
      // Died meanwhile, and is replaced for that.
      if (!worker.isServing) continue;
      const successor = this.#spawn();
      try {
        await successor.ready();
        await this.#feed([successor]);
        if (!isOver()) await this.#listen(successor, worker);
      } catch (error) {
        if (isOver()) return;
        log.error({ err: error }, "a gateway thread could not be replaced");
        this.#discard(successor);
        return;
      }
      if (isOver()) return;
      this.#startKeeping(successor);
      this.#metrics.replaced("asked");
      log.info({ thread: successor.threadId }, "a gateway thread has been replaced");
      await worker.close(times);
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

  get #serving(): readonly WorkerThread[] {
    return this.#workers.filter((worker) => worker.isServing);
  }

  #discard(worker: WorkerThread): void {
    worker.terminate();
    this.#remove(worker);
  }

  #remove(worker: WorkerThread): void {
    this.#workers.splice(this.#workers.indexOf(worker), 1);
    this.#retired = this.#retired.then((before) => retire([before, worker.metrics]));
  }
}

/** One for calls whose body is still coming in, one for all others. */
const MIN_CALLS_PER_BACKEND = 2;

/** What is set for the process is dealt out: the system spreads connections evenly enough. */
function shareOf(settings: GatewaySettings, threads: number): GatewaySettings {
  const { caps, maxCacheBytes } = settings;
  const share = (cap: number) => Math.ceil(cap / threads);
  return {
    ...settings,
    caps: {
      connections: share(caps.connections),
      connectionsPerAddress: share(caps.connectionsPerAddress),
      streams: share(caps.streams),
      callsPerBackend: Math.max(MIN_CALLS_PER_BACKEND, share(caps.callsPerBackend)),
      waitingPerBackend: share(caps.waitingPerBackend),
      tunnels: share(caps.tunnels),
    },
    maxCacheBytes: Math.floor(maxCacheBytes / threads),
  };
}
