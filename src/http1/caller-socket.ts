import { type Server, Socket, type SocketConstructorOpts } from "node:net";
import { kept, type ReadTaker, readInto, takeEmitted } from "./read-bytes.ts";

/** The socket of a caller, and who takes what is read from it, which may change. */
export class CallerSocket implements ReadTaker {
  readonly socket: Socket;
  private taker: ReadTaker | null = null;
  private untaken: Buffer[] = [];

  private constructor(makeSocket: (taker: ReadTaker) => Socket) {
    this.socket = makeSocket(this);
  }

  /** Any connected socket. */
  static of(socket: Socket): CallerSocket {
    return new CallerSocket((taker) => {
      takeEmitted(socket, taker);
      return socket;
    });
  }

  /** What a listener has accepted. */
  static ofHandle(handle: ClientHandle): CallerSocket {
    return new CallerSocket((taker) => {
      // That sockets are made from handles is not in Node's types either.
      const options = { handle, allowHalfOpen: true, onread: readInto(taker) } as unknown as SocketConstructorOpts;
      return new Socket(options).resume();
    });
  }

  /** Who takes data from now on, in order. Null: they are kept for the next. */
  receive(taker: ReadTaker | null): void {
    this.taker = taker;
    for (const data of this.untaken.splice(0)) this.onData(data);
  }

  recognise(length: number): boolean {
    return this.taker?.recognise(length) === true;
  }

  onData(data: Buffer): void {
    if (this.taker === null) this.untaken.push(kept(data));
    else this.taker.onData(data);
  }
}

/** An accepted connection before there is a socket for it. */
interface ClientHandle {
  setNoDelay(isOn: boolean): void;
}

/** What listens, as far as it is used here: the part of Node's servers that they do not show. */
interface ListenerHandle {
  onconnection(status: number, client: ClientHandle | undefined): void;
}

/**
 * Has everything a listener accepts read into one buffer, of which each piece is copied in its own size. Node's servers allocate
 * 64 KiB for every read and give back what was not needed; they offer the other way (`onread`) only for sockets that connect.
 * A Node that keeps its listeners differently emits `connection` as ever.
 */
export function takeAccepted(listener: Server, onConnection: (caller: CallerSocket) => void): void {
  const { _handle: handle } = listener as Partial<{ readonly _handle: ListenerHandle | null }>;
  if (typeof handle?.onconnection !== "function") return;
  const { onconnection } = handle;
  handle.onconnection = (status, client) => {
    if (status !== 0 || client === undefined) {
      onconnection.call(handle, status, client);
      return;
    }
    client.setNoDelay(true);
    onConnection(CallerSocket.ofHandle(client));
  };
}
