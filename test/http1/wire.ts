import { type AddressInfo, connect, type Server, type Socket } from "node:net";
import type { HttpServer } from "../../src/http1/server.ts";

export function portOf(server: HttpServer | Server): number {
  const listener = "listener" in server ? server.listener : server;
  return (listener.address() as AddressInfo).port;
}

/** Sends latin1 text, closes the sending side and answers all that comes back until the end. */
export function exchangeBytes(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1");
    socket.on("data", (data) => {
      answer += data.toString("latin1");
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(answer));
    socket.end(text, "latin1");
  });
}

/** Status codes of the answers in a transcript, interim ones included. */
export function statusesOf(transcript: string): number[] {
  return Array.from(transcript.matchAll(/HTTP\/1\.1 (\d{3}) /g), (match) => Number(match[1]));
}

/** A client whose every step can be waited for. */
export class WireClient {
  received = "";
  isEnded = false;
  readonly socket: Socket;
  private readonly watchers = new Set<() => void>();

  constructor(port: number) {
    this.socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    this.socket.on("data", (data) => {
      this.received += data.toString("latin1");
      this.wake();
    });
    this.socket.on("error", () => {});
    for (const event of ["end", "close"]) {
      this.socket.on(event, () => {
        this.isEnded = true;
        this.wake();
      });
    }
  }

  send(text: string): this {
    this.socket.write(text, "latin1");
    return this;
  }

  /** Resolves once `text` has come, fails if the connection ends without it. */
  receives(text: string): Promise<void> {
    return this.until(
      () => this.received.includes(text),
      () => !this.isEnded || this.received.includes(text),
    );
  }

  /** Resolves once all that was received matches. */
  matches(pattern: RegExp): Promise<void> {
    return this.until(
      () => pattern.test(this.received),
      () => !this.isEnded || pattern.test(this.received),
    );
  }

  /** Resolves with everything received once the server has closed. */
  async ends(): Promise<string> {
    await this.until(() => this.isEnded);
    return this.received;
  }

  close(): void {
    this.socket.destroy();
  }

  private wake(): void {
    for (const watcher of this.watchers) watcher();
  }

  private until(isMet: () => boolean, isPossible = () => true): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = () => {
        if (isMet()) resolve();
        else if (!isPossible()) reject(new Error(`connection ended after ${JSON.stringify(this.received)}`));
        else return;
        this.watchers.delete(check);
      };
      this.watchers.add(check);
      check();
    });
  }
}
