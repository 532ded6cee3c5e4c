import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { type AddressCache, BlockedAddress } from "./address-cache.ts";
import { type ReadTaker, readInto, takeEmitted } from "./read-bytes.ts";
import type { UpstreamFailureKind } from "./upstream-failure.ts";
import type { OriginOptions } from "./upstream-origin.ts";

/** Takes the outcome of dialling, one of the two unless cancelled before, and then what the connection reads. */
export interface DialHandler extends ReadTaker {
  onOpen(socket: Socket): void;
  onDialFailure(kind: UpstreamFailureKind, detail: string): void;
}

/** Opens one connection to an origin: resolves its name, tries its addresses in turn, verifies TLS against the name. */
export class Dialer {
  private readonly options: OriginOptions;
  private readonly handler: DialHandler;
  private socket: Socket | null = null;
  private isCancelled = false;

  constructor(options: OriginOptions, handler: DialHandler) {
    this.options = options;
    this.handler = handler;
  }

  dial(addresses: AddressCache): void {
    addresses.resolve(this.options.host, (error, found) => {
      if (this.isCancelled) return;
      if (error instanceof BlockedAddress) this.handler.onDialFailure("blocked", error.message);
      else if (error !== null) this.handler.onDialFailure("dns", error.message);
      else this.tryAddress(found, 0);
    });
  }

  cancel(): void {
    this.isCancelled = true;
    this.socket?.destroy();
  }

  private tryAddress(addresses: readonly string[], index: number): void {
    const hasTls = this.options.tls !== null;
    const socket = this.connect(addresses[index] ?? "");
    let isTcpOpen = false;
    const onError = (error: Error) => {
      if (this.isCancelled) return;
      if (index + 1 < addresses.length) this.tryAddress(addresses, index + 1);
      else this.handler.onDialFailure(isTcpOpen && hasTls ? "tls" : "refused", error.message);
    };
    this.socket = socket;
    socket.setNoDelay(true);
    socket.on("error", onError);
    socket.once("connect", () => {
      isTcpOpen = true;
    });
    socket.once(hasTls ? "secureConnect" : "connect", () => {
      if (!this.isCancelled) this.handler.onOpen(socket.off("error", onError));
    });
  }

  private connect(address: string): Socket {
    const { host, port, tls } = this.options;
    if (tls === null) return connectTcp({ host: address, port, onread: readInto(this.handler) });
    const name = isIP(host) === 0 ? { servername: tls.servername ?? host } : {};
    const socket = connectTls({ host: address, port, ALPNProtocols: ["http/1.1"], ...tls, ...name });
    takeEmitted(socket, this.handler);
    return socket;
  }
}
