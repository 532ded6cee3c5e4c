import type { Config } from "../config/settings.ts";
import { createAccount } from "../control/accounts.ts";
import { openDataFolder } from "../store/data-folder.ts";
import { CliError } from "./errors.ts";

/** `turnpike account list`: SecretKeys are not shown. */
export async function listAccounts(config: Config): Promise<number> {
  const store = await openDataFolder({ folder: config.data, masterKey: config.masterKey });
  try {
    const accounts = await store.read(async (tx) => {
      const found = await tx.accounts.list();
      return Promise.all(found.map(async (account) => ({ account, keys: await tx.accounts.listKeys(account.appId) })));
    });
    for (const { account, keys } of accounts) {
      process.stdout.write(`${account.appId}  ${keys.map((key) => key.secretId).join(", ")}  ${account.name}\n`);
    }
    return 0;
  } finally {
    await store.close();
  }
}

/** `turnpike account add`: works beside a running server, which knows the account at once. */
export async function addAccount(config: Config, name: string, appId: string | undefined): Promise<number> {
  const wanted = appId === undefined ? null : Number(appId);
  if (wanted !== null && !(Number.isSafeInteger(wanted) && wanted > 0))
    throw new CliError("--app-id must be a number", 2);
  const store = await openDataFolder({ folder: config.data, masterKey: config.masterKey });
  try {
    const key = await createAccount(store, { name, appId: wanted, now: Date.now() });
    process.stdout.write(`AppId      ${key.appId}\nSecretId   ${key.secretId}\nSecretKey  ${key.secretKey}\n`);
    return 0;
  } finally {
    await store.close();
  }
}
