import { join } from "node:path";
import type { Config } from "../config/settings.ts";
import { addKey, createAccount, removeKey } from "../control/accounts.ts";
import { replaceKept, rootAccountFile } from "../control/root-account.ts";
import { isReadable, type KeptManagementKey, type ManagementKey } from "../model/account.ts";
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
      process.stdout.write(`${account.appId}  ${keys.map(describeKey).join(", ")}  ${account.name}\n`);
    }
    return 0;
  } finally {
    await store.close();
  }
}

/** `turnpike account add`: works beside a running server, which knows the account at once. */
export async function addAccount(config: Config, name: string, appId: string | undefined): Promise<number> {
  const wanted = appId === undefined ? null : readAppId(appId, "--app-id");
  if (name.trim() === "") throw new CliError("an account needs a name", 2);
  const store = await openExisting(config);
  try {
    if (wanted !== null && (await store.read((tx) => tx.accounts.find(wanted)))) {
      throw new CliError(`there is an account ${wanted} already`);
    }
    const key = await createAccount(store, { name, appId: wanted, now: Date.now() });
    return print(key);
  } finally {
    await store.close();
  }
}

/** `turnpike account add-key`: the new key may be used at once, the others go on working. */
export async function addAccountKey(config: Config, appId: string): Promise<number> {
  const wanted = readAppId(appId, "AppId");
  const store = await openExisting(config);
  try {
    return print(await addKey(store, wanted));
  } finally {
    await store.close();
  }
}

/** `turnpike account remove-key`: calls signed with the key are refused at once. */
export async function removeAccountKey(config: Config, secretId: string): Promise<number> {
  const store = await openExisting(config);
  try {
    const left = await removeKey(store, secretId);
    replaceKept(join(config.data, rootAccountFile), secretId, left);
    return 0;
  } finally {
    await store.close();
  }
}

function describeKey(key: KeptManagementKey): string {
  return isReadable(key) ? key.secretId : `${key.secretId} (cannot be decrypted)`;
}

function readAppId(text: string, name: string): number {
  const appId = /^[0-9]{1,15}$/.test(text) ? Number(text) : 0;
  if (appId === 0) throw new CliError(`${name} must be a number`, 2);
  return appId;
}

function print({ appId, secretId, secretKey }: ManagementKey): number {
  process.stdout.write(`AppId      ${appId}\nSecretId   ${secretId}\nSecretKey  ${secretKey}\n`);
  return 0;
}

/** A folder that is not there is a mistyped one: `turnpike up` makes it, these commands must not. */
function openExisting({ data, masterKey }: Config): Promise<Store> {
  if (!holdsDatabase(data)) {
    throw new CliError(`${data} holds no data of Turnpike; name the data folder with --data`);
  }
  return openDataFolder({ folder: data, masterKey, mayMigrate: false });
}
