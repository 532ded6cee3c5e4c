import type { Scope } from "./account.ts";
import type { Tag } from "./service.ts";

/** A key pair a caller of the gateway signs with. Its id is unique across accounts and regions. */
export interface ApiKey extends Scope {
  readonly id: string;
  readonly name: string;
  /** Null when what is stored cannot be decrypted; a record that is updated with null keeps it as it is. */
  readonly secret: string | null;
  readonly type: "auto" | "manual";
  readonly isEnabled: boolean;
  readonly tags: readonly Tag[];
  readonly createdAt: number;
  readonly modifiedAt: number;
}
