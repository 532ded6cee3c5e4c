import assert from "node:assert/strict";
import { test } from "node:test";
import type { AppBinding } from "../../src/model/api-app.ts";
import type { ApiKeyFilter } from "../../src/store/api-key-repository.ts";
import type { ApiFilter } from "../../src/store/api-repository.ts";
import type { AppBindingFilter } from "../../src/store/app-binding-repository.ts";
import type { ServiceFilter } from "../../src/store/service-repository.ts";
import type { Listing, Page } from "../../src/store/store.ts";
import type { UsagePlanFilter } from "../../src/store/usage-plan-repository.ts";
import { Random } from "../security/model/random.ts";
import { openedStore } from "./opened-store.ts";
import { aBinding, aDefinition, aKey, anApi, anApp, anIpStrategy, aPlan, aService, scope } from "./samples.ts";

// To see a failure again: TURNPIKE_TEST_SEED=<the seed it showed> node --test test/store/random-lists.test.ts
const seed = Number(process.env["TURNPIKE_TEST_SEED"] ?? Date.now() % 2 ** 32);
const random = new Random(seed);
const rows = 40;
const questions = 60;

const words = ["shop", "SHOP", "Éclair", "a%b", "a_b", "a\\b", "ø", ""] as const;
const environments = ["test", "release"] as const;
const word = () => random.pick(...words);
const name = (index: number) => `${word()}-${index % 7}-${word()}`;
/** Some of the ids, or none given. */
const some = (prefix: string): readonly string[] =>
  Array.from({ length: random.below(4) }, () => `${prefix}-${random.below(rows + 3)}`);
const someWords = () => Array.from({ length: random.below(3) }, word);
const aPage = (): Page => ({ offset: random.below(rows + 5), limit: random.pick(0, 1, 7, 100) });

const isOneOf = <T>(wanted: readonly T[] | undefined, value: T) => !wanted?.length || wanted.includes(value);
const holds = (wanted: readonly string[] | undefined, text: string) =>
  !wanted?.length || wanted.some((part) => text.includes(part));
const holdsIgnoringCase = (wanted: readonly string[] | undefined, ...texts: readonly string[]) =>
  !wanted?.length || wanted.some((part) => texts.some((text) => text.toLowerCase().includes(part.toLowerCase())));

interface Listed {
  readonly id: string;
  readonly createdAt: number;
}

/** Newest first, then by id from the last. */
function expected<T extends Listed>(all: readonly T[], fits: (item: T) => boolean, page: Page): Listing<string> {
  const order = (a: T, b: T) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1);
  const matches = all.filter(fits).toSorted(order);
  const items = matches.slice(page.offset, page.offset + page.limit).map(({ id }) => id);
  return { total: matches.length, items };
}

const idsOf = ({ total, items }: Listing<{ readonly id: string }>) => ({ total, items: items.map(({ id }) => id) });

const indices = Array.from({ length: rows }, (_, index) => index);
// Several made in the same millisecond: the id decides then.
const times = (index: number) => ({ createdAt: 1000 + Math.floor(index / 3), modifiedAt: 1 });
const services = indices.map((index) =>
  aService(`service-${index}`, {
    ...times(index),
    name: name(index),
    netTypes: index % 3 ? ["OUTER"] : ["OUTER", "INNER"],
  }),
);
const apis = indices.map((index) =>
  anApi("service-0", `api-${index}`, {
    ...times(index),
    definition: aDefinition({
      name: index % 5 ? name(index) : null,
      path: `/${word()}/${index}`,
      authType: random.pick("NONE", "SECRET"),
    }),
    tags: index % 4 ? [] : [{ key: "team", value: random.pick("a", "b") }],
  }),
);
const plans = indices.map((index) => aPlan(`usagePlan-${index}`, { ...times(index), name: name(index) }));
const keys = indices.map((index) =>
  aKey(`AKID-${index}`, { ...times(index), name: name(index), isEnabled: index % 2 > 0 }),
);
const apps = indices.map((index) => anApp(`app-${index}`, { ...times(index), name: name(index) }));
const members = new Set(indices.flatMap((index) => (random.onceIn(2) ? [`usagePlan-${index % 5}/AKID-${index}`] : [])));
const bindings = indices
  .filter(() => !random.onceIn(3))
  .map((index) => {
    const place = { environment: random.pick(...environments), apiId: random.onceIn(2) ? `api-${index}` : null };
    // No two alike: of those to the one service each has a plan or an API of its own.
    const serviceId = index % 2 === 1 && place.apiId !== null ? "service-0" : `service-${index}`;
    return aBinding(`usagePlan-${index % 9}`, serviceId, place);
  });

