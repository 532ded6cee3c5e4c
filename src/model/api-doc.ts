import type { Scope } from "./account.ts";
import type { EnvironmentName } from "./environment.ts";
import type { Tag } from "./service.ts";

/** A page about APIs of a service as an environment runs them, which whoever knows its password may read. */
export interface ApiDoc extends Scope {
  readonly id: string;
  readonly name: string;
  readonly serviceId: string;
  readonly environment: EnvironmentName;
  readonly apiIds: readonly string[];
  /** Null if it cannot be decrypted: nobody reads the document until it has another one. */
  readonly sharePassword: string | null;
  /** How often it was built. */
  readonly releaseCount: number;
  readonly viewCount: number;
  readonly tags: readonly Tag[];
  readonly createdAt: number;
  readonly builtAt: number;
}

/** What a document was built to. */
export interface ApiDocPages {
  readonly html: string;
  /** An OpenAPI 3.0 description as JSON. */
  readonly openApi: string;
}
