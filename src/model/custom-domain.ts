import type { Scope } from "./account.ts";
import type { EnvironmentName } from "./environment.ts";
import type { NetType, ServiceProtocol } from "./service.ts";

/** A path of a custom domain that leads to an environment; `path` is kept as written. */
export interface PathMapping {
  readonly path: string;
  readonly environment: EnvironmentName;
}

/** A host name of the operator's own that leads to a service. It is bound to one service across all accounts and regions. */
export interface CustomDomain extends Scope {
  /** Lower case, without a final dot. */
  readonly name: string;
  readonly serviceId: string;
  readonly protocol: ServiceProtocol;
  readonly netType: NetType;
  readonly certificateId: string | null;
  /** Whether plain HTTP is redirected to HTTPS. */
  readonly isForcedHttps: boolean;
  /** Null: the default mapping, where the first segment of the path names the environment. */
  readonly mappings: readonly PathMapping[] | null;
  readonly createdAt: number;
  readonly modifiedAt: number;
}