const strategyBindings = indices.flatMap((index) =>
  environments
    .filter(() => random.onceIn(2))
    .map((environment) => ({
      ...{ strategyId: "IPStrategy-0", serviceId: "service-0", environment },
      apiId: `api-${index}`,
    })),
);
const frozen = new Set(indices.flatMap((index) => (random.onceIn(2) ? [`api-${index}`] : [])));
const appBindings = indices.flatMap((index) =>
  Array.from({ length: 1 + random.below(3) }, (_, other) => ({
    ...{ serviceId: "service-0", apiId: `api-${index}`, apiAppId: `app-${(index * 7 + other) % 5}` },
    environment: random.pick(...environments),
    createdAt: 1000 + Math.floor(index / 3),
  })),
);
const renamedApps = apps.slice(0, 3).map((app) => ({ ...app, name: `renamed ${word()}` }));
const renamedApis = apis.slice(0, 20).map((api) => ({
  ...api,
  definition: { ...api.definition, name: random.onceIn(4) ? null : `renamed ${word()}` },
}));

const servedApis = [...renamedApis, ...apis.slice(renamedApis.length)];
const servedApps = [...renamedApps, ...apps.slice(renamedApps.length)];

const store = await openedStore();
await store.write(async (tx) => {
  for (const service of services) await tx.services.insert(service);
  for (const api of apis) await tx.apis.insert(api);
  for (const plan of plans) await tx.usagePlans.insert(plan);
  for (const key of keys) await tx.apiKeys.insert(key);
  for (const app of apps) await tx.apiApps.insert(app);
  for (const member of members) {
    const [planId = "", keyId = ""] = member.split("/");
    await tx.memberships.add(planId, [keyId], 1);
  }
  await tx.bindings.add(bindings);
  await tx.ipStrategies.insert(anIpStrategy("service-0", "IPStrategy-0"));
  await tx.ipStrategyBindings.add(strategyBindings.map((one, at) => ({ ...one, boundAt: Math.floor(at / 4) })));
  const version = { name: "v0", serviceId: "service-0", description: null, createdAt: 1 };
  await tx.releases.insertVersion(
    version,
    apis.filter(({ id }) => frozen.has(id)),
  );
  for (const binding of appBindings) await tx.appBindings.add(binding);
  // Both ends of some are renamed after they were bound.
  for (const app of renamedApps) await tx.apiApps.update(app);
  for (const api of renamedApis) await tx.apis.update(api);
  // What others have must not show.
  await tx.services.insert(aService("service-other", { region: "ap-beijing" }));
  await tx.apiKeys.insert(aKey("AKID-other", { appId: scope.appId + 1 }));
});

/** Asks many times; `question` gives the answer of the store and the one expected. */
async function ask(question: () => Promise<readonly [unknown, unknown, object]>): Promise<void> {
  for (let count = 0; count < questions; count++) {
    const [actual, wanted, asked] = await question();
    assert.deepEqual(actual, wanted, `seed ${seed}: ${JSON.stringify(asked)}`);
  }
}

test(`services: every filter and page is what a walk through all of them finds (seed ${seed})`, () =>
  ask(async () => {
    const planIds = some("usagePlan");
    const inEnvironments = environments.filter(() => random.onceIn(3));
    const filter: ServiceFilter = {
      ids: random.onceIn(3) ? some("service") : [],
      nameContains: someWords(),
      netTypes: random.onceIn(3) ? ["INNER"] : [],
      ...(planIds.length > 0 && { notBoundTo: { planIds, environments: inEnvironments } }),
    };
    const isBound = (id: string) =>
      bindings.some(
        (own) =>
          own.serviceId === id && planIds.includes(own.planId) && isOneOf(inEnvironments, own.environment as "test"),
      );
    const fits = ({ id, name: own, netTypes }: (typeof services)[number]) =>
      isOneOf(filter.ids, id) &&
      holds(filter.nameContains, own) &&
      (!filter.netTypes?.length || netTypes.includes("INNER")) &&
      !isBound(id);
    const page = aPage();
    const actual = await store.read((tx) => tx.services.list(scope, filter, page));
    return [idsOf(actual), expected(services, fits, page), { filter, page }];
  }));

