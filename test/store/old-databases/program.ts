import type { TagClient } from "../../control/tag/tag-client.ts";
import type { Client } from "../../harness/sdk.ts";

/** A running program, as far as making something in it goes. */
export interface Program {
  readonly client: Client;
  readonly tags: TagClient;
  /** Makes one call that the quota of the plan counts. */
  readonly spendOne: (at: {
    readonly planId: string;
    readonly serviceId: string;
    readonly host: string;
  }) => Promise<unknown>;
}

/** What the databases are sealed with, and whose resources are in them. */
export const masterKey = "07".repeat(32);
export const root = { appId: 1_251_006_373, secretId: "AKIDroot", secretKey: "the-secret-of-root" };
export const key = { id: "AKIDshop", secret: "the_secret_of_AKIDshop" };
