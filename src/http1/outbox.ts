import type { Socket } from "node:net";
import { type Departure, turn } from "./turn.ts";
import { writeJoined } from "./write-joined.ts";

/**
 * Up to this many bytes one latin1 write is cheaper than handing the kernel several pieces: Node copies strings below
 * 16 KiB into a buffer on the stack and writes at once.
 */
const MAX_TEXT_BYTES = 12_288;

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
    if (this.gathered.length > MAX_TEXT_BYTES) this.flush();
  }

  /** The same for a message with a body. */
  addMessage(head: string, body: Buffer): void {
    if (body.length === 0) this.add(head);
    else if (head.length + body.length <= MAX_TEXT_BYTES) this.add(head + body.toString("latin1"));
    else this.write(head, body, "");
  }

  /**
   * Writes at once, in one piece: what was to wait, `before`, `data` and `after`. `data` may be used again when it returns. False: the
   * peer is slower than we are, wait for drain.
   */
  write(before: string, data: Buffer, after: string): boolean {
    const { socket } = this;
    const first = this.gathered + before;
    this.gathered = "";
    if (first.length + data.length + after.length > MAX_TEXT_BYTES) return writeJoined(socket, first, data, after);
    if (data.length === 0) return socket.write(first + after, "latin1");
    return socket.write(first + data.toString("latin1") + after, "latin1");
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
