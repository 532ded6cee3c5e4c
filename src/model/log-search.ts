import type { AccessRecord } from "./access-record.ts";

/** What a search may be about. */
export type SearchedRecord = Pick<
  AccessRecord,
  "time" | "requestId" | "appId" | "apiId" | "status" | "clientAddress" | "backendAddress" | "durationMs" | "error"
>;

export interface LogQuery {
  readonly serviceId: string;
  /** Requests received from here on, and up to here; epoch milliseconds, both included. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly order: "newest-first" | "oldest-first";
  readonly limit: number;
  /** Where the page before ended; null for the first. */
  readonly cursor: string | null;
  readonly matches: (record: SearchedRecord) => boolean;
}

export interface LogPage {
  readonly records: readonly AccessRecord[];
  /** How to go on; null when there is no more. A page may be short and still have one: a call looks only so far. */
  readonly cursor: string | null;
}
