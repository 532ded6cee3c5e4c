import type { Socket } from "node:net";
import type { CallerSocket } from "./caller-socket.ts";
import type { Deadlined } from "./deadline-sweeper.ts";
import type { ReadTaker } from "./read-bytes.ts";
import type { HttpServer } from "./server.ts";

/**
 * Closes a connection in two steps: our side now, the rest when the peer has closed too or its time is up. Closing at
 * once with unread input would make the kernel send a reset, which can destroy the answer on its way (RFC 9112 §9.6).
 */
export class LingeringClose implements Deadlined, ReadTaker {
  private readonly server: HttpServer;
  private readonly socket: Socket;
  private readonly sinceMs: number;
  private readonly maxBytes: number;
  private droppedBytes = 0;

  constructor(server: HttpServer, caller: CallerSocket, maxBytes: number) {
    const { socket } = caller;
    this.server = server;
    this.socket = socket;
    this.sinceMs = server.nowMs;
    this.maxBytes = maxBytes;
    caller.receive(this);
    socket.on("end", () => socket.destroySoon());
    socket.on("close", () => server.forget(this));
    socket.end();
    socket.resume();
  }

  recognise(): boolean {
    return false;
  }

  onData(data: Buffer): void {
    this.droppedBytes += data.length;
    if (this.droppedBytes > this.maxBytes) this.socket.destroy();
  }

  cut(): void {
    this.socket.destroy();
  }

  sweep(nowMs: number): void {
    if (nowMs - this.sinceMs > this.server.options.lingerMs) this.socket.destroy();
  }
}
