import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { openStore } from "../../src/store/open.ts";
import type { Page, Transaction } from "../../src/store/store.ts";
import { temporaryFolder } from "./opened-store.ts";
import {
  aBinding,
  aDefinition,
  aKey,
  anApi,
  anApp,
  anIpStrategy,
  aPlan,
  aPlugin,
  aService,
  firstPage,
  scope,
} from "./samples.ts";

// Only SQLite is asked how it runs a query, so this suite is its own and not one of the interface.

const path = join(temporaryFolder(), "turnpike.db");
const queries: string[] = [];
const store = await openStore({ path, masterKey: randomBytes(32), onQuery: (sql) => queries.push(sql) });
const planner = new DatabaseSync(path, { readOnly: true });
after(async () => {
  planner.close();
  await store.close();
});

const countOnly = { offset: 0, limit: 0 };
const lastRow = { offset: 2, limit: 1 };
const appPlace = { serviceId: "service-1", environment: "release", apiId: "api-1" } as const;

await store.write(async (tx) => {
  await tx.services.insert(aService("service-1"));
  await tx.apis.insert(anApi("service-1", "api-1"));
  await tx.usagePlans.insert(aPlan("usagePlan-1"));
  await tx.apiKeys.insert(aKey("AKID1"));
  // Enough that is not bound for a page to be nearer to the end of its list.
  for (const name of ["2", "3", "4"]) {
    await tx.services.insert(aService(`service-${name}`));
    await tx.apis.insert(anApi("service-1", `api-${name}`, { definition: aDefinition({ name, path: `/${name}` }) }));
    await tx.usagePlans.insert(aPlan(`usagePlan-${name}`));
    await tx.apiKeys.insert(aKey(`AKID${name}`));
  }
  await tx.memberships.add("usagePlan-1", ["AKID1"], 1000);
  await tx.bindings.add([
    aBinding("usagePlan-1", "service-1"),
    aBinding("usagePlan-2", "service-1", { apiId: "api-1" }),
  ]);
  await tx.apiApps.insert(anApp("app-1"));
  await tx.appBindings.add({ ...appPlace, apiAppId: "app-1", createdAt: 1 });
  await tx.releases.insertVersion({ name: "v1", serviceId: "service-1", description: null, createdAt: 1 }, [
    anApi("service-1", "api-1"),
  ]);
  const running = { serviceId: "service-1", environment: "release", versionName: "v1" } as const;
  await tx.releases.setRunning({ ...running, since: 1 });
  await tx.plugins.insert(aPlugin("plugin-1"));
  await tx.pluginAttachments.add([{ ...appPlace, pluginId: "plugin-1", attachedAt: 1 }]);
  await tx.ipStrategies.insert(anIpStrategy("service-1", "IPStrategy-1"));
  await tx.ipStrategyBindings.add([{ ...appPlace, strategyId: "IPStrategy-1", boundAt: 1 }]);
  await tx.releases.appendHistory({ ...running, description: null, at: 1 });
});

/** Steps without those that put a page, once it has been chosen, in order again after it was joined. */
async function plansOf(
  work: (tx: Transaction) => Promise<unknown>,
  isMeant = (_sql: string) => true,
): Promise<string[]> {
  const start = queries.length;
  await store.read(work);
  const asked = queries.slice(start).filter(isMeant);
  assert.ok(asked.length > 0, "nothing was asked");
  return asked.flatMap((sql) => {
    const steps = planner.prepare(`explain query plan ${sql}`).all();
    const outermost = steps.filter((row) => row["parent"] === 0).map((row) => String(row["detail"]));
    const ofPage = outermost.includes("SCAN page") ? ["SCAN page", "USE TEMP B-TREE FOR ORDER BY"] : [];
    const inner = steps.filter((row) => row["parent"] !== 0).map((row) => String(row["detail"]));
    return [...outermost.filter((step) => !ofPage.includes(step)), ...inner];
  });
}

