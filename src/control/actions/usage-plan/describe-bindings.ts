import type { Api } from "../../../model/api.ts";
import { bindingKey } from "../../../model/place.ts";
import type { Service } from "../../../model/service.ts";
import type { Binding, UsagePlan } from "../../../model/usage-plan.ts";
import type { Call, Handler } from "../../action.ts";
import { loadService } from "../service/load.ts";
import { loadPlan } from "./load.ts";
import { type BindingRow, toApiUsagePlan, toUsagePlanEnvironment } from "./wire.ts";

export const describeUsagePlanEnvironments: Handler<"DescribeUsagePlanEnvironments"> = async (call, input) => {
  const plan = await loadPlan(call, input.UsagePlanId);
  const filter = { planId: plan.id, level: input.BindType };
  const { total, items } = await call.tx.bindings.list(filter, { offset: input.Offset, limit: input.Limit });
  const rows = await toRows(call, items);
  return { Result: { TotalCount: total, EnvironmentList: rows.map(toUsagePlanEnvironment) } };
};

/** Plans bound to the service as a whole. */
export const describeServiceUsagePlan: Handler<"DescribeServiceUsagePlan"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  const filter = { serviceId: service.id, level: "SERVICE" as const };
  const { total, items } = await call.tx.bindings.list(filter, { offset: input.Offset, limit: input.Limit });
  const rows = await toRows(call, items);
  return { Result: { TotalCount: total, ServiceUsagePlanList: rows.map(toApiUsagePlan) } };
};

/** Plans bound to single APIs of the service: every row names its API, because clients unbind each by it. */
export const describeApiUsagePlan: Handler<"DescribeApiUsagePlan"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  const filter = { serviceId: service.id, level: "API" as const };
  const { total, items } = await call.tx.bindings.list(filter, { offset: input.Offset, limit: input.Limit });
  const rows = await toRows(call, items);
  return { Result: { TotalCount: total, ApiUsagePlanList: rows.map(toApiUsagePlan) } };
};

async function toRows(call: Call, bindings: readonly Binding[]): Promise<readonly BindingRow[]> {
  const plans = await plansOf(call, bindings);
  const services = await servicesOf(call, bindings);
  const apis = await apisOf(call, bindings);
  const use = await useOf(call, plans.keys());
  const rows: BindingRow[] = [];
  for (const binding of bindings) {
    const plan = plans.get(binding.planId);
    const service = services.get(binding.serviceId);
    // Neither can be deleted while bound.
    if (plan === undefined || service === undefined) throw new Error(`binding without ends: ${bindingKey(binding)}`);
    const api = binding.apiId === null ? undefined : apis.get(binding.apiId);
    rows.push({ binding, plan, service, api, inUse: use.get(bindingKey(binding)) ?? 0 });
  }
  return rows;
}

async function plansOf(call: Call, bindings: readonly Binding[]): Promise<ReadonlyMap<string, UsagePlan>> {
  const ids = distinct(bindings.map((binding) => binding.planId));
  return byId(await call.tx.usagePlans.findMany(call.scope, ids));
}

async function servicesOf(call: Call, bindings: readonly Binding[]): Promise<ReadonlyMap<string, Service>> {
  const ids = distinct(bindings.map((binding) => binding.serviceId));
  return byId(await call.tx.services.findMany(call.scope, ids));
}

async function apisOf(call: Call, bindings: readonly Binding[]): Promise<ReadonlyMap<string, Api>> {
  const apis: Api[] = [];
  for (const [serviceId, ofService] of Map.groupBy(bindings, (binding) => binding.serviceId)) {
    const ids = distinct(ofService.map((binding) => binding.apiId).filter((id) => id !== null));
    if (ids.length > 0) apis.push(...(await call.tx.apis.findMany(call.scope, serviceId, ids)));
  }
  return byId(apis);
}

/** Calls spent per binding, by {@link bindingKey}. */
async function useOf(call: Call, planIds: Iterable<string>): Promise<ReadonlyMap<string, number>> {
  const use = new Map<string, number>();
  for (const planId of planIds) {
    for (const counted of call.quotaUse(await call.tx.quotas.leased(planId))) {
      const key = bindingKey(counted);
      use.set(key, (use.get(key) ?? 0) + counted.count);
    }
  }
  return use;
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
