import assert from "node:assert/strict";
import { test } from "node:test";
import { type Client, type Management, startManagement } from "./management.ts";
import { codeOf } from "./outcome.ts";
import { createPlugin, createReleased } from "./plugin/resources.ts";
import { createApi, createPlan, createService, mockApi } from "./resources.ts";
import { bindToApis, bindToService, createApiAt, createKeys, createPlanWith } from "./usage-plan/resources.ts";

interface Write {
  readonly title: string;
  /** A call whose list holds good members and, last, one that is not; and the same call without that one. */
  prepare(client: Client): Promise<{ bad: () => Promise<unknown>; good: () => Promise<unknown> }>;
}

const key = "AKIDnobody";
const plan = "usagePlan-nobody00";
const api = "api-nobody00";

/** Every write that takes a list of things there are. */
const writes: readonly Write[] = [
  {
    title: "BindSecretIds",
    async prepare(client) {
      const keys = await createKeys(client, 2);
      const UsagePlanId = await createPlan(client);
      const bind = (AccessKeyIds: string[]) => () => client.BindSecretIds({ UsagePlanId, AccessKeyIds });
      return { bad: bind([...keys, key]), good: bind(keys) };
    },
  },
  {
    title: "UnBindSecretIds",
    async prepare(client) {
      const keys = await createKeys(client, 2);
      const UsagePlanId = await createPlanWith(client, ...keys);
      const unbind = (AccessKeyIds: string[]) => () => client.UnBindSecretIds({ UsagePlanId, AccessKeyIds });
      return { bad: unbind([...keys, key]), good: unbind(keys) };
    },
  },
  {
    title: "BindEnvironment, plans",
    async prepare(client) {
      const ServiceId = await createService(client);
      const plans = [await createPlan(client), await createPlan(client)];
      const bind = (ids: string[]) => () => bindToService(client, ids, ServiceId);
      return { bad: bind([...plans, plan]), good: bind(plans) };
    },
  },
  {
    title: "BindEnvironment, APIs",
    async prepare(client) {
      const ServiceId = await createService(client);
      const apis = [await createApiAt(client, ServiceId, "/a"), await createApiAt(client, ServiceId, "/b")];
      const plans = [await createPlan(client)];
      const bind = (ids: string[]) => () => bindToApis(client, plans, ServiceId, ids);
      return { bad: bind([...apis, api]), good: bind(apis) };
    },
  },
  {
    title: "UnBindEnvironment",
    async prepare(client) {
      const ServiceId = await createService(client);
      const plans = [await createPlan(client), await createPlan(client)];
      await bindToService(client, plans, ServiceId);
      const place = { ServiceId, BindType: "SERVICE", Environment: "test" };
      const unbind = (UsagePlanIds: string[]) => () => client.UnBindEnvironment({ ...place, UsagePlanIds });
      return { bad: unbind([...plans, await createPlan(client)]), good: unbind(plans) };
    },
  },
  {
    title: "AttachPlugin",
    async prepare(client) {
      const { ServiceId, ApiIds } = await createReleased(client, "/a", "/b");
      const draft = await createApi(client, mockApi(ServiceId));
      const place = { ServiceId, PluginId: await createPlugin(client), EnvironmentName: "release" };
      const attach = (ids: string[]) => () => client.AttachPlugin({ ...place, ApiIds: ids });
      return { bad: attach([...ApiIds, draft]), good: attach(ApiIds) };
    },
  },
  {
    title: "BindIPStrategy",
    async prepare(client) {
      const { ServiceId, ApiIds } = await createReleased(client, "/a", "/b");
      const request = { ServiceId, StrategyName: "list", StrategyType: "BLACK", StrategyData: "192.0.2.1" };
      const { Result } = await client.CreateIPStrategy(request);
      const place = { ServiceId, StrategyId: Result?.StrategyId ?? "", EnvironmentName: "release" };
      const bind = (BindApiIds: string[]) => () => client.BindIPStrategy({ ...place, BindApiIds });
      return { bad: bind([...ApiIds, api]), good: bind(ApiIds) };
    },
  },
  {
    title: "ModifyApiEnvironmentStrategy",
    async prepare(client) {
      const { ServiceId, ApiIds } = await createReleased(client, "/a", "/b");
      const limit = { ServiceId, Strategy: 7, EnvironmentName: "release" };
      const set = (ids: string[]) => () => client.ModifyApiEnvironmentStrategy({ ...limit, ApiIds: ids });
      return { bad: set([...ApiIds, api]), good: set(ApiIds) };
    },
  },
  {
    title: "ModifyServiceEnvironmentStrategy",
    async prepare(client) {
      const ServiceId = await createService(client);
      const set = (EnvironmentNames: string[]) => () =>
        client.ModifyServiceEnvironmentStrategy({ ServiceId, Strategy: 7, EnvironmentNames });
      return { bad: set(["test", "release", "nowhere"]), good: set(["test", "release"]) };
    },
  },
];

async function changes({ store }: Management): Promise<number> {
  return store.read((tx) => tx.changes.latest());
}

test("one bad member of a list keeps the whole call from changing anything", async (t) => {
  const management = await startManagement(t);
  for (const { title, prepare } of writes) {
    const { bad, good } = await prepare(management.client());
    const before = await changes(management);
    assert.notEqual(await codeOf(bad()), "ok", title);
    assert.equal(await changes(management), before, `${title} with a bad member`);
    assert.equal(await codeOf(good()), "ok", `${title} with what is left can still be done as a whole`);
    assert.ok((await changes(management)) > before, `${title} with what is left`);
  }
});