const lists: Record<string, (tx: Transaction) => Promise<unknown>> = {
  services: (tx) => tx.services.list(scope, {}, firstPage),
  "apis of a service": (tx) => tx.apis.list(scope, "service-1", {}, firstPage),
  "all apis of a service": (tx) => tx.apis.listAll("service-1"),
  "usage plans": (tx) => tx.usagePlans.list(scope, {}, firstPage),
  plugins: (tx) => tx.plugins.list(scope, {}, firstPage),
  "attachments of a plugin": (tx) => tx.pluginAttachments.list({ pluginId: "plugin-1" }, firstPage),
  "apis of a service in a version": (tx) => tx.apis.listInVersion("v1", firstPage),
  "apis of an ip strategy": (tx) => tx.ipStrategyBindings.listApis("IPStrategy-1", undefined, firstPage),
  "apis of an ip strategy in an environment": (tx) =>
    tx.ipStrategyBindings.listApis("IPStrategy-1", "release", firstPage),
  "apps of an api of a service": (tx) =>
    tx.appBindings.list(
      { serviceId: "service-1", apiIds: ["api-1"], keywords: { of: "app", texts: ["a"] } },
      firstPage,
    ),
  "apps of a service's apis": (tx) => tx.appBindings.list({ serviceId: "service-1", apiIds: ["api-1"] }, firstPage),
  upstreams: (tx) => tx.upstreams.list(scope, {}, firstPage),
  "ip strategies of a service": (tx) => tx.ipStrategies.list("service-1", []),
  "api apps": (tx) => tx.apiApps.list(scope, {}, firstPage),
  "apis of an app": (tx) => tx.appBindings.list({ apiAppId: "app-1" }, firstPage),
  "api keys": (tx) => tx.apiKeys.list(scope, {}, firstPage),
  "keys of a plan": (tx) => tx.memberships.listKeys("usagePlan-1", firstPage),
  "services a plan is bound to": (tx) => tx.bindings.list({ planId: "usagePlan-1", level: "SERVICE" }, firstPage),
  "apis a plan is bound to": (tx) => tx.bindings.list({ planId: "usagePlan-1", level: "API" }, firstPage),
  "plans of a service": (tx) => tx.bindings.list({ serviceId: "service-1", level: "SERVICE" }, firstPage),
  "plans of a service's apis": (tx) => tx.bindings.list({ serviceId: "service-1", level: "API" }, firstPage),
  "custom domains of a service": (tx) => tx.customDomains.list("service-1", firstPage),
  "exclusive instances": (tx) => tx.exclusiveInstances.list(scope, {}, firstPage),
  "api documents": (tx) => tx.apiDocs.list(scope, firstPage),
  "versions of a service": (tx) => tx.releases.listVersions("service-1", firstPage),
  "history of a service": (tx) => tx.releases.listHistory("service-1", undefined, firstPage),
  "history of an environment": (tx) => tx.releases.listHistory("service-1", "release", firstPage),
};

const oneSide = { serviceId: "service-1", planId: "usagePlan-1", planOfApis: "usagePlan-2" };
const merged: Record<string, (tx: Transaction, page: Page) => Promise<unknown>> = {
  "services a plan is not bound to": (tx, page) =>
    tx.services.list(scope, { notBoundTo: { planIds: [oneSide.planId], environments: ["release"] } }, page),
  "apis a plan is not bound to": (tx, page) =>
    tx.apis.list(
      scope,
      "service-1",
      { notBoundTo: { planIds: [oneSide.planOfApis], environments: ["release"] } },
      page,
    ),
  "keys that are not in a plan": (tx, page) => tx.apiKeys.list(scope, { notInPlans: [oneSide.planId] }, page),
  "plans not bound to a service": (tx, page) =>
    tx.usagePlans.list(scope, { notBoundToServices: [oneSide.serviceId], environments: ["test"] }, page),
  "plans not bound to an api": (tx, page) => tx.usagePlans.list(scope, { notBoundToApis: ["api-1"] }, page),
  "apis without an ip strategy": (tx, page) => {
    const withoutIpStrategy = { strategyId: "IPStrategy-1", environment: "test" } as const;
    return tx.apis.list(scope, "service-1", { withoutIpStrategy }, page);
  },
};

for (const [name, list] of Object.entries(merged)) {
  test(`the list of ${name} walks along two indexes in its order`, async () => {
    for (const page of [firstPage, lastRow, countOnly]) {
      // Beside those that look up whose ids these are.
      const steps = await plansOf(
        (tx) => list(tx, page),
        (sql) => sql.includes("created_at"),
      );
      assert.equal(
        steps.some((step) => step.startsWith("MERGE")),
        page.limit > 0,
      );
      for (const step of steps) assert.doesNotMatch(step, /TEMP B-TREE|^LIST SUBQUERY/, step);
    }
  });
}

for (const [name, list] of Object.entries(lists)) {
  test(`the list of ${name} is read from an index in its order`, async () => {
    for (const step of await plansOf(list)) {
      assert.doesNotMatch(step, /^SCAN (?!json_each|matches)|TEMP B-TREE/, step);
    }
  });
}

