import type { Scope } from "./account.ts";

export type ServiceProtocol = "http" | "https" | "http&https";
export type NetType = "INNER" | "OUTER";

export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** A group of APIs that are released together and share default domains. Times are epoch milliseconds. */
export interface Service extends Scope {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly protocol: ServiceProtocol;
  readonly netTypes: readonly NetType[];
  readonly ipVersion: string;
  readonly vpcId: string | null;
  readonly instanceId: string | null;
  readonly tags: readonly Tag[];
  readonly createdAt: number;
  readonly modifiedAt: number;
}
