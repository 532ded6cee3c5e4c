import type { Store } from "../store/store.ts";

/** Records whose secrets cannot be decrypted, beside those that gateways would serve. */
export function findUnreadableSecrets(store: Store): Promise<readonly string[]> {
  return store.read(async (tx) => [
    ...(await tx.accounts.unreadableKeys()).map((secretId) => `management key ${secretId}`),
    ...(await tx.apiDocs.unreadable()).map((id) => `api document ${id}`),
  ]);
}
