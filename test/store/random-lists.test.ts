import assert from "node:assert/strict";
import { test } from "node:test";
import type { ApiFilter, ApiKeyFilter, Listing, Page, ServiceFilter, UsagePlanFilter } from "../../src/store/store.ts";
import { Random } from "../security/model/random.ts";
import { openedStore } from "./opened-store.ts";
import { aBinding, aDefinition, aKey, anApi, anApp, aPlan, aService, scope } from "./samples.ts";

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
    };
    const bound = bindings.filter(
      (own) =>
        own.serviceId === "service-0" && planIds.includes(own.planId) && where.includes(own.environment as "test"),
    );
    const fits = ({ id, definition, tags }: (typeof apis)[number]) =>
      isOneOf(filter.ids, id) &&
      (!filter.nameContains?.length || (definition.name !== null && holds(filter.nameContains, definition.name))) &&
      holds(filter.pathContains, definition.path) &&
      holdsIgnoringCase(filter.keywords, definition.path, ...(definition.name === null ? [] : [definition.name])) &&
      isOneOf(filter.authTypes, definition.authType) &&
      (!filter.tags?.length || tags.some(({ key, value }) => `${key}:${value}` === "team:a")) &&
      (!filter.tagKeys?.length || tags.length > 0) &&
      !bound.some(({ apiId }) => apiId === null || apiId === id);
    const page = aPage();
    const actual = await store.read((tx) => tx.apis.list(scope, "service-0", filter, page));
    return [idsOf(actual), expected(apis, fits, page), { filter, page }];
  }));

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
      [expected(plans, fits, page), expected(apps, isWanted, page)],
      { filter, keywords, page },
    ];
  }));
