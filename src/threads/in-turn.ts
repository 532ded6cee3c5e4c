import type { LogSink } from "../observability/log-sink.ts";

/** A sink several may write to at once: batches follow one another, so that no line is torn. Without one, lines go nowhere. */
export function inTurn(sink: LogSink | undefined): Pick<LogSink, "write"> {
  let last: Promise<unknown> = Promise.resolve();
  return {
    write(lines) {
      const written = last.then(() => sink?.write(lines));
      last = written.catch(() => {});
      return written;
    },
  };
}
