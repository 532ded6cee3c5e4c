import { addAccessLine } from "./access-line.ts";
import type { AccessRecord } from "./access-record.ts";
import { LineBuffer } from "./line-buffer.ts";
import type { LogSink } from "./log-sink.ts";

interface AccessLogOptions {
  readonly sink: LogSink;
  /** Lines wait this long for others to be written with. */
  readonly flushIntervalMs?: number;
  /** Lines beyond this many waiting bytes are dropped and counted: a slow disk must not hold up callers or fill the memory. */
  readonly maxWaitingBytes?: number;
  /** Told once when the sink begins to fail, not for every batch that is lost. */
  readonly onFailure?: (error: unknown) => void;
  /** Told once when it can be written again. */
  readonly onRecovery?: () => void;
}

/** This much is written without waiting for more lines: no more than one block of the buffer, which then need not be copied. */
const FULL_BATCH_BYTES = 192 << 10;
/** Records are spelt out this many at a time: code that runs in a loop runs from the processor's caches. */
const BATCH_SIZE = 64;

/** Writes one line per request, in batches, without ever making the gateway wait. */
export class AccessLog {
  /** Lines that were lost because the sink was too slow or failed. */
  droppedLines = 0;
  /** Whether the last attempt to write failed. */
  isFailing = false;
  readonly #sink: LogSink;
  readonly #flushIntervalMs: number;
  readonly #maxWaitingBytes: number;
  readonly #onFailure: (error: unknown) => void;
  readonly #onRecovery: () => void;
  readonly #records: AccessRecord[] = [];
  #lines = new LineBuffer();
  /** Takes turns with it: memory outside the heap that is allocated for every batch would make the garbage collector run for it. */
  #otherLines = new LineBuffer();
  #writing: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor({ sink, flushIntervalMs, maxWaitingBytes, onFailure, onRecovery }: AccessLogOptions) {
    this.#sink = sink;
    this.#flushIntervalMs = flushIntervalMs ?? 200;
    this.#maxWaitingBytes = maxWaitingBytes ?? 8 << 20;
    this.#onFailure = onFailure ?? (() => {});
    this.#onRecovery = onRecovery ?? (() => {});
  }

  write(record: AccessRecord): void {
    if (this.#isClosed || this.#lines.byteCount > this.#maxWaitingBytes) {
      this.droppedLines++;
      return;
    }
    this.#records.push(record);
    if (this.#records.length >= BATCH_SIZE) this.#formatRecords();
    if (this.#lines.byteCount >= FULL_BATCH_BYTES) this.#startWriting();
    else this.#startTimer();
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
    for (const record of this.#records) addAccessLine(this.#lines, record);
    this.#records.length = 0;
  }

  #startTimer(): void {
    this.#timer ??= setTimeout(() => this.#startWriting(), this.#flushIntervalMs).unref();
  }

  #startWriting(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#writing !== null) return;
    this.#formatRecords();
    if (this.#lines.lineCount === 0) return;
    const lines = this.#lines;
    this.#lines = this.#otherLines;
    this.#writing = this.#sink
      .write(lines.bytes())
      .then(
        () => this.#setFailing(false),
        (error: unknown) => {
          this.droppedLines += lines.lineCount;
          this.#setFailing(true, error);
        },
      )
      .finally(() => {
        lines.clear();
        this.#otherLines = lines;
        this.#writing = null;
        if (this.#lines.byteCount >= FULL_BATCH_BYTES) this.#startWriting();
        else if (this.#lines.lineCount + this.#records.length > 0) this.#startTimer();
      });
  }

  #setFailing(isFailing: boolean, error?: unknown): void {
    if (isFailing === this.isFailing) return;
    this.isFailing = isFailing;
    if (isFailing) this.#onFailure(error);
    else this.#onRecovery();
  }
}
