import { createHash } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { TestContext } from "node:test";

/** What RFC 6455 §1.3 appends to the key of a handshake. */
const acceptSuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/** One connection of a WebSocket server that knows frames of up to 125 bytes. */
export class BackendSocket {
  readonly request: IncomingMessage;
  readonly socket: Socket;
  /** `opcode:payload` of each frame that came, the payload of close frames as its status. */
  readonly frames: string[] = [];
  isClosed = false;
  #rest = Buffer.alloc(0);

  constructor(request: IncomingMessage, socket: Socket, onText: (text: string, from: BackendSocket) => void) {
    this.request = request;
    this.socket = socket;
    socket.on("error", () => {});
    socket.on("close", () => {
      this.isClosed = true;
    });
    socket.on("data", (data: Buffer) => {
      this.#rest = Buffer.concat([this.#rest, data]);
      for (let frame = this.#next(); frame !== undefined; frame = this.#next()) {
        if (frame.opcode === 8) {
          this.frames.push(`8:${frame.payload.length < 2 ? "" : frame.payload.readUInt16BE(0)}`);
          const status = frame.payload.subarray(0, 2);
          socket.end(Buffer.from([0x88, status.length, ...status]));
        } else {
          this.frames.push(`${frame.opcode}:${frame.payload}`);
          onText(frame.payload.toString(), this);
        }
      }
    });
  }

  send(text: string): void {
    this.socket.write(Buffer.from([0x81, text.length, ...Buffer.from(text)]));
  }

  #next(): { readonly opcode: number; readonly payload: Buffer } | undefined {
    const length = (this.#rest[1] ?? 0) & 0x7f;
    const end = 6 + length;
    if (this.#rest.length < end) return undefined;
    const mask = this.#rest.subarray(2, 6);
    const payload = Buffer.from(this.#rest.subarray(6, end).map((byte, index) => byte ^ (mask[index % 4] ?? 0)));
    const opcode = (this.#rest[0] ?? 0) & 0x0f;
    this.#rest = this.#rest.subarray(end);
    return { opcode, payload };
  }
}

/** A WebSocket server that echoes text, on a free port; it stops when the test ends. */
export async function startWebSocketBackend(
  t: TestContext,
  onText = (text: string, from: BackendSocket) => from.send(`echo ${text}`),
): Promise<{ readonly port: number; readonly sockets: BackendSocket[] }> {
  const sockets: BackendSocket[] = [];
  const server = createServer((_, response) => response.writeHead(400).end("not an upgrade"));
  server.on("upgrade", (request: IncomingMessage, socket: Socket) => {
    const accept = createHash("sha1").update(`${request.headers["sec-websocket-key"]}${acceptSuffix}`).digest("base64");
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    sockets.push(new BackendSocket(request, socket, onText));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.close();
    for (const { socket } of sockets) socket.destroy();
  });
  return { port: (server.address() as AddressInfo).port, sockets };
}
