import { connect as connectTls, type TLSSocket } from "node:tls";

/** Frame types and flags of RFC 9113 §6. */
export const DATA = 0;
export const HEADERS = 1;
export const RST_STREAM = 3;
export const SETTINGS = 4;
export const PING = 6;
export const GOAWAY = 7;
export const WINDOW_UPDATE = 8;
export const CONTINUATION = 9;
export const END_STREAM = 1;
export const ACK = 1;
export const END_HEADERS = 4;

export interface Frame {
  readonly type: number;
  readonly flags: number;
  readonly stream: number;
  readonly payload: Buffer;
}

export function frame(type: number, flags: number, stream: number, payload: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head.writeUInt8(type, 3);
  head.writeUInt8(flags, 4);
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
}

/** A field section in HPACK, every field as a literal without indexing (RFC 7541 §6.2.2): any bytes can be sent. */
export function fieldSection(fields: readonly (readonly [string, string])[]): Buffer {
  return Buffer.concat(fields.flatMap(([name, value]) => [Buffer.from([0]), literal(name), literal(value)]));
}

function literal(text: string): Buffer {
  const bytes = Buffer.from(text, "latin1");
  const prefix = bytes.length < 127 ? [bytes.length] : [127, ...integer(bytes.length - 127)];
  return Buffer.concat([Buffer.from(prefix), bytes]);
}

function integer(rest: number): number[] {
  return rest < 128 ? [rest] : [(rest % 128) + 128, ...integer(Math.floor(rest / 128))];
}

export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** A caller that writes frames of its own making, right or wrong. */
export class FrameClient {
  readonly socket: TLSSocket;
  readonly frames: Frame[] = [];
  isClosed = false;
  #rest = Buffer.alloc(0);

  constructor(port: number) {
    this.socket = connectTls({ host: "127.0.0.1", port, ALPNProtocols: ["h2"], rejectUnauthorized: false });
    this.socket.on("error", () => {});
    this.socket.on("close", () => {
      this.isClosed = true;
    });
    this.socket.on("data", (data: Buffer) => this.#take(data));
    this.send(Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), frame(SETTINGS, 0, 0));
  }

  send(...frames: readonly Buffer[]): this {
    this.socket.write(Buffer.concat(frames));
    return this;
  }

  /** A request's head in one frame. */
  request(stream: number, fields: readonly (readonly [string, string])[], flags = END_STREAM): this {
    return this.send(frame(HEADERS, END_HEADERS | flags, stream, fieldSection(fields)));
  }

  framesOf(type: number, stream?: number): readonly Frame[] {
    return this.frames.filter((got) => got.type === type && (stream === undefined || got.stream === stream));
  }

  /** What the last GOAWAY gives as its reason; -1 without one. */
  get goawayCode(): number {
    return this.framesOf(GOAWAY).at(-1)?.payload.readUInt32BE(4) ?? -1;
  }

  /** Whether the stream was reset or answered. */
  isDone(stream: number): boolean {
    return this.frames.some(
      (got) =>
        got.stream === stream && (got.type === RST_STREAM || (got.type < SETTINGS && (got.flags & END_STREAM) !== 0)),
    );
  }

  #take(data: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, data]);
    while (this.#rest.length >= 9) {
      const length = this.#rest.readUIntBE(0, 3);
      if (this.#rest.length < 9 + length) return;
      const payload = this.#rest.subarray(9, 9 + length);
      this.frames.push({
        type: this.#rest.readUInt8(3),
        flags: this.#rest.readUInt8(4),
        stream: this.#rest.readUInt32BE(5),
        payload,
      });
      this.#rest = this.#rest.subarray(9 + length);
    }
  }
}
