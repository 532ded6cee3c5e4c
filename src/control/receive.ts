import type { IncomingMessage } from "node:http";
import { maxBodyBytes, type ReceivedRequest } from "./request.ts";

/** A client that uploads far past the limit is cut off; up to here it is read to its end so that it sees the answer. */
const maxDiscardedBytes = 64 * 1024 * 1024;
/** Large bodies being read at one time, together: who sends them is not known yet, and must not fill the memory. */
const maxBufferedBytes = 256 * 1024 * 1024;
/** The part of a body that is always taken, so that ordinary calls pass while others upload. */
const ordinaryBodyBytes = 64 * 1024;

/** Reads a request to its end. Rejects when it cannot be: the client went away, or sent more than could be excused. */
export type Receive = (message: IncomingMessage) => Promise<ReceivedRequest>;

export function createReceive(bufferLimit = maxBufferedBytes): Receive {
  let buffered = 0;

  async function readBody(message: IncomingMessage): Promise<Buffer | null> {
    const chunks: Buffer[] = [];
    let size = 0;
    let reserved = 0;
    try {
      for await (const chunk of message as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > maxDiscardedBytes) throw new Error("request body far too large");
        if (size > maxBodyBytes) chunks.length = 0;
        else chunks.push(chunk);
        const needed = size > maxBodyBytes ? 0 : Math.max(0, size - ordinaryBodyBytes);
        buffered -= reserved;
        // Nothing is held while one is refused, so it takes no other upload with it.
        reserved = 0;
        if (buffered + needed > bufferLimit) throw new Error("too many large request bodies at a time");
        buffered += needed;
        reserved = needed;
      }
      return size > maxBodyBytes ? null : Buffer.concat(chunks);
    } finally {
      buffered -= reserved;
    }
  }

  return async (message) => ({
    method: message.method ?? "",
    target: message.url ?? "",
    headers: readHeaders(message),
    body: await readBody(message),
  });
}

function readHeaders(message: IncomingMessage): Map<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(message.headers)) {
    headers.set(name, Array.isArray(value) ? value.join(", ") : (value ?? ""));
  }
  return headers;
}
