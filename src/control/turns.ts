/** Resolves when the caller may begin, in the order of asking. */
export type TakeTurn = () => Promise<void>;

/**
 * Shares the event loop between calls and everything else on it. A call works synchronously for most of its life, and a
 * listener takes one new connection per turn of the event loop: if all calls that have arrived were worked off in one turn,
 * new connections, probes and metrics would wait for all of them. So within one turn calls begin only for `budgetMs`; what each
 * does until it waits for something counts, and one begins in any case.
 */
export function createTurns(budgetMs: number, clock: () => number = () => performance.now()): TakeTurn {
  let waiting: (() => void)[] = [];
  let isScheduled = false;

  async function beginSome(): Promise<void> {
    const endMs = clock() + budgetMs;
    let begun = 0;
    for (const begin of waiting) {
      if (begun > 0 && clock() >= endMs) break;
      begun++;
      begin();
      await pendingWork();
    }
    waiting = waiting.slice(begun);
    isScheduled = waiting.length > 0;
    if (isScheduled) setImmediate(beginSome);
  }

  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (isScheduled) return;
      isScheduled = true;
      setImmediate(beginSome);
    });
}

/** Resolves, still within this turn, when no promise that is settled has anything left to do. */
async function pendingWork(): Promise<void> {
  // Among promises, a tick comes after all of them; outside it would come before them.
  await undefined;
  await new Promise((resolve) => process.nextTick(resolve));
}
