import type { Config } from "../config/settings.ts";
import { createAccount } from "../control/accounts.ts";
import { holdsDatabase, openDataFolder } from "../store/data-folder.ts";
import type { Store } from "../store/store.ts";
import { CliError } from "./errors.ts";

/** `turnpike account list`: SecretKeys are not shown. */
export async function listAccounts(config: Config): Promise<number> {
  const store = await openExisting(config);
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
  if (name.trim() === "") throw new CliError("an account needs a name", 2);
  const store = await openExisting(config);
  try {
    if (wanted !== null && (await store.read((tx) => tx.accounts.find(wanted)))) {
      throw new CliError(`there is an account ${wanted} already`);
    }
    const key = await createAccount(store, { name, appId: wanted, now: Date.now() });
    process.stdout.write(`AppId      ${key.appId}\nSecretId   ${key.secretId}\nSecretKey  ${key.secretKey}\n`);
    return 0;
  } finally {
    await store.close();
  }
}

/** A folder that is not there is a mistyped one: `turnpike up` makes it, these commands must not. */
function openExisting({ data, masterKey }: Config): Promise<Store> {
  if (!holdsDatabase(data)) {
    throw new CliError(`${data} holds no data of Turnpike; name the data folder with --data`);
  }
  return openDataFolder({ folder: data, masterKey });
}
