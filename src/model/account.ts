/** A tenant: its resources are invisible to every other account. */
export interface Account {
  /** The numeric account id that is part of every default domain. */
  readonly appId: number;
  readonly name: string;
  readonly createdAt: number;
}

/** A key pair for the management API; not to be confused with the API keys that callers of the gateway hold. */
export interface ManagementKey {
  readonly secretId: string;
  readonly secretKey: string;
  readonly appId: number;
}

/** A management key as it is kept. */
export interface KeptManagementKey extends Omit<ManagementKey, "secretKey"> {
  /** Null if it cannot be decrypted. */
  readonly secretKey: string | null;
}

export function isReadable(key: KeptManagementKey): key is ManagementKey {
  return key.secretKey !== null;
}

/** Whose resources a management call sees: resources of one account in one region. */
export interface Scope {
  readonly appId: number;
  readonly region: string;
}
