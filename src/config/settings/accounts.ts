import { setting, text, wholeNumber } from "../setting.ts";

/** Accounts, their keys, and the key that seals secrets. */
export const accountSettings = {
  rootAppId: setting<number | null>({
    env: "TURNPIKE_ROOT_APP_ID",
    default: null,
    shownDefault: "made up at the first start",
    parse: wholeNumber(1, 9_999_999_999),
    help: "Account number (AppId) of the root account; part of every default domain.",
  }),
  rootSecretId: setting<string | null>({
    env: "TURNPIKE_ROOT_SECRET_ID",
    default: null,
    shownDefault: "made up at the first start",
    parse: text,
    help: "SecretId of the root account for the management API.",
  }),
  rootSecretKey: setting<string | null>({
    env: "TURNPIKE_ROOT_SECRET_KEY",
    default: null,
    shownDefault: "made up at the first start",
    parse: text,
    help: "SecretKey of the root account for the management API.",
    isSecret: true,
  }),
  secretId: setting<string | null>({
    env: "TURNPIKE_SECRET_ID",
    default: null,
    shownDefault: "the root account's",
    parse: text,
    help: "SecretId that `turnpike call` and `turnpike curl` act with; the server does not read it.",
  }),
  secretKey: setting<string | null>({
    env: "TURNPIKE_SECRET_KEY",
    default: null,
    shownDefault: "the root account's",
    parse: text,
    help: "SecretKey that belongs to `TURNPIKE_SECRET_ID`.",
    isSecret: true,
  }),
  masterKey: setting<string | null>({
    env: "TURNPIKE_MASTER_KEY",
    default: null,
    shownDefault: "`master.key` in the data folder, made at the first start",
    parse: text,
    help: "32 bytes, in hex or base64, that encrypt the secrets in the database.",
    isSecret: true,
  }),
} as const;
