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

/** Whose resources a management call sees: resources of one account in one region. */
export interface Scope {
  readonly appId: number;
  readonly region: string;
}
