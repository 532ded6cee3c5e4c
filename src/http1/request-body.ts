import type { BodyReader } from "./body-reader.ts";
import { ParseFailure } from "./message-head.ts";
import type { DataSink } from "./parse-chunked.ts";
import type { BodySink } from "./server-exchange.ts";

const BODY_TOO_LONG = new ParseFailure(413, "body too long");

/** Reads and drops a body nobody wants. */
const DROPPING: BodySink = { onBodyData() {}, onBodyEnd() {}, onBodyFailure() {} };

/** The body of one request on its way from the connection to a sink, with its limits of size and time. */
export class RequestBody implements DataSink {
  sink: BodySink | null = null;
  failure: ParseFailure | null = null;
  isPaused = false;
  private readonly reader: BodyReader;
  private bytes = 0;
  private maxBytes = 0;
  private sinceMs = 0;
  private pausedAtMs = 0;

  constructor(reader: BodyReader) {
    this.reader = reader;
  }

  get isFlowing(): boolean {
    return this.sink !== null && !this.isPaused;
  }

  get isDone(): boolean {
    return this.reader.isDone;
  }

  /** Nobody listens any more: the answer is out, and only the connection's being in step matters. */
  get isDropped(): boolean {
    return this.sink === DROPPING;
  }

  /** Whether what is still to come is known to be no longer than this. */
  isShort(maxBytes: number): boolean {
    const rest = this.reader.remainingBytes;
    return rest >= 0 && rest <= maxBytes;
  }

  start(sink: BodySink, maxBytes: number, nowMs: number): void {
    this.sink = sink;
    this.maxBytes = maxBytes;
    this.sinceMs = nowMs;
    if (this.reader.remainingBytes > maxBytes) this.failure = BODY_TOO_LONG;
  }

  drop(nowMs: number): void {
    this.isPaused = false;
    this.start(DROPPING, Number.POSITIVE_INFINITY, nowMs);
  }

  push(chunk: Buffer, offset: number): number {
    const end = this.reader.push(chunk, offset, this);
    this.failure ??= this.reader.failure;
    return end;
  }

  onChunkData(data: Buffer): void {
    this.bytes += data.length;
    if (this.bytes > this.maxBytes) this.failure = BODY_TOO_LONG;
    else this.sink?.onBodyData(data);
  }

  pause(nowMs: number): void {
    this.isPaused = true;
    this.pausedAtMs = nowMs;
  }

  resume(nowMs: number): void {
    this.isPaused = false;
    this.sinceMs += nowMs - this.pausedAtMs;
  }

  /** Whether the caller has taken longer than the grace time plus what it sent at the least rate. Pauses do not count. */
  isTooSlow(nowMs: number, graceMs: number, minBytesPerSecond: number): boolean {
    return this.isFlowing && nowMs - this.sinceMs > graceMs + (this.bytes * 1000) / minBytesPerSecond;
  }
}
