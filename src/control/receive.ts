import type { IncomingMessage } from "node:http";
import { maxBodyBytes, type ReceivedRequest } from "./request.ts";

/** A client that uploads far past the limit is cut off; up to here it is read to its end so that it sees the answer. */
const maxDiscardedBytes = 64 * 1024 * 1024;

/** Reads a request to its end. Rejects when the client goes away, or sends more than could be excused. */
export async function receive(message: IncomingMessage): Promise<ReceivedRequest> {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(message.headers)) {
    headers.set(name, Array.isArray(value) ? value.join(", ") : (value ?? ""));
  }
  return { method: message.method ?? "", target: message.url ?? "", headers, body: await readBody(message) };
}

async function readBody(message: IncomingMessage): Promise<Buffer | null> {
  let chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxDiscardedBytes) throw new Error("request body far too large");
    if (size <= maxBodyBytes) chunks.push(chunk);
    else chunks = [];
  }
  return size <= maxBodyBytes ? Buffer.concat(chunks) : null;
}
