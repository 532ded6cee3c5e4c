import { connect, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { AnswerReader } from "../load/answer-reader.ts";

export interface Calling {
  readonly port: number;
  readonly isTls: boolean;
  readonly request: Buffer;
  /** So many callers call at a time, each one call after another. */
  readonly callers: number;
  /** Whether a caller stays on a connection until he is told that it ends. */
  readonly isKept: boolean;
  /** Asked before each call. */
  readonly isOver: () => boolean;
  /** A stopped gateway takes no connections; that is the end then, and no failure. */
  readonly mayRefuse?: boolean;
}

export interface Called {
  readonly passed: number;
  /** What went wrong, and how often. */
  readonly failures: ReadonlyMap<string, number>;
}

/** Calls without ever trying a call a second time: whatever is not answered with 200 counts as lost. */
export async function callAll(what: Calling): Promise<Called> {
  let passed = 0;
  const failures = new Map<string, number>();
  const count = (failure: string) => void failures.set(failure, (failures.get(failure) ?? 0) + 1);
  await Promise.all(
    Array.from({ length: what.callers }, async () => {
      let line: Line | null = null;
      while (!what.isOver()) {
        try {
          line ??= await Line.open(what);
        } catch (error) {
          if (what.mayRefuse) return;
          count(`connecting: ${reasonOf(error)}`);
          continue;
        }
        try {
          const status = await line.ask(what.request);
          if (status === 200) passed++;
          else count(`status ${status}`);
        } catch (error) {
          // Of a connection that has carried no call yet, nobody knows whether it has been accepted.
          if (what.mayRefuse && !line.isProven) return;
          count(reasonOf(error));
        }
        if (!what.isKept || !line.isUsable) {
          line.close();
          line = null;
        }
      }
      line?.close();
    }),
  );
  return { passed, failures };
}

/** One connection of a caller. */
class Line {
  readonly #socket: Socket;
  readonly #reader = new AnswerReader();
  #asking: PromiseWithResolvers<number> | null = null;
  #hasEnded = false;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (chunk: Buffer) => {
      if (this.#reader.accept(chunk)) this.#asking?.resolve(this.#reader.status);
    });
    socket.on("end", () => this.#end(new Error("closed before the answer")));
    socket.on("error", (error) => this.#end(error));
    socket.on("close", () => this.#end(new Error("closed before the answer")));
  }

  static open({ port, isTls }: Calling): Promise<Line> {
    return new Promise((resolve, reject) => {
      const where = { port, host: "127.0.0.1" };
      const socket = isTls
        ? connectTls({ ...where, rejectUnauthorized: false, ALPNProtocols: ["http/1.1"] })
        : connect({ ...where, noDelay: true });
      socket.once("error", reject);
      socket.once(isTls ? "secureConnect" : "connect", () => {
        socket.off("error", reject);
        resolve(new Line(socket));
      });
    });
  }

  /** Whether a call on it has been answered. */
  get isProven(): boolean {
    return this.#reader.status !== 0;
  }

  get isUsable(): boolean {
    return !this.#hasEnded && this.#reader.keepsAlive;
  }

  ask(request: Buffer): Promise<number> {
    this.#asking = Promise.withResolvers();
    this.#socket.write(request);
    return this.#asking.promise;
  }

  close(): void {
    this.#socket.destroy();
  }

  #end(error: Error): void {
    this.#hasEnded = true;
    this.#asking?.reject(error);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error ? String(error.code) : error.message;
}