test(`APIs: every filter and page is what a walk through all of them finds (seed ${seed})`, () =>
  ask(async () => {
    const planIds = some("usagePlan");
    const where = [random.pick(...environments)];
    const filter: ApiFilter = {
      ids: random.onceIn(3) ? some("api") : [],
      nameContains: someWords(),
      pathContains: random.onceIn(2) ? someWords() : [],
      keywords: random.onceIn(2) ? someWords() : [],
      authTypes: random.onceIn(3) ? ["SECRET"] : [],
      tags: random.onceIn(4) ? ["team:a"] : [],
      tagKeys: random.onceIn(4) ? ["team"] : [],
      ...(planIds.length > 0 && { notBoundTo: { planIds, environments: where } }),
      ...(random.onceIn(3) && { withoutIpStrategy: { strategyId: "IPStrategy-0", environment: "test" } }),
    };
    const hasStrategy = new Set(strategyBindings.filter((own) => own.environment === "test").map(({ apiId }) => apiId));
    const bound = bindings.filter(
      (own) =>
        own.serviceId === "service-0" && planIds.includes(own.planId) && where.includes(own.environment as "test"),
    );
    const fits = ({ id, definition, tags }: (typeof apis)[number]) =>
      isOneOf(filter.ids, id) &&
      (!filter.withoutIpStrategy || !hasStrategy.has(id)) &&
      (!filter.nameContains?.length || (definition.name !== null && holds(filter.nameContains, definition.name))) &&
      holds(filter.pathContains, definition.path) &&
      holdsIgnoringCase(filter.keywords, definition.path, ...(definition.name === null ? [] : [definition.name])) &&
      isOneOf(filter.authTypes, definition.authType) &&
      (!filter.tags?.length || tags.some(({ key, value }) => `${key}:${value}` === "team:a")) &&
      (!filter.tagKeys?.length || tags.length > 0) &&
      !bound.some(({ apiId }) => apiId === null || apiId === id);
    const page = aPage();
    const actual = await store.read((tx) => tx.apis.list(scope, "service-0", filter, page));
    return [idsOf(actual), expected(servedApis, fits, page), { filter, page }];
  }));

test(`APIs of a version, and those without an IP strategy: what has no draft any more is in no page (seed ${seed})`, async () => {
  const gone = new Set(servedApis.filter(() => random.onceIn(6)).map(({ id }) => id));
  const deletion = new Error("the drafts stay");
  const deleting = store.write(async (tx) => {
    for (const id of gone) await tx.apis.delete(scope, "service-0", id);
    await ask(async () => {
      const page = aPage();
      const environment = random.pick(...environments);
      const withoutIpStrategy = { strategyId: "IPStrategy-0", environment };
      const inVersion = await tx.apis.listInVersion("v0", page);
      const without = await tx.apis.list(scope, "service-0", { withoutIpStrategy }, page);
      const has = (id: string) =>
        strategyBindings.some((own) => own.environment === environment && own.apiId === id) || gone.has(id);
      return [
        [idsOf(inVersion), idsOf(without)],
        [
          expected(servedApis, ({ id }) => frozen.has(id) && !gone.has(id), page),
          expected(servedApis, ({ id }) => !has(id), page),
        ],
        { environment, page },
      ];
    });
    throw deletion;
  });
  await assert.rejects(deleting, deletion);
});

test(`API keys: every filter and page is what a walk through all of them finds (seed ${seed})`, () =>
  ask(async () => {
    const filter: ApiKeyFilter = {
      ids: random.onceIn(3) ? some("AKID") : [],
      secrets: random.onceIn(5) ? some("secret of AKID") : [],
      nameContains: someWords(),
      keywords: random.onceIn(2) ? someWords() : [],
      isEnabled: random.onceIn(3) ? [true] : [],
      notInPlans: random.onceIn(2) ? some("usagePlan") : [],
    };
    const fits = ({ id, name: own, secret, isEnabled }: (typeof keys)[number]) =>
      isOneOf(filter.ids, id) &&
      isOneOf(filter.secrets, secret) &&
      holds(filter.nameContains, own) &&
      holdsIgnoringCase(filter.keywords, own, id) &&
      isOneOf(filter.isEnabled, isEnabled) &&
      !filter.notInPlans?.some((planId) => members.has(`${planId}/${id}`));
    const page = aPage();
    const actual = await store.read((tx) => tx.apiKeys.list(scope, filter, page));
    return [idsOf(actual), expected(keys, fits, page), { filter, page }];
  }));

