const MAX_CREDIT = 2000;
const CREDIT_PER_MS = 0.2;
/** Calls a stream costs the gateway work that a caller who resets it does not wait for (CVE-2023-44487, CVE-2025-8671). */
const BROKEN_STREAM_COST = 10;

/**
 * How much a caller may ask of one connection without getting anything for it: two hundred streams broken off at once,
 * or two thousand pings and settings, and a tenth of that again every second.
 */
export class Patience {
  private credit = MAX_CREDIT;
  private atMs = 0;

  /** Whether one more stream that was broken off, or malformed from the start, is borne. */
  bearsBrokenStream(nowMs: number): boolean {
    return this.bears(BROKEN_STREAM_COST, nowMs);
  }

  /** Whether one more PING or SETTINGS frame is borne. */
  bearsControlFrame(nowMs: number): boolean {
    return this.bears(1, nowMs);
  }

  private bears(cost: number, nowMs: number): boolean {
    this.credit = Math.min(MAX_CREDIT, this.credit + (nowMs - this.atMs) * CREDIT_PER_MS) - cost;
    this.atMs = nowMs;
    return this.credit >= 0;
  }
}
