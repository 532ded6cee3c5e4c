// Callers that hold connections open and behave in one of the ways below: a process of its own, forked with settings as JSON.
// It answers each message with how many of its connections are still open.
import { connect, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

export const behaviours = {
  idle: "one call each, then nothing",
  silent: "never send a byte",
  "slow-heads": "a line of the head each second",
  "slow-bodies": "a byte of the body each second, half of them after 20 KB",
  "stalled-readers": "ten calls with 64 KB answers that are never read",
  "endless-heads": "fields without end, as fast as they are taken",
  "endless-chunks": "a chunk of one byte each second, without end",
} as const;

export type Behaviour = keyof typeof behaviours;

export interface PeerSettings {
  readonly behaviour: Behaviour;
  readonly port: number;
  readonly host: string;
  readonly connections: number;
}

const DRIP_MS = 1_000;
const PAUSE_MS = 100;

/** 500 connections a second; fewer where each brings calls with it, which must not become the load that is measured. */
function openedAtOnce(behaviour: Behaviour): number {
  return behaviour === "stalled-readers" ? 15 : 50;
}

class Peers {
  readonly #settings: PeerSettings;
  readonly #sockets = new Set<Socket>();

  constructor(settings: PeerSettings) {
    this.#settings = settings;
  }

  get openCount(): number {
    return this.#sockets.size;
  }

  async open(): Promise<void> {
    const { behaviour, connections } = this.#settings;
    const most = openedAtOnce(behaviour);
    for (let opened = 0; opened < connections; opened += most) {
      const count = Math.min(most, connections - opened);
      await Promise.all([
        wait(PAUSE_MS),
        ...Array.from({ length: count }, (_, index) => this.#openOne(opened + index)),
      ]);
    }
    this.#drip();
  }

  #openOne(index: number): Promise<void> {
    return new Promise((resolve) => {
      const { behaviour, port } = this.#settings;
      const socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => {
        this.#begin(socket, index);
        if (behaviour !== "idle") resolve();
      });
      this.#sockets.add(socket);
      if (behaviour === "stalled-readers") socket.pause();
      else socket.on("data", () => resolve());
      socket.on("error", () => {});
      socket.on("close", () => {
        this.#sockets.delete(socket);
        resolve();
      });
    });
  }

  #begin(socket: Socket, index: number): void {
    const host = `Host: ${this.#settings.host}\r\n`;
    const get = (path: string) => `GET /release${path} HTTP/1.1\r\n${host}\r\n`;
    const post = (lines: string) => `POST /release/small HTTP/1.1\r\n${host}${lines}\r\n`;
    switch (this.#settings.behaviour) {
      case "idle":
        socket.write(get("/small"));
        break;
      case "slow-heads":
        socket.write(`GET /release/small HTTP/1.1\r\n${host}`);
        break;
      case "slow-bodies":
        socket.write(post("Content-Length: 1000000\r\n") + "x".repeat(index % 2 === 0 ? 1 : 20_000));
        break;
      case "stalled-readers":
        socket.write(get("/large").repeat(10));
        break;
      case "endless-heads":
        socket.write(`GET /release/small HTTP/1.1\r\n${host}`);
        this.#pump(socket, `X-Field: ${"x".repeat(1000)}\r\n`);
        break;
      case "endless-chunks":
        socket.write(post("Transfer-Encoding: chunked\r\n"));
        break;
      case "silent":
        break;
    }
  }

  #pump(socket: Socket, text: string): void {
    const pump = () => {
      while (!socket.destroyed && socket.write(text));
    };
    socket.on("drain", pump);
    pump();
  }

  /** A part of them at each tick, so that each has its turn once a second. */
  #drip(): void {
    const drops = new Map<Behaviour, string>([
      ["slow-heads", "X: y\r\n"],
      ["slow-bodies", "x"],
      ["endless-chunks", "1\r\nx\r\n"],
    ]);
    const drop = drops.get(this.#settings.behaviour);
    if (drop === undefined) return;
    let turn = 0;
    setInterval(() => {
      turn++;
      let index = 0;
      for (const socket of this.#sockets) if ((index++ + turn) % 20 === 0 && !socket.destroyed) socket.write(drop);
    }, DRIP_MS / 20);
  }
}

if (import.meta.main) {
  const peers = new Peers(JSON.parse(process.argv[2] ?? "") as PeerSettings);
  await peers.open();
  process.on("message", () => process.send?.(peers.openCount));
  process.send?.(peers.openCount);
}
