import type { MessagePort } from "node:worker_threads";
import type { QuotaAnswer, QuotaDesk } from "../gateway/limits/quota-desk.ts";
import type { LogSink } from "../observability/log-sink.ts";
import type { FromWorker, ToWorker } from "./messages.ts";

/** A worker's end of the line to the main thread, where the quota ledger and the access log are. */
export class MainPort {
  readonly #port: MessagePort;
  readonly #asked = new Map<number, (answer: QuotaAnswer) => void>();
  #nextId = 0;
  #writing: PromiseWithResolvers<void> | null = null;
  /** Lines on their way. Were a copy made for each batch, both garbage collectors would run for it all the time. */
  #shared = new Uint8Array(new SharedArrayBuffer(0));

  constructor(port: MessagePort) {
    this.#port = port;
  }

  send(message: FromWorker): void {
    this.#port.postMessage(message);
  }

  /** What is no answer to something asked here goes to `onOrder`. */
  receive(onOrder: (order: Exclude<ToWorker, { kind: "quotaAnswered" | "linesWritten" }>) => void): void {
    this.#port.on("message", (message: ToWorker) => {
      if (message.kind === "quotaAnswered") {
        this.#asked.get(message.id)?.(message.answer);
        this.#asked.delete(message.id);
      } else if (message.kind === "linesWritten") {
        if (message.failure === null) this.#writing?.resolve();
        else this.#writing?.reject(new Error(message.failure));
      } else {
        onOrder(message);
      }
    });
  }

  readonly quotas: QuotaDesk = {
    ask: (key) =>
      new Promise((resolve) => {
        const id = this.#nextId++;
        this.#asked.set(id, resolve);
        this.send({ kind: "askQuota", id, key });
      }),
    renew: (key) => this.send({ kind: "renewQuota", key }),
  };

  /** Takes one batch at a time, as {@link AccessLog} writes them. */
  readonly lines: LogSink = {
    write: (lines) => {
      this.#writing = Promise.withResolvers();
      this.send({ kind: "lines", lines: this.#share(lines) });
      return this.#writing.promise;
    },
    close: async () => {},
  };

  #share(lines: Buffer): Uint8Array {
    if (this.#shared.length < lines.length) this.#shared = new Uint8Array(new SharedArrayBuffer(lines.length * 2));
    this.#shared.set(lines);
    return this.#shared.subarray(0, lines.length);
  }
}
