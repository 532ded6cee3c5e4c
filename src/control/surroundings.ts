import type { Certificate } from "../model/certificate.ts";
import type { LogPage, LogQuery } from "../model/log-search.ts";

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

/** A machine that has nothing. */
export const bareSurroundings: Surroundings = {
  certificates: { find: () => Promise.resolve(undefined) },
  logs: null,
  isAliasOf: null,
};
