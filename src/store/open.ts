import type { Kysely } from "kysely";
import { accountRepository } from "./accounts.ts";
import { apiAppRepository } from "./api-apps.ts";
import { apiDocRepository } from "./api-docs.ts";
import { apiKeyRepository } from "./api-keys.ts";
import { apiRepository } from "./apis.ts";
import { appBindingRepository } from "./app-bindings.ts";
import { bindingRepository } from "./bindings.ts";
import { ChangeRecorder, changeLog } from "./changes.ts";
import type { Context } from "./context.ts";
import { customDomainRepository } from "./custom-domains.ts";
import type { Database } from "./dialect/capabilities.ts";
import { openSqlite } from "./dialect/sqlite/database.ts";
import { StoreError } from "./errors.ts";
import { exclusiveInstanceRepository } from "./exclusive-instances.ts";
import { ipStrategyRepository } from "./ip-strategies.ts";
import { ipStrategyBindingRepository } from "./ip-strategy-bindings.ts";
import { membershipRepository } from "./memberships.ts";
import { migrations } from "./migrations/all.ts";
import { migrate, requireUpToDate } from "./migrations/migrate.ts";
import { pluginAttachmentRepository } from "./plugin-attachments.ts";
import { pluginRepository } from "./plugins.ts";
import { createQuotaLedger } from "./quota-ledger.ts";
import { leasedQuotas } from "./quotas.ts";
import { releaseRepository } from "./releases.ts";
import type { DatabaseSchema } from "./schema.ts";
import { createSecretBox, type SecretBox } from "./secrets/seal.ts";
import { serviceRepository } from "./services.ts";
import { servingRepository } from "./serving.ts";
import type { Store, Transaction } from "./store.ts";
import { strategyRepository } from "./strategies.ts";
import { upstreamRepository } from "./upstreams.ts";
import { usagePlanRepository } from "./usage-plans.ts";

interface StoreOptions {
  /** The database file, created when missing; `:memory:` keeps everything in this process only. */
  readonly path: string;
  /** 32 bytes; see `loadMasterKey`. */
  readonly masterKey: Uint8Array;
  /** Whether a schema of an earlier version is brought up to date, as it is unless told otherwise, or refused. */
  readonly mayMigrate?: boolean;
  /** Told the text of every query, without its parameters, after it ran. */
  readonly onQuery?: (sql: string) => void;
}

/** Opens the store and brings its schema up to date. Throws a {@link StoreError} that says why it cannot. */
export async function openStore({ path, masterKey, mayMigrate = true, onQuery }: StoreOptions): Promise<Store> {
  const secrets = createSecretBox(masterKey);
  const database = openSqlite(path, onQuery);
  try {
    await database.write(async (db) => {
      if (mayMigrate) await migrate(db, migrations, Date.now());
      else await requireUpToDate(db, migrations);
      await checkMasterKey(db, secrets);
    });
  } catch (error) {
    await database.close();
    throw error;
  }
  return storeOn(database, secrets);
}

function storeOn(database: Database, secrets: SecretBox): Store {
  return {
    read: (work) =>
      database.read((db) =>
        work(transactionOn({ db, dialect: database.capabilities, secrets, changes: new ChangeRecorder() })),
      ),
    write: (work) =>
      database.write(async (db) => {
        const changes = new ChangeRecorder();
        const result = await work(transactionOn({ db, dialect: database.capabilities, secrets, changes }));
        await changes.save(db);
        return result;
      }),
    quotas: createQuotaLedger(database),
    close: () => database.close(),
  };
}

function transactionOn(context: Context): Transaction {
  return {
    accounts: accountRepository(context),
    services: serviceRepository(context),
    apis: apiRepository(context),
    usagePlans: usagePlanRepository(context),
    apiKeys: apiKeyRepository(context),
    memberships: membershipRepository(context),
    bindings: bindingRepository(context),
    apiApps: apiAppRepository(context),
    appBindings: appBindingRepository(context),
    customDomains: customDomainRepository(context),
    exclusiveInstances: exclusiveInstanceRepository(context),
    apiDocs: apiDocRepository(context),
    plugins: pluginRepository(context),
    pluginAttachments: pluginAttachmentRepository(context),
    ipStrategies: ipStrategyRepository(context),
    ipStrategyBindings: ipStrategyBindingRepository(context),
    upstreams: upstreamRepository(context),
    releases: releaseRepository(context),
    strategies: strategyRepository(context),
    serving: servingRepository(context),
    changes: changeLog(context.db),
    quotas: { leased: (planId) => leasedQuotas(context.db, planId) },
  };
}

const keyCheck = "key-check";
const keyCheckRecord = `settings/${keyCheck}`;

/** A known text sealed at the first start tells whether this is the same master key. */
async function checkMasterKey(db: Kysely<DatabaseSchema>, secrets: SecretBox): Promise<void> {
  const row = await db.selectFrom("settings").select("value").where("name", "=", keyCheck).executeTakeFirst();
  if (!row) {
    await db
      .insertInto("settings")
      .values({ name: keyCheck, value: secrets.seal(keyCheckRecord, "turnpike") })
      .execute();
    return;
  }
  try {
    secrets.open(keyCheckRecord, row.value);
  } catch (error) {
    throw new StoreError(
      "wrong-key",
      "the secrets in this database were sealed with another master key: " +
        "give the right one in TURNPIKE_MASTER_KEY, or put its file back as master.key in the data folder",
      { cause: error },
    );
  }
}
