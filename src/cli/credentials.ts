import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config/settings.ts";
import { rootAccountFile } from "../control/root-account.ts";
import { CliError } from "./errors.ts";
import type { Credentials } from "./management-client.ts";

/** The key to sign management calls with: the one set for that, else the root account's, from the data folder at last. */
export function managementCredentials(config: Config): Credentials {
  if (config.secretId !== null && config.secretKey !== null) {
    return { secretId: config.secretId, secretKey: config.secretKey };
  }
  if (config.rootSecretId !== null && config.rootSecretKey !== null) {
    return { secretId: config.rootSecretId, secretKey: config.rootSecretKey };
  }
  const file = join(config.data, rootAccountFile);
  try {
    const { SecretId, SecretKey } = JSON.parse(readFileSync(file, "utf8"));
    return { secretId: SecretId, secretKey: SecretKey };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const reason =
      code === "ENOENT" ? "there is no such file" : code === "EACCES" ? "it belongs to another user" : "it is damaged";
    throw new CliError(`cannot read the root account from ${file}: ${reason}; name the data folder with --data`);
  }
}
