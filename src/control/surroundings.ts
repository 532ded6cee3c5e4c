import type { AccessRecord } from "../model/access-record.ts";
import type { Certificate } from "../model/certificate.ts";

/** What actions ask of the machine besides the store. Whoever puts the program together supplies it. */
export interface Surroundings {
  readonly certificates: CertificateSource;
  /** Null where the access log is not kept in files. */
  readonly logs: LogSearch | null;
  /** Whether a host name is an alias (CNAME) of another; null when operators do not want that checked. */
  readonly isAliasOf: ((name: string, target: string) => Promise<boolean>) | null;
}

/** Certificates are put beside the program by its operator and named by their ids. */
interface CertificateSource {
  find(id: string): Promise<Certificate | undefined>;
}

/** Looks through the access log. */
export interface LogSearch {
  /** Undefined when the cursor is not one of ours. */
  search(query: LogQuery): Promise<LogPage | undefined>;
}

export interface LogQuery {
  readonly serviceId: string;
  /** Requests received from here on, and up to here; epoch milliseconds, both included. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly order: "newest-first" | "oldest-first";
  readonly limit: number;
  /** Where the page before ended; null for the first. */
  readonly cursor: string | null;
  readonly matches: (record: AccessRecord) => boolean;
}

export interface LogPage {
  readonly records: readonly AccessRecord[];
  /** How to go on; null when there is no more. A page may be short and still have one: a call looks only so far. */
  readonly cursor: string | null;
}

/** A machine that has nothing. */
export const bareSurroundings: Surroundings = {
  certificates: { find: () => Promise.resolve(undefined) },
  logs: null,
  isAliasOf: null,
};