const lookups: Record<string, (tx: Transaction) => Promise<unknown>> = {
  "services by id": (tx) => tx.services.list(scope, { ids: ["service-1"] }, firstPage),
  "usage plans by id": (tx) => tx.usagePlans.list(scope, { ids: ["usagePlan-1"] }, firstPage),
  "api keys by id": (tx) => tx.apiKeys.list(scope, { ids: ["AKID1"] }, firstPage),
  "api keys by secret": (tx) => tx.apiKeys.list(scope, { secrets: ["secret of AKID1"] }, firstPage),
  "many api keys": (tx) => tx.apiKeys.findMany(scope, ["AKID1"]),
  "an api by name": (tx) => tx.apis.findByName(scope, "service-1", "orders"),
  "an api by path": (tx) => tx.apis.findByPathAndMethod(scope, "service-1", "/orders/{id}", "GET"),
  "api apps by id": (tx) => tx.apiApps.list(scope, { ids: ["app-1"] }, firstPage),
  "an api app by key": (tx) => tx.apiApps.isKeyTaken("APID of app-1"),
  "whether an app is bound": (tx) => tx.appBindings.isAppBound("app-1"),
  "apps of an api": (tx) => tx.appBindings.appsOf("service-1", "api-1"),
  "apps of an api in an environment": (tx) => tx.serving.appsAt(appPlace),
  "app bindings of services": (tx) => tx.serving.appBindings(["service-1"]),
  "app bindings of apis": (tx) => tx.appBindings.list({ serviceIds: ["service-1"], apiIds: ["api-1"] }, firstPage),
  "business apis of an authorization api": (tx) => tx.apis.businessApisOf("service-1", "api-1"),
  "plugins of an api": (tx) => tx.pluginAttachments.list({ serviceId: "service-1", apiIds: ["api-1"] }, firstPage),
  "plugins of services": (tx) => tx.serving.plugins(["service-1"]),
  "bindings of ip strategies": (tx) => tx.ipStrategyBindings.find("service-1", { strategyIds: ["IPStrategy-1"] }),
  "ip strategies of services": (tx) => tx.serving.ipStrategies(["service-1"]),
  "plugins that are attached": (tx) => tx.pluginAttachments.attached(["plugin-1"]),
  "bindings of an api": (tx) => tx.bindings.find({ serviceId: "service-1", apiIds: ["api-1"] }),
  "plans of keys": (tx) => tx.memberships.plansOf(["AKID1"]),
  "keys two plans share": (tx) => tx.bindings.sharedKeys("usagePlan-1", ["usagePlan-2"]),
  "bindings of plans that hold a key": (tx) => tx.bindings.ofPlansHolding(["AKID1"]),
  "environments that run an api": (tx) => tx.releases.environmentsOf("service-1", ["api-1"]),
  "what runs": (tx) => tx.releases.runningOfMany(["service-1"]),
  "frozen apis": (tx) => tx.serving.frozenApis(["v1"]),
  "strategies of apis": (tx) => tx.serving.apiStrategies(["service-1"]),
  "bindings of services": (tx) => tx.serving.bindings(["service-1"]),
  "a custom domain by name": (tx) => tx.customDomains.findAnywhere("api.example.com"),
  "custom domains of services": (tx) => tx.serving.customDomains(["service-1"]),
  "exclusive instances by id": (tx) => tx.exclusiveInstances.list(scope, { ids: ["instance-1"] }, firstPage),
  "an api document by id": (tx) => tx.apiDocs.findAnywhere("apidoc-1"),
  "uses of an upstream": (tx) => tx.upstreams.listUses("upstream-1", {}, firstPage),
  "apis of an ip strategy": (tx) => tx.ipStrategyBindings.listApis("IPStrategy-1", undefined, firstPage),
  "changes after a position": (tx) => tx.changes.after(1, 10),
};

for (const [name, lookup] of Object.entries(lookups)) {
  test(`${name}: found through an index, without a walk through the scope or the table`, async () => {
    for (const step of await plansOf(lookup)) {
      // The list of wanted values is the only thing that may be walked through.
      assert.doesNotMatch(step, /^SCAN (?!json_each)/, step);
      assert.doesNotMatch(step, /_newest \(app_id/, step);
    }
  });
}

// What a list is filtered by is part of its index: the rows themselves are read for one page only.
const filtered: Record<string, (tx: Transaction) => Promise<unknown>> = {
  services: (tx) =>
    tx.services.list(scope, { nameContains: ["s"], netTypes: ["OUTER"], ipVersions: ["IPv4"] }, countOnly),
  "usage plans": (tx) => tx.usagePlans.list(scope, { nameContains: ["p"] }, countOnly),
  "api keys": (tx) => tx.apiKeys.list(scope, { keywords: ["k"], isEnabled: [true] }, countOnly),
  "api apps": (tx) => tx.apiApps.list(scope, { keywords: ["a"] }, countOnly),
  apis: (tx) =>
    tx.apis.list(scope, "service-1", { nameContains: ["o"], pathContains: ["/"], authTypes: ["SECRET"] }, countOnly),
  "apis by tag": (tx) => tx.apis.list(scope, "service-1", { tagKeys: ["team"] }, countOnly),
  plugins: (tx) => tx.plugins.list(scope, { nameContains: "p", type: "Cors" }, countOnly),
  upstreams: (tx) => tx.upstreams.list(scope, { nameContains: ["u"] }, countOnly),
  "exclusive instances": (tx) => tx.exclusiveInstances.list(scope, { nameContains: ["i"] }, countOnly),
};

for (const [name, list] of Object.entries(filtered)) {
  test(`the filters of the list of ${name} are read from an index alone`, async () => {
    // That one service is read, to see whose it is, does not depend on the length of the list.
    const ofService = "SEARCH services EXISTS USING INDEX sqlite_autoindex_services_1 (id=?)";
    const searches = (await plansOf(list)).filter((step) => step.startsWith("SEARCH") && step !== ofService);
    assert.ok(searches.length > 0);
    for (const step of searches) assert.match(step, /COVERING INDEX/);
  });
}
