import type { UpstreamCall } from "./upstream-call.ts";

/** Calls to one backend that wait for a connection, oldest first. */
export class WaitingCalls {
  /** With their time of arrival. */
  private readonly calls = new Map<UpstreamCall, number>();
  private readonly maxWaitMs: number;

  constructor(maxWaitMs: number) {
    this.maxWaitMs = maxWaitMs;
  }

  get size(): number {
    return this.calls.size;
  }

  add(call: UpstreamCall, nowMs: number): void {
    this.calls.set(call, nowMs);
  }

  delete(call: UpstreamCall): void {
    this.calls.delete(call);
  }

  take(): UpstreamCall | undefined {
    for (const call of this.calls.keys()) {
      this.calls.delete(call);
      return call;
    }
    return undefined;
  }

  /** Takes those that have waited for as long as connecting might have taken. */
  *takeLate(nowMs: number): Iterable<UpstreamCall> {
    for (const [call, sinceMs] of this.calls) {
      if (nowMs - sinceMs <= Math.min(this.maxWaitMs, call.request.timeouts.connectMs)) continue;
      this.calls.delete(call);
      yield call;
    }
  }
}
