import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { QuotaDesk } from "../gateway/limits/quota-desk.ts";
import type { DrainTimes } from "../gateway/transport/http-transport.ts";
import type { CertificateSet } from "../model/certificate.ts";
import type { LogSink } from "../observability/log-sink.ts";
import type { MetricValues } from "../observability/metric-values.ts";
import type { Descriptors, FromWorker, Ports, ToWorker, WorkerData } from "./messages.ts";

interface WorkerThreadOptions {
  readonly name: string;
  readonly data: WorkerData;
  readonly quotas: QuotaDesk;
  /** Must take one batch of lines after another, whoever sends them. */
  readonly lines: Pick<LogSink, "write">;
  /** A worker that has not taken over a change for this long hangs, and is ended. */
  readonly hangMs: number;
}

/** How long a worker may take beyond its drain to flush and end. */
const CLOSE_GRACE_MS = 5_000;
// Compiled or not: the worker is beside this module, in the same form.
const entry = new URL(`./worker${extname(import.meta.filename)}`, import.meta.url);

/** One gateway worker as the main thread sees it. */
export class WorkerThread {
  readonly startedAt = performance.now();
  /** Resolves when the thread is gone, with what it died of; undefined after {@link close} or {@link terminate}. */
  readonly ended: Promise<unknown>;
  /** The last values it reported. */
  metrics: MetricValues = [];
  readonly #worker: Worker;
  readonly #options: WorkerThreadOptions;
  readonly #ready = settledLater();
  readonly #listening = settledLater<Ports>();
  /** What it listens on, once it does. */
  descriptors: Descriptors = [];
  #mayServe = false;
  #isServing = false;
  #isEnding = false;
  #isRetired = false;
  /** Deltas sent and answered for. */
  #sent = 0;
  #applied = 0;
  #waitingForApplied: { readonly count: number; readonly resolve: () => void }[] = [];
  #waitingForMetrics: (() => void)[] = [];
  #hangTimer: NodeJS.Timeout | undefined;

  constructor(options: WorkerThreadOptions) {
    this.#options = options;
    this.#worker = new Worker(entry, { name: options.name, workerData: options.data });
    this.#worker.on("message", (message: FromWorker) => this.#receive(message));
    this.ended = new Promise((resolve) => {
      let cause: unknown;
      this.#worker.on("error", (error) => {
        cause = error;
      });
      this.#worker.on("exit", (code) => {
        cause ??= new Error(`the thread ended with ${code}`);
        this.#settleAll(cause);
        resolve(this.#isEnding ? undefined : cause);
      });
    });
  }

  get threadId(): number {
    return this.#worker.threadId;
  }

  /** Whether new callers reach it. */
  get isServing(): boolean {
    return this.#isServing;
  }

  /** Whether callers may be on it: from when it is told to listen until it has ended. */
  get mayServe(): boolean {
    return this.#mayServe;
  }

  /** Whether it has been told to finish and end, so that nothing need take its place. */
  get isRetired(): boolean {
    return this.#isRetired;
  }

  ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** Says that the parts of a delta will be sent: from now on {@link applied} waits for it. */
  announce(): void {
    this.#sent++;
  }

  /** Parts of one delta must not mix with another's. */
  apply(part: Uint8Array, isLast: boolean): void {
    this.#send({ kind: "apply", part, isLast });
    if (isLast) this.#hangTimer ??= this.#startHangTimer();
  }

  /** Resolves when everything announced so far is in force, or the worker is gone. */
  applied(): Promise<void> {
    const count = this.#sent;
    if (this.#applied >= count) return Promise.resolve();
    return new Promise((resolve) => this.#waitingForApplied.push({ count, resolve }));
  }

  useCertificates(certificates: CertificateSet): void {
    this.#send({ kind: "useCertificates", certificates });
  }

  /** Resolves with the ports once callers can connect. */
  listen(where: Omit<Extract<ToWorker, { kind: "listen" }>, "kind">): Promise<Ports> {
    this.#mayServe = true;
    this.#send({ kind: "listen", ...where });
    return this.#listening.promise;
  }

  /** Resolves when {@link metrics} are fresh, or the worker is gone. */
  reportMetrics(): Promise<void> {
    this.#send({ kind: "reportMetrics" });
    return new Promise((resolve) => this.#waitingForMetrics.push(resolve));
  }

  /** Lets what runs finish for at most `drainMs`, and idle connections a while to be used once more. */
  async close(times: DrainTimes): Promise<void> {
    this.#isServing = false;
    this.#isEnding = true;
    this.#isRetired = true;
    this.#send({ kind: "close", times });
    const timer = setTimeout(() => this.terminate(), times.drainMs + CLOSE_GRACE_MS);
    await this.ended;
    clearTimeout(timer);
  }

  /** Ends it at once: calls in flight break off. */
  terminate(): void {
    this.#isEnding = true;
    void this.#worker.terminate();
  }

  #receive(message: FromWorker): void {
    const { quotas, lines } = this.#options;
    switch (message.kind) {
      case "ready":
        this.#ready.resolve();
        break;
      case "applied":
        this.#countApplied();
        break;
      case "listening":
        this.#isServing = !this.#isEnding;
        this.descriptors = message.descriptors;
        this.#listening.resolve(message.ports);
        break;
      case "listenFailed":
        this.#listening.reject(Object.assign(new Error(message.error.message), message.error));
        break;
      case "askQuota":
        quotas.ask(message.key).then((answer) => this.#send({ kind: "quotaAnswered", id: message.id, answer }));
        break;
      case "renewQuota":
        quotas.renew(message.key);
        break;
      case "lines":
        lines.write(asBuffer(message.lines)).then(
          () => this.#send({ kind: "linesWritten", failure: null }),
          (error: unknown) => this.#send({ kind: "linesWritten", failure: String(error) }),
        );
        break;
      case "metrics":
        this.metrics = message.values;
        for (const resolve of this.#waitingForMetrics.splice(0)) resolve();
        break;
      case "closed":
        this.metrics = message.values;
        this.terminate();
        break;
    }
  }

  #send(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #countApplied(): void {
    this.#applied++;
    clearTimeout(this.#hangTimer);
    this.#hangTimer = this.#applied < this.#sent ? this.#startHangTimer() : undefined;
    const waiting = this.#waitingForApplied;
    this.#waitingForApplied = waiting.filter(({ count }) => count > this.#applied);
    for (const { count, resolve } of waiting) if (count <= this.#applied) resolve();
  }

  #startHangTimer(): NodeJS.Timeout {
    const before = this.#applied;
    const timer = setTimeout(() => {
      // It may be this thread that was busy: answers that have come meanwhile are read first.
      setImmediate(() => {
        // Not an orderly end: it is to be replaced.
        if (this.#applied === before) this.#worker.terminate();
      });
    }, this.#options.hangMs);
    return timer.unref();
  }

  #settleAll(cause: unknown): void {
    this.#isServing = false;
    this.#mayServe = false;
    clearTimeout(this.#hangTimer);
    this.#ready.reject(cause);
    this.#listening.reject(cause);
    for (const { resolve } of this.#waitingForApplied.splice(0)) resolve();
    for (const resolve of this.#waitingForMetrics.splice(0)) resolve();
  }
}

/** A buffer that crosses threads arrives as a plain byte array. */
function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** A promise nobody need wait for: its rejection alone does not end the process. */
function settledLater<T = void>(): PromiseWithResolvers<T> {
  const later = Promise.withResolvers<T>();
  later.promise.catch(() => {});
  return later;
}
