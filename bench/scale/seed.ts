// Fills a data folder through the store, in seconds instead of the hours that as many management calls would take.
import { randomBytes } from "node:crypto";
import type { Api, ApiDefinition } from "../../src/model/api.ts";
import { newVersionName } from "../../src/model/version-name.ts";
import { openDataFolder } from "../../src/store/data-folder.ts";
import type { Transaction } from "../../src/store/store.ts";
import { rootKey } from "../gateways/turnpike-management.ts";
import {
  accountCount,
  apiPath,
  apisPerService,
  hasQuota,
  idSuffix,
  keyOf,
  keysPerPlan,
  planCount,
  type ScaleSize,
  scopeOf,
  serviceCount,
  serviceOfPlan,
} from "./shape.ts";

export async function seed(folder: string, size: ScaleSize, backendUrl: string): Promise<void> {
  const store = await openDataFolder({ folder, masterKey: null });
  const now = Date.now();
  await store.write(async (tx) => {
    // The oldest account is the root account.
    await tx.accounts.insert({ appId: rootKey.appId, name: "root", createdAt: now });
    for (let index = 0; index < accountCount; index++) {
      await tx.accounts.insert({ appId: scopeOf(index).appId, name: `account-${index}`, createdAt: now });
    }
  });
  for (let index = 0; index < serviceCount(size); index++) {
    await store.write((tx) => addService(tx, size, index, backendUrl, now));
  }
  const plansAtOnce = 20;
  for (let first = 0; first < planCount(size); first += plansAtOnce) {
    await store.write(async (tx) => {
      const last = Math.min(first + plansAtOnce, planCount(size));
      for (let index = first; index < last; index++) await addPlan(tx, size, index, now);
    });
  }
  await store.close();
}

/** A service with its share of the APIs, released. */
async function addService(
  tx: Transaction,
  size: ScaleSize,
  index: number,
  backendUrl: string,
  now: number,
): Promise<void> {
  const scope = scopeOf(index);
  const serviceId = `service-${idSuffix(index)}`;
  await tx.services.insert({
    ...scope,
    id: serviceId,
    name: `service-${index}`,
    description: null,
    protocol: "http",
    netTypes: ["OUTER"],
    ipVersion: "IPv4",
    vpcId: null,
    instanceId: null,
    tags: [],
    createdAt: now,
    modifiedAt: now,
  });
  // Without one of its own a service has the default limit, which a load may well exceed.
  await tx.strategies.setService({ serviceId, environment: "release", rate: 1_000_000 });
  const first = index * apisPerService;
  const apis = Array.from({ length: Math.min(apisPerService, size.apis - first) }, (_, inService): Api => {
    const id = `api-${idSuffix(first + inService)}`;
    const definition = apiDefinition(inService, backendUrl);
    return { ...scope, id, serviceId, definition, tags: [], createdAt: now, modifiedAt: now };
  });
  for (const api of apis) await tx.apis.insert(api);
  const versionName = newVersionName(now, randomBytes);
  await tx.releases.insertVersion({ name: versionName, serviceId, description: null, createdAt: now }, apis);
  const running = { serviceId, environment: "release", versionName } as const;
  await tx.releases.setRunning({ ...running, since: now });
  await tx.releases.appendHistory({ ...running, description: null, at: now });
}

function apiDefinition(indexInService: number, url: string): ApiDefinition {
  return {
    name: `api-${indexInService}`,
    description: null,
    apiType: "NORMAL",
    path: apiPath(indexInService),
    method: "GET",
    protocol: "HTTP",
    authType: "SECRET",
    isCorsEnabled: false,
    requestParameters: [],
    backend: { type: "HTTP", url, path: "/small", method: "GET", product: null, vpcId: null },
    backendTimeoutSeconds: 15,
    backendParameters: [],
    constantParameters: [],
    responseType: null,
    responseSuccessExample: null,
    responseFailExample: null,
    responseErrorCodes: [],
  };
}

/** A plan with its keys, bound to its service. */
async function addPlan(tx: Transaction, size: ScaleSize, index: number, now: number): Promise<void> {
  const service = serviceOfPlan(size, index);
  const scope = { ...scopeOf(service), tags: [], createdAt: now, modifiedAt: now };
  const planId = `usagePlan-${idSuffix(index)}`;
  const limits = { ratePerSecond: -1, quota: hasQuota(index) ? 99_999_999 : -1 };
  await tx.usagePlans.insert({ ...scope, ...limits, id: planId, name: `plan-${index}`, description: null });
  const keyIds: string[] = [];
  const first = index * keysPerPlan(size);
  for (let key = first; key < Math.min(first + keysPerPlan(size), size.keys); key++) {
    const { id, secret } = keyOf(key);
    await tx.apiKeys.insert({ ...scope, id, secret, name: `key-${key}`, type: "manual", isEnabled: true });
    keyIds.push(id);
  }
  await tx.memberships.add(planId, keyIds, now);
  const serviceId = `service-${idSuffix(service)}`;
  await tx.bindings.add([{ planId, serviceId, environment: "release", apiId: null, createdAt: now }]);
}
