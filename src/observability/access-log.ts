import { type AccessRecord, formatAccessRecord } from "./access-record.ts";
import { LineBuffer } from "./line-buffer.ts";
import type { LogSink } from "./log-sink.ts";

export interface AccessLogOptions {
  readonly sink: LogSink;
  /** Lines wait this long for others to be written with. */
  readonly flushIntervalMs?: number;
  /** Lines beyond this many waiting bytes are dropped and counted: a slow disk must not hold up callers or fill the memory. */
  readonly maxWaitingBytes?: number;
  readonly onError?: (error: unknown) => void;
}

/** Records are spelt out this many at a time: code that runs in a loop runs from the processor's caches. */
const BATCH_SIZE = 64;

/** Writes one line per request, in batches, without ever making the gateway wait. */
export class AccessLog {
  /** Lines that were lost because the sink was too slow or failed. */
  droppedLines = 0;
  readonly #sink: LogSink;
  readonly #flushIntervalMs: number;
  readonly #maxWaitingBytes: number;
  readonly #onError: (error: unknown) => void;
  readonly #records: AccessRecord[] = [];
  #lines = new LineBuffer();
  #writing: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor({ sink, flushIntervalMs = 200, maxWaitingBytes = 8 << 20, onError = () => {} }: AccessLogOptions) {
    this.#sink = sink;
    this.#flushIntervalMs = flushIntervalMs;
    this.#maxWaitingBytes = maxWaitingBytes;
    this.#onError = onError;
  }

  write(record: AccessRecord): void {
    if (this.#isClosed || this.#lines.byteCount > this.#maxWaitingBytes) {
      this.droppedLines++;
      return;
    }
    this.#records.push(record);
    if (this.#records.length >= BATCH_SIZE) this.#formatRecords();
    this.#timer ??= setTimeout(() => this.#startWriting(), this.#flushIntervalMs).unref();
  }

  /** Resolves when everything written so far has reached the sink. */
  async flush(): Promise<void> {
    do {
      this.#startWriting();
      await this.#writing;
    } while (this.#lines.lineCount + this.#records.length > 0);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.flush();
    await this.#sink.close();
  }

  #formatRecords(): void {
    for (const record of this.#records) this.#lines.push(formatAccessRecord(record));
    this.#records.length = 0;
  }

  #startWriting(): void {
    this.#formatRecords();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#writing !== null || this.#lines.lineCount === 0) return;
    const lines = this.#lines;
    this.#lines = new LineBuffer();
    this.#writing = this.#sink
      .write(lines.bytes())
      .catch((error: unknown) => {
        this.droppedLines += lines.lineCount;
        this.#onError(error);
      })
      .finally(() => {
        this.#writing = null;
        // What came meanwhile has waited long enough.
        this.#startWriting();
      });
  }
}
