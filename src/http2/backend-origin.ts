import { type ClientHttp2Session, connect as connectHttp2 } from "node:http2";
import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls, TLSSocket } from "node:tls";
import { type AddressCache, BlockedAddress } from "../http1/address-cache.ts";
import { UpstreamFailure } from "../http1/upstream-failure.ts";

interface Http2OriginOptions {
  readonly host: string;
  readonly port: number;
  readonly isEncrypted: boolean;
  /** An unused connection is closed after this time. */
  readonly keepAliveMs: number;
}

/** Beyond this many connections, calls share those there are, waiting for streams to end if they must. */
const MAX_SESSIONS = 16;
/** Until a backend has said how many streams it takes (RFC 9113 §6.5.2). */
const ASSUMED_STREAMS = 100;

/** A connection to a backend and how many calls it carries. */
export interface Carrier {
  readonly session: ClientHttp2Session;
  calls: number;
  /** The backend takes no more calls on it. */
  isLeaving: boolean;
}

/** One backend that speaks HTTP/2: a few connections, each for as many calls at once as the backend takes. */
export class Http2Origin {
  readonly #options: Http2OriginOptions;
  readonly #addresses: AddressCache;
  readonly #carriers = new Set<Carrier>();
  #opening: Promise<Carrier | UpstreamFailure> | null = null;

  constructor(options: Http2OriginOptions, addresses: AddressCache) {
    this.#options = options;
    this.#addresses = addresses;
  }

  get connectionCount(): number {
    return this.#carriers.size;
  }

  /** A connection for one call, which must be given back with `release`; or why there is none. Never rejects. */
  async take(connectMs: number): Promise<Carrier | UpstreamFailure> {
    let carrier: Carrier | UpstreamFailure | undefined = this.#leastBusy();
    if (carrier === undefined || (isFull(carrier) && this.#carriers.size < MAX_SESSIONS)) {
      this.#opening ??= this.#open(connectMs).finally(() => {
        this.#opening = null;
      });
      carrier = await this.#opening;
    }
    if (!(carrier instanceof UpstreamFailure)) carrier.calls++;
    return carrier;
  }

  release(carrier: Carrier): void {
    carrier.calls--;
  }

  close(): void {
    for (const { session } of this.#carriers) session.destroy();
  }

  #leastBusy(): Carrier | undefined {
    let found: Carrier | undefined;
    for (const carrier of this.#carriers) {
      if (carrier.isLeaving || carrier.session.closed) continue;
      if (found === undefined || carrier.calls < found.calls) found = carrier;
    }
    return found;
  }

  async #open(connectMs: number): Promise<Carrier | UpstreamFailure> {
    const deadline = performance.now() + connectMs;
    const found = await this.#resolve();
    if (found instanceof UpstreamFailure) return found;
    let failure = new UpstreamFailure("refused", "no address");
    for (const address of found) {
      const socket = await this.#dial(address, Math.max(1, deadline - performance.now()));
      if (!(socket instanceof UpstreamFailure)) return this.#carry(socket);
      failure = socket;
    }
    return failure;
  }

  #resolve(): Promise<readonly string[] | UpstreamFailure> {
    return new Promise((resolve) => {
      this.#addresses.resolve(this.#options.host, (error, found) => {
        if (error === null) resolve(found);
        else resolve(new UpstreamFailure(error instanceof BlockedAddress ? "blocked" : "dns", error.message));
      });
    });
  }

  #dial(address: string, timeoutMs: number): Promise<Socket | UpstreamFailure> {
    const { host, port, isEncrypted } = this.#options;
    return new Promise((resolve) => {
      const servername = isIP(host) === 0 ? { servername: host } : {};
      const socket = isEncrypted
        ? connectTls({ host: address, port, ALPNProtocols: ["h2"], ...servername })
        : connectTcp({ host: address, port });
      const fail = (failure: UpstreamFailure) => {
        clearTimeout(timer);
        socket.destroy();
        resolve(failure);
      };
      const timer = setTimeout(() => fail(new UpstreamFailure("connect-timeout", "no connection in time")), timeoutMs);
      socket.setNoDelay(true);
      socket.on("error", (error) => fail(new UpstreamFailure(isEncrypted ? "tls" : "refused", error.message)));
      socket.once(isEncrypted ? "secureConnect" : "connect", () => {
        if (socket instanceof TLSSocket && socket.alpnProtocol !== "h2") {
          fail(new UpstreamFailure("tls", "the backend does not speak HTTP/2"));
          return;
        }
        clearTimeout(timer);
        resolve(socket);
      });
    });
  }

  #carry(socket: Socket): Carrier {
    const { host, isEncrypted, keepAliveMs } = this.#options;
    const session = connectHttp2(`${isEncrypted ? "https" : "http"}://${host}`, {
      createConnection: () => socket,
      settings: { enablePush: false },
    });
    const carrier: Carrier = { session, calls: 0, isLeaving: false };
    session.on("error", () => {}); // "close" always follows
    session.on("close", () => this.#carriers.delete(carrier));
    session.on("goaway", () => {
      carrier.isLeaving = true;
    });
    session.setTimeout(keepAliveMs, () => {
      if (carrier.calls === 0) session.close();
    });
    this.#carriers.add(carrier);
    return carrier;
  }
}

function isFull({ session, calls }: Carrier): boolean {
  return calls >= Math.min(session.remoteSettings?.maxConcurrentStreams ?? ASSUMED_STREAMS, 2 ** 31);
}
