import { setTimeout as wait } from "node:timers/promises";
import { type Errand, isWrite, ManagementUser } from "./calls.ts";

export interface LoadFigures {
  readonly readMs: readonly number[];
  readonly writeMs: readonly number[];
  /** How many calls each code was answered to; `ok` among them. */
  readonly codes: ReadonlyMap<string, number>;
  readonly seconds: number;
}

interface Options {
  readonly port: number;
  readonly clients: number;
  readonly seconds: number;
  /** Throttled calls are sent again after a pause, as the SDKs' users do. */
  readonly retryPauseMs: number;
}

/** Clients that each send their next call when the last is answered. */
export async function runManagementLoad({ port, clients, seconds, retryPauseMs }: Options): Promise<LoadFigures> {
  const users = Array.from({ length: clients }, () => new ManagementUser(port));
  for (const user of users) await untilPrepared(user, retryPauseMs);
  // Every client has its connection before any of them works: a server takes one new connection in each turn of its event
  // loop, and the turns of a busy one are long.
  await Promise.all(users.map((user) => user.send("DescribeServicesStatus", { Limit: 0 })));
  const readMs: number[] = [];
  const writeMs: number[] = [];
  const codes = new Map<string, number>();
  const start = performance.now();
  const end = start + seconds * 1_000;

  async function work(user: ManagementUser): Promise<void> {
    const errands = user.errands();
    while (performance.now() < end) {
      // An errand is finished once begun, or the next of its kind would fail.
      for (const [action, parameters] of choose(errands).calls) {
        for (let code = "RequestLimitExceeded"; code === "RequestLimitExceeded"; ) {
          const before = performance.now();
          code = await user.send(action, parameters);
          codes.set(code, (codes.get(code) ?? 0) + 1);
          if (code === "ok") (isWrite(action) ? writeMs : readMs).push(performance.now() - before);
          else await wait(retryPauseMs);
        }
      }
    }
  }

  await Promise.all(users.map(work));
  return { readMs, writeMs, codes, seconds: (performance.now() - start) / 1_000 };
}

async function untilPrepared(user: ManagementUser, pauseMs: number): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await user.prepare();
    } catch (error) {
      if (attempt === 50 || !String(error).includes("RequestLimitExceeded")) throw error;
      await wait(pauseMs);
    }
  }
}

function choose(errands: readonly Errand[]): Errand {
  let rest = Math.random() * errands.reduce((sum, { weight }) => sum + weight, 0);
  for (const errand of errands) {
    rest -= errand.weight;
    if (rest < 0) return errand;
  }
  throw new Error("there are no errands");
}
