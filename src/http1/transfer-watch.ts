/** Something written to: a socket, or one stream of several on it. */
export interface Written {
  /** Bytes not handed on yet. */
  readonly writableLength: number;
  /** All bytes written so far, those not handed on included. */
  readonly bytesWritten: number;
}

/**
 * Bounds the time a peer may take to accept what was written. Whatever is queued when a sweep first sees a queue must
 * be gone within the grace time plus its size at the least rate; then the next lot is measured. Costs nothing per write.
 */
export class TransferWatch {
  private readonly graceMs: number;
  private readonly minBytesPerSecond: number;
  private sinceMs = -1;
  private dueMs = 0;
  private goalBytes = 0;

  constructor(graceMs: number, minBytesPerSecond: number) {
    this.graceMs = graceMs;
    this.minBytesPerSecond = minBytesPerSecond;
  }

  isTooSlow(written: Written, nowMs: number): boolean {
    const queued = written.writableLength;
    if (queued === 0) {
      this.sinceMs = -1;
      return false;
    }
    const flushed = written.bytesWritten - queued;
    if (this.sinceMs === -1 || flushed >= this.goalBytes) {
      this.sinceMs = nowMs;
      this.goalBytes = flushed + queued;
      this.dueMs = nowMs + this.graceMs + (queued * 1000) / this.minBytesPerSecond;
      return false;
    }
    return nowMs > this.dueMs;
  }
}
