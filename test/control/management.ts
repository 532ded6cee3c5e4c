import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import type { TestContext } from "node:test";
import { createAccount } from "../../src/control/accounts.ts";
import { createControl } from "../../src/control/call.ts";
import { createDocumentSite } from "../../src/control/document-site.ts";
import { listenManagement } from "../../src/control/server.ts";
import { defaultQuotas, type ResourceQuotas } from "../../src/control/settings.ts";
import { bareSurroundings, type Surroundings } from "../../src/control/surroundings.ts";
import { createTagProduct } from "../../src/control/tag/tag-product.ts";
import { isReadable, type ManagementKey } from "../../src/model/account.ts";
import type { FunctionRoute } from "../../src/model/cloud-function.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { type Client, sdkClient } from "../harness/sdk.ts";
import { present } from "./outcome.ts";

export type { Client };

export interface Management {
  /** The official SDK, signing as `account` (the first one unless given) in `region`. */
  client(options?: { readonly region?: string; readonly account?: ManagementKey }): Client;
  readonly firstAccount: ManagementKey;
  addAccount(): Promise<ManagementKey>;
  readonly store: Store;
  readonly port: number;
  /** Each call comes a second (or `stepMs`) after the one before, so that creation order shows. */
  now(): number;
}

/** A management endpoint on a free port with a store of its own unless one is given; both are gone when the test ends. */
export async function startManagement(
  t: Pick<TestContext, "after">,
  options: {
    /** One with an account in it, which is the first. */
    readonly store?: Store;
    readonly quotas?: Partial<ResourceQuotas>;
    readonly surroundings?: Partial<Surroundings>;
    /** How far apart two calls are; as many as fit into 400 seconds can be made. */
    readonly stepMs?: number;
    /** With a rate the clock of the tag product stands still. */
    readonly actionRate?: number;
    readonly functions?: readonly FunctionRoute[];
  } = {},
): Promise<Management> {
  const store = options.store ?? (await openStore({ path: ":memory:", masterKey: randomBytes(32) }));
  const { stepMs = 1000 } = options;
  // The SDK signs with the real clock, and five minutes are allowed either way.
  let now = Date.now() - 200_000;
  const first = options.store
    ? await firstKey(options.store)
    : await createAccount(store, { name: "first", appId: 1_251_006_373, now });
  const logged: unknown[] = [];
  const logger = { error: (details: object, message: string) => void logged.push({ details, message }) };
  const control = createControl({
    store,
    settings: {
      domain: "apigw.localhost",
      publicUrl: "http://docs.example.com",
      actionRate: 0,
      signedHosts: [],
      functions: options.functions ?? [],
      quotas: { ...defaultQuotas, ...options.quotas },
    },
    surroundings: { ...bareSurroundings, ...options.surroundings },
    clock: () => (now += stepMs),
    random: randomBytes,
    uuid: randomUUID,
    quotaUse: (leased) => leased,
    changesApplied: () => Promise.resolve(),
    logger,
  });
  const probes = {
    isAlive: () => true,
    isReady: () => true,
    metrics: () => Promise.resolve({ contentType: "text/plain", text: "" }),
  };
  const tags = createTagProduct({
    store,
    signedHosts: [],
    actionRate: options.actionRate ?? 0,
    clock: () => (now += options.actionRate === undefined ? stepMs : 0),
    uuid: randomUUID,
    changesApplied: () => Promise.resolve(),
    logger,
  });
  const documents = createDocumentSite({ store, clock: () => now, logger });
  const server = await listenManagement({ control, tags, probes, documents, logger }, { host: "127.0.0.1", port: 0 });
  t.after(async () => {
    await server.close(0);
    await store.close();
    assert.deepEqual(logged, [], "no call met an unexpected failure");
  });
  return {
    store,
    port: server.address.port,
    firstAccount: first,
    now: () => now,
    addAccount: () => createAccount(store, { name: "other", appId: null, now }),
    client: ({ region, account = first } = {}) =>
      sdkClient({ host: "127.0.0.1", port: server.address.port }, account, region),
  };
}

function firstKey(store: Store): Promise<ManagementKey> {
  return store.read(async ({ accounts }) => {
    const account = present((await accounts.list())[0]);
    return present((await accounts.listKeys(account.appId)).find(isReadable));
  });
}