test(`usage plans and apps: every filter and page is what a walk through all of them finds (seed ${seed})`, () =>
  ask(async () => {
    const inEnvironments = environments.filter(() => random.onceIn(3));
    const filter: UsagePlanFilter = {
      ids: random.onceIn(3) ? some("usagePlan") : [],
      nameContains: someWords(),
      notBoundToServices: random.onceIn(2) ? some("service") : [],
      notBoundToApis: random.onceIn(3) ? some("api") : [],
      environments: inEnvironments,
    };
    const isBound = (id: string, of: (own: (typeof bindings)[number]) => boolean) =>
      bindings.some((own) => own.planId === id && isOneOf(inEnvironments, own.environment as "test") && of(own));
    const fits = ({ id, name: own }: (typeof plans)[number]) =>
      isOneOf(filter.ids, id) &&
      holds(filter.nameContains, own) &&
      !isBound(id, ({ serviceId }) => filter.notBoundToServices?.includes(serviceId) === true) &&
      !isBound(id, ({ apiId }) => apiId !== null && filter.notBoundToApis?.includes(apiId) === true);
    const page = aPage();
    const keywords = someWords();
    const listed = await store.read((tx) => tx.usagePlans.list(scope, filter, page));
    const ofApps = await store.read((tx) => tx.apiApps.list(scope, { keywords }, page));
    const isWanted = (app: (typeof apps)[number]) => holdsIgnoringCase(keywords, app.name, app.id);
    return [
      [idsOf(listed), idsOf(ofApps)],
      [expected(plans, fits, page), expected(servedApps, isWanted, page)],
      { filter, keywords, page },
    ];
  }));

test(`bindings of apps: every filter and page is what a walk through all of them finds (seed ${seed})`, () =>
  ask(async () => {
    const isByApp = random.onceIn(2);
    const texts = someWords();
    const apiIds = random.onceIn(2) ? some("api") : [];
    const apiNameContains = someWords();
    const inEnvironments = environments.filter(() => random.onceIn(3));
    const shared = { apiIds, apiNameContains, environments: inEnvironments };
    const filter: AppBindingFilter = isByApp
      ? { ...shared, apiAppId: "app-1", keywords: { of: "api", texts } }
      : { ...shared, serviceId: "service-0", keywords: { of: "app", texts } };
    const nameOfApi = (id: string) => servedApis.find((api) => api.id === id)?.definition.name ?? null;
    const nameOfApp = (id: string) => servedApps.find((app) => app.id === id)?.name ?? "";
    const fits = ({ apiId, apiAppId, environment }: (typeof appBindings)[number]) => {
      const apiName = nameOfApi(apiId);
      const names = isByApp ? [apiId, ...(apiName === null ? [] : [apiName])] : [apiAppId, nameOfApp(apiAppId)];
      return (
        (!isByApp || apiAppId === "app-1") &&
        isOneOf(apiIds, apiId) &&
        isOneOf(inEnvironments, environment) &&
        (apiNameContains.length === 0 || (apiName !== null && holds(apiNameContains, apiName))) &&
        holdsIgnoringCase(texts, ...names)
      );
    };
    const rank = (own: AppBinding) =>
      [own.createdAt, own.serviceId, own.apiId, own.environment, own.apiAppId].join(" ");
    const matches = appBindings.filter(fits).toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1));
    const page = aPage();
    const { total, items } = await store.read((tx) => tx.appBindings.list(filter, page));
    const wanted = matches.slice(page.offset, page.offset + page.limit);
    return [
      { total, items: items.map((own) => [rank(own), own.apiName, own.appName]) },
      {
        total: matches.length,
        items: wanted.map((own) => [rank(own), nameOfApi(own.apiId), nameOfApp(own.apiAppId)]),
      },
      { filter, page },
    ];
  }));

test(`APIs of an IP strategy: latest bound first, in one environment or in all, also after some are unbound (seed ${seed})`, async () => {
  const kept = strategyBindings.map((one, at) => ({ ...one, boundAt: Math.floor(at / 4) }));
  const gone = kept
    .splice(0, kept.length, ...kept.filter(() => !random.onceIn(3)))
    .filter((one) => !kept.includes(one));
  await store.write((tx) => tx.ipStrategyBindings.remove(gone));
  await ask(async () => {
    const environment = random.pick("test", "release", undefined);
    const boundAt = new Map<string, number>();
    for (const own of kept) {
      if (environment !== undefined && own.environment !== environment) continue;
      boundAt.set(own.apiId, Math.max(own.boundAt, boundAt.get(own.apiId) ?? 0));
    }
    const page = aPage();
    const actual = await store.read((tx) => tx.ipStrategyBindings.listApis("IPStrategy-0", environment, page));
    const all = [...boundAt].map(([id, createdAt]) => ({ id, createdAt }));
    return [actual, expected(all, () => true, page), { environment, page }];
  });
});
