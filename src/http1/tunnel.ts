import type { Socket } from "node:net";

/** One end of an upgraded connection, paused. */
export interface Tunnel {
  readonly socket: Socket;
  /** What came after the head that upgraded it. */
  readonly head: Buffer;
  /** Where what is read goes from now on; the socket's own `data` event need not fire. */
  receive(onData: (data: Buffer) => void): void;
}

/** Told what passes through joined connections. */
export interface TunnelObserver {
  /** Called once the data are on their way to the other side. */
  onCallerData(data: Buffer): void;
  onBackendData(data: Buffer): void;
  /** Both connections are gone or going. Called once. */
  onClosed(): void;
}

/** Two upgraded connections as one: bytes pass both ways unread, no faster than the slower side reads, until either side ends. */
export class JoinedTunnels {
  private readonly caller: Tunnel;
  private readonly backend: Tunnel;
  private readonly observer: TunnelObserver;
  private isFinishing = false;
  private isClosed = false;

  constructor(caller: Tunnel, backend: Tunnel, observer: TunnelObserver) {
    this.caller = caller;
    this.backend = backend;
    this.observer = observer;
  }

  start(): void {
    const { caller, backend, observer } = this;
    this.pass(caller, backend.socket, (data) => observer.onCallerData(data));
    this.pass(backend, caller.socket, (data) => observer.onBackendData(data));
    for (const { socket } of [caller, backend]) {
      socket.on("end", this.onEnd).on("error", this.onEnd).on("close", this.onEnd);
      socket.resume();
    }
  }

  /** Sends each side its last bytes and lets it close; what still arrives is dropped. */
  finish(toCaller: Buffer, toBackend: Buffer): void {
    if (this.isFinishing || this.isClosed) return;
    this.isFinishing = true;
    this.caller.socket.end(toCaller);
    this.backend.socket.end(toBackend);
    // One of them may have been waiting for the other to read.
    this.caller.socket.resume();
    this.backend.socket.resume();
  }

  /** Ends both at once. */
  destroy(): void {
    this.caller.socket.destroy();
    this.backend.socket.destroy();
    this.close();
  }

  private pass(from: Tunnel, to: Socket, onPassed: (data: Buffer) => void): void {
    const take = (data: Buffer) => {
      if (this.isFinishing) return;
      if (!to.write(data)) from.socket.pause();
      onPassed(data);
    };
    if (from.head.length > 0) take(from.head);
    from.receive(take);
    to.on("drain", () => from.socket.resume());
  }

  private readonly onEnd = (): void => {
    this.caller.socket.destroySoon();
    this.backend.socket.destroySoon();
    this.close();
  };

  private close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.observer.onClosed();
  }
}
