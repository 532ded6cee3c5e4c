import { type Server, Socket, type SocketConstructorOpts } from "node:net";
import { kept, readInto } from "./read-bytes.ts";

/** The socket of a caller, and who takes what is read from it, which may change. */
export class CallerSocket {
  readonly socket: Socket;
  private onData: ((data: Buffer) => void) | null = null;
  private untaken: Buffer[] = [];

  private constructor(makeSocket: (deliver: (data: Buffer) => void) => Socket) {
    this.socket = makeSocket((data) => this.deliver(data));
  }

  /** Any connected socket. */
  static of(socket: Socket): CallerSocket {
    return new CallerSocket((deliver) => socket.on("data", deliver));
  }

  /** What a listener has accepted. */
  static ofHandle(handle: ClientHandle): CallerSocket {
    return new CallerSocket((deliver) => {
      // That sockets are made from handles is not in Node's types either.
      const options = { handle, allowHalfOpen: true, onread: readInto(deliver) } as unknown as SocketConstructorOpts;
      return new Socket(options).resume();
    });
  }

  /** Where data go from now on, in order. As `readInto` says, they have to be used at once, or kept. Null: they are kept for the next. */
  receive(onData: ((data: Buffer) => void) | null): void {
    this.onData = onData;
    for (const data of this.untaken.splice(0)) this.deliver(data);
  }

  deliver(data: Buffer): void {
    if (this.onData === null) this.untaken.push(kept(data));
    else this.onData(data);
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
