import type { ServerHttp2Stream } from "node:http2";
import { BodyReader, UNTIL_CLOSE } from "../http1/body-reader.ts";
import { ParseFailure, type RequestHead } from "../http1/message-head.ts";
import { RequestBody } from "../http1/request-body.ts";
import type { BodySink } from "../http1/server-exchange.ts";

const NOT_AS_LONG = new ParseFailure(400, "body not as long as declared");

/** False as soon as the stream is closed, which is before anybody is told. */
export function isOpen(stream: ServerHttp2Stream): boolean {
  return !stream.closed && !stream.destroyed;
}

/** The body of one request on its way from its stream to a sink. */
export class StreamBody {
  /** The whole request has come. */
  isReceived: boolean;
  private readonly stream: ServerHttp2Stream;
  private readonly request: RequestHead;
  private readonly onFailure: (failure: ParseFailure) => void;
  /** Null: there is none, or none any more. */
  private body: RequestBody | null;

  /** `onFailure` is told after the sink. */
  constructor(stream: ServerHttp2Stream, request: RequestHead, onFailure: (failure: ParseFailure) => void) {
    const { hasBody, chunked, contentLength } = request;
    this.stream = stream;
    this.request = request;
    this.onFailure = onFailure;
    this.isReceived = !hasBody;
    this.body = hasBody ? new RequestBody(new BodyReader(false, chunked ? UNTIL_CLOSE : contentLength)) : null;
  }

  start(sink: BodySink, maxBytes: number, nowMs: number): void {
    const { body, stream } = this;
    if (body === null) {
      sink.onBodyEnd();
      return;
    }
    body.start(sink, maxBytes, nowMs);
    if (body.failure !== null) {
      this.fail(body.failure);
      return;
    }
    if (this.request.expectContinue && isOpen(stream)) stream.additionalHeaders({ ":status": 100 });
    stream.on("data", this.onData).on("end", this.onEnd);
  }

  pause(nowMs: number): void {
    if (this.body === null || this.body.isPaused) return;
    this.body.pause(nowMs);
    this.stream.pause();
  }

  resume(nowMs: number): void {
    if (!this.body?.isPaused) return;
    this.body.resume(nowMs);
    this.stream.resume();
  }

  private readonly onData = (data: Buffer): void => {
    const { body } = this;
    if (body === null) return;
    if (body.push(data, 0) < data.length) this.fail(NOT_AS_LONG);
    else if (body.failure !== null) this.fail(body.failure);
  };

  private readonly onEnd = (): void => {
    const { body } = this;
    // A stream that was reset ends too; what came of its body must not pass for the whole.
    if (body === null || !isOpen(this.stream)) return;
    if (this.request.contentLength !== -1 && !body.isDone) {
      this.fail(NOT_AS_LONG);
      return;
    }
    this.isReceived = true;
    this.body = null;
    body.sink?.onBodyEnd();
  };

  fail(failure: ParseFailure): void {
    const sink = this.body?.sink;
    this.leave();
    sink?.onBodyFailure(failure);
    this.onFailure(failure);
  }

  /** No more of the body is passed on. */
  leave(): void {
    if (this.body !== null) this.body.sink = null;
    this.body = null;
    this.stream.off("data", this.onData).off("end", this.onEnd);
  }

  /** As {@link RequestBody.isTooSlow}. */
  isTooSlow(nowMs: number, graceMs: number, minBytesPerSecond: number): boolean {
    return this.body?.isTooSlow(nowMs, graceMs, minBytesPerSecond) === true;
  }
}
