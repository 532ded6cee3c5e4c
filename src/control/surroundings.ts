import type { Certificate } from "../model/certificate.ts";

/** What actions ask of the machine besides the store. Whoever puts the program together supplies it. */
export interface Surroundings {
  readonly certificates: CertificateSource;
  /** Whether a host name is an alias (CNAME) of another; null when operators do not want that checked. */
  readonly isAliasOf: ((name: string, target: string) => Promise<boolean>) | null;
}

/** Certificates are put beside the program by its operator and named by their ids. */
export interface CertificateSource {
  find(id: string): Promise<Certificate | undefined>;
}

/** A machine that has nothing. */
export const bareSurroundings: Surroundings = {
  certificates: { find: () => Promise.resolve(undefined) },
  isAliasOf: null,
};
