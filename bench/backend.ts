// The backend every gateway forwards to, as a process of its own: `node bench/backend.ts PORT`. It reads the socket
// itself, so that the load machine spends its time on the gateway and not behind it.
import { createServer, type Socket } from "node:net";

/** Sizes of the two answers; any path that contains `/large` gets the second one. */
export const smallAnswerBytes = 100;
export const largeAnswerBytes = 65_536;

/** Answered with the number of calls served so far, itself not among them. */
export const countPath = "/-/count";

const small = answer(smallAnswerBytes);
const large = answer(largeAnswerBytes);
let served = 0;

function answer(bytes: number): Buffer {
  return respond(`{"filler":"${"x".repeat(bytes - 13)}"}`);
}

function respond(body: string): Buffer {
  return Buffer.from(
    `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: keep-alive\r\n\r\n${body}`,
  );
}

/** Gateways do not pipeline towards a backend: one call at a time is all a connection carries. */
function serve(socket: Socket): void {
  let head = "";
  let pending: Buffer | null = null;
  let bodyBytesLeft = 0;
  let isChunked = false;
  socket.on("error", () => socket.destroy());
  socket.on("data", (chunk: Buffer) => {
    if (pending !== null) readBody(chunk);
    else readHead(chunk);
  });

  function readHead(chunk: Buffer): void {
    head += chunk.toString("latin1");
    const end = head.indexOf("\r\n\r\n");
    if (end < 0) return;
    const bodySoFar = head.length - end - 4;
    const lineEnd = head.indexOf("\r\n");
    const target = head.slice(0, lineEnd);
    const hasBody = !target.startsWith("GET ");
    bodyBytesLeft = hasBody ? Number(/\r\ncontent-length: *([0-9]+)/i.exec(head)?.[1] ?? 0) : 0;
    isChunked = hasBody && /\r\ntransfer-encoding: *chunked/i.test(head.slice(0, end + 2));
    head = "";
    if (target.includes(countPath)) return void socket.write(respond(String(served)));
    pending = target.includes("/large") ? large : small;
    readBody(chunk.subarray(chunk.length - bodySoFar));
  }

  function readBody(chunk: Buffer): void {
    if (isChunked) {
      if (!chunk.subarray(-5).equals(lastChunk)) return;
    } else {
      bodyBytesLeft -= chunk.length;
      if (bodyBytesLeft > 0) return;
    }
    served++;
    if (pending !== null) socket.write(pending);
    pending = null;
  }
}

const lastChunk = Buffer.from("0\r\n\r\n");

if (import.meta.main) createServer({ noDelay: true }, serve).listen(Number(process.argv[2]), "127.0.0.1", 4096);
