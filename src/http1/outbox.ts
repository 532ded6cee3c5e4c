import type { Socket } from "node:net";
import { type Departure, turn } from "./turn.ts";

/**
 * Up to this many bytes one latin1 write is cheaper than handing the kernel several pieces: Node copies strings below
 * 16 KiB into a buffer on the stack and writes at once.
 */
const MAX_JOINED_BYTES = 12_288;

/** What is written to a socket, in order: whole small messages at the end of the turn, parts of larger ones at once. */
export class Outbox implements Departure {
  private readonly socket: Socket;
  private gathered = "";

  constructor(socket: Socket) {
    this.socket = socket;
  }

  /** Writes latin1 text at the end of the turn. */
  add(text: string): void {
    if (this.gathered === "") turn.sendLater(this);
    this.gathered += text;
    if (this.gathered.length > MAX_JOINED_BYTES) this.flush();
  }

  /** The same for a message with a body. */
  addMessage(head: string, body: Buffer): void {
    if (body.length === 0) this.add(head);
    else if (head.length + body.length <= MAX_JOINED_BYTES) this.add(head + body.toString("latin1"));
    else this.write(head, body, "");
  }

  /** Writes `before`, `data`, `after` as one message to the kernel. False: the peer is slower than we are, wait for drain. */
  write(before: string, data: Buffer, after: string): boolean {
    const { socket } = this;
    this.flush();
    const length = before.length + data.length + after.length;
    if (length <= MAX_JOINED_BYTES) {
      if (data.length === 0) return socket.write(before + after, "latin1");
      return socket.write(before + data.toString("latin1") + after, "latin1");
    }
    socket.cork();
    if (before !== "") socket.write(before, "latin1");
    let hasRoom = socket.write(data);
    if (after !== "") hasRoom = socket.write(after, "latin1");
    socket.uncork();
    return hasRoom;
  }

  /** Writes at once what was to wait. */
  flush(): void {
    if (this.gathered === "") return;
    const text = this.gathered;
    this.gathered = "";
    this.socket.write(text, "latin1");
  }

  /** The socket is gone. */
  drop(): void {
    this.gathered = "";
  }
}
