import { setImmediate as nextTurn } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import type { DatabaseSchema } from "../../schema.ts";

type Work<T> = (db: Kysely<DatabaseSchema>) => Promise<T>;

/** One write that waits for its turn. */
interface Waiting {
  /** Runs it; what comes of it is told only by the function that is returned. */
  run(db: Kysely<DatabaseSchema>): Promise<() => void>;
  fail(error: unknown): void;
}

/**
 * Callers wait while a group runs, and the event loop stands still until it is committed: long groups would only trade one
 * delay for another.
 */
const maxPerGroup = 32;
const maxGroupMs = 10;

/**
 * Writes that are asked for while others run share the next transaction: a commit waits for the disk, and what it costs
 * does not depend on how much is in it. Each write still happens as a whole or not at all, sees all before it, and is told
 * of nothing, neither success nor refusal, before the commit that makes what it saw durable.
 */
export function groupCommit(writer: Kysely<DatabaseSchema>): <T>(work: Work<T>) => Promise<T> {
  let waiting: Waiting[] = [];
  let isRunning = false;

  async function runAll(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      const begun = await runGroup(writer, waiting);
      waiting = waiting.slice(begun);
    }
    isRunning = false;
  }

  return <T>(work: Work<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({
        async run(db) {
          const value = await work(db);
          return () => resolve(value);
        },
        fail: reject,
      });
      if (!isRunning) void runAll();
    });
}

/** Runs the first of the writes and as many more as there is time for; returns how many. */
async function runGroup(writer: Kysely<DatabaseSchema>, waiting: readonly Waiting[]): Promise<number> {
  let begun = 0;
  const tell: (() => void)[] = [];
  try {
    await writer.transaction().execute(async (db) => {
      // What is asked for in the same turn of the event loop joins, and between two groups others have a turn.
      await nextTurn();
      const group = waiting.slice(0, maxPerGroup);
      const endMs = performance.now() + maxGroupMs;
      for (const write of group) {
        if (begun > 0 && performance.now() >= endMs) break;
        begun++;
        tell.push(group.length === 1 ? await write.run(db) : await runWithin(db, write));
      }
    });
  } catch (error) {
    // A transaction that did not begin fails all who wait; one that broke fails those who were in it.
    const failed = waiting.slice(0, begun === 0 ? waiting.length : begun);
    for (const { fail } of failed) fail(error);
    return failed.length;
  }
  for (const each of tell) each();
  return begun;
}

/** One of several: what it did is taken back if it fails. */
async function runWithin(db: Kysely<DatabaseSchema>, write: Waiting): Promise<() => void> {
  await sql`savepoint one_write`.execute(db);
  let tell: () => void;
  try {
    tell = await write.run(db);
  } catch (error) {
    try {
      await sql`rollback to one_write`.execute(db);
    } catch {
      // After some errors, such as a full disk, SQLite has taken back the whole transaction: all fail with this one.
      throw error;
    }
    tell = () => write.fail(error);
  }
  await sql`release one_write`.execute(db);
  return tell;
}
