import type { Kysely } from "kysely";
import type { Database } from "./dialect/capabilities.ts";
import { leasedQuotas, leaseQuota, returnQuota } from "./quotas.ts";
import type { DatabaseSchema } from "./schema.ts";
import type { QuotaLedger } from "./store.ts";

interface Waiting {
  readonly run: (db: Kysely<DatabaseSchema>) => Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

// A transaction holds up other writes while it runs.
const maxPerTransaction = 200;

/**
 * Leases that are asked for while a transaction runs share the next one: a commit waits for the disk, and many plans
 * may run out of their lease at once.
 */
export function createQuotaLedger(database: Database): QuotaLedger {
  let waiting: Waiting[] = [];
  let isRunning = false;

  async function inNextTransaction<T>(work: (db: Kysely<DatabaseSchema>) => Promise<T>): Promise<T> {
    let result: { readonly value: T } | undefined;
    await new Promise<void>((resolve, reject) => {
      const run = async (db: Kysely<DatabaseSchema>) => {
        result = { value: await work(db) };
      };
      waiting.push({ run, resolve, reject });
      if (!isRunning) void runAll();
    });
    if (!result) throw new Error("the transaction ended without running its work");
    return result.value;
  }

  async function runAll(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, maxPerTransaction);
      waiting = waiting.slice(maxPerTransaction);
      try {
        await database.write(async (db) => {
          for (const { run } of batch) await run(db);
        });
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    isRunning = false;
  }

  return {
    async lease(key, want, quota) {
      requireCount(want);
      return inNextTransaction((db) => leaseQuota(db, key, want, quota));
    },
    async giveBack(key, unused) {
      requireCount(unused);
      return inNextTransaction((db) => returnQuota(db, key, unused));
    },
    leased: (planId) => database.read((db) => leasedQuotas(db, planId)),
  };
}

function requireCount(count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError("a count of calls must be a whole number");
}
