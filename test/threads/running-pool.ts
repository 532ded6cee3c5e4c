import { connect, type Socket } from "node:net";
import type { TestContext } from "node:test";
import { systemClock } from "../../src/gateway/clock.ts";
import { Quotas } from "../../src/gateway/limits/quotas.ts";
import { rateCounterMemory } from "../../src/gateway/limits/rate-counters.ts";
import { windowMemory } from "../../src/gateway/limits/shared-windows.ts";
import { defaultGatewaySettings } from "../../src/gateway/settings.ts";
import type { SnapshotDelta, SnapshotSource } from "../../src/snapshot/delta.ts";
import { WorkerPool, type WorkerPoolOptions } from "../../src/threads/worker-pool.ts";
import { MemoryLedger } from "../gateway/ledger.ts";

/** Hands out a state that stands still until a step is added. */
export class StateSource implements SnapshotSource {
  readonly #subscribers = new Set<(delta: SnapshotDelta) => void>();
  readonly #complete: () => SnapshotDelta;

  /** `complete` is the state at the moment somebody joins. */
  constructor(complete: () => SnapshotDelta) {
    this.#complete = complete;
  }

  async subscribe(apply: (delta: SnapshotDelta) => void): Promise<() => void> {
    apply(this.#complete());
    this.#subscribers.add(apply);
    return () => this.#subscribers.delete(apply);
  }

  step(delta: SnapshotDelta): void {
    for (const apply of this.#subscribers) apply(delta);
  }
}

export interface RunningPool {
  readonly pool: WorkerPool;
  readonly quotas: Quotas;
  readonly ledger: MemoryLedger;
  readonly source: StateSource;
  /** Messages of the pool's own log. */
  readonly logged: string[];
}

/** A pool of real threads on a free port; it stops when the test ends. */
export async function startPool(
  t: TestContext,
  complete: () => SnapshotDelta,
  options: Partial<Pick<WorkerPoolOptions, "threads" | "tls" | "accessLog" | "hangMs">> = {},
): Promise<RunningPool> {
  const ledger = new MemoryLedger();
  const quotas = new Quotas({ source: ledger, clock: systemClock, leaseTimeoutMs: 5_000, onFailure: () => {} });
  const source = new StateSource(complete);
  const logged: string[] = [];
  const log = (_details: object, message: string) => void logged.push(message);
  const pool = await WorkerPool.start({
    threads: 2,
    host: "127.0.0.1",
    port: 0,
    tls: null,
    data: {
      settings: defaultGatewaySettings,
      rateCounters: rateCounterMemory(1 << 12),
      windows: windowMemory(4, 1 << 10),
      logLevel: "silent",
    },
    source,
    quotas,
    log: { info: log, error: log },
    ...options,
  });
  t.after(() => pool.close({ drainMs: 0 }));
  return { pool, quotas, ledger, source, logged };
}

/** One keep-alive connection, which one thread serves from end to end. */
export class Connection {
  readonly #socket: Socket;
  #received = "";
  #waiting: PromiseWithResolvers<string> | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding("latin1").on("data", (text: string) => this.#read(text));
    socket.on("error", () => {});
    socket.on("close", () => this.#waiting?.reject(new Error("the connection was closed")));
  }

  static open(t: Pick<TestContext, "after">, port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1");
      t.after(() => socket.destroy());
      socket.once("error", reject);
      socket.once("connect", () => resolve(new Connection(socket)));
    });
  }

  /** Head and body of the answer; rejects when the connection breaks. */
  ask(head: string): Promise<string> {
    this.#waiting = Promise.withResolvers();
    if (this.#socket.destroyed) this.#waiting.reject(new Error("the connection was closed"));
    else this.#socket.write(head, "latin1");
    return this.#waiting.promise;
  }

  async status(head: string): Promise<number> {
    return Number((await this.ask(head)).slice(9, 12));
  }

  #read(text: string): void {
    this.#received += text;
    const end = this.#received.indexOf("\r\n\r\n");
    const length = Number(/content-length: (\d+)/i.exec(this.#received)?.[1]);
    if (end < 0 || this.#received.length < end + 4 + length) return;
    this.#waiting?.resolve(this.#received);
    this.#received = "";
  }
}

/** So many that every thread has some: the system spreads them by the hash of their ports. */
export function openConnections(t: TestContext, port: number, count = 40): Promise<Connection[]> {
  return Promise.all(Array.from({ length: count }, () => Connection.open(t, port)));
}
