import type { Scope } from "./account.ts";
import type { EnvironmentName } from "./environment.ts";
import type { Tag } from "./service.ts";

/**
 * Who calls APIs of AuthType APP: its owner signs with `key` and `secret`. The key is unique across accounts and regions,
 * and unlike the id it can be replaced.
 */
export interface ApiApp extends Scope {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly key: string;
  readonly secret: string;
  readonly tags: readonly Tag[];
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/** An app's leave to call an API in an environment. The app may belong to another account than the API. */
export interface AppBinding {
  readonly apiAppId: string;
  readonly serviceId: string;
  readonly environment: EnvironmentName;
  readonly apiId: string;
  readonly createdAt: number;
}
