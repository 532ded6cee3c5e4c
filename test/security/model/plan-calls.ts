import assert from "node:assert/strict";
import { firstOf, formatError, notFound, type Propose } from "./call.ts";
import { plansOf } from "./key-calls.ts";
import { anEnvironment } from "./release-calls.ts";
import type { ModelPlace, ModelService, Tenant } from "./tenant.ts";
import { limits, type World } from "./world.ts";

type PlanPlace = ModelService["plans"][number];

const unsupported = "UnsupportedOperation";

function aPlan(tenant: Tenant, world: World) {
  const id = world.id("usagePlan", tenant.plans.keys());
  return { id, keys: tenant.plans.get(id) };
}

const createPlan: Propose = (tenant, world) => {
  const rate = world.random.pick(-1, 0, 1, 2_000, 2_001);
  const quota = world.random.pick(-1, 0, 1, 99_999_999, 100_000_000);
  return {
    action: "CreateUsagePlan",
    parameters: { UsagePlanName: "plan", MaxRequestNumPreSec: rate, MaxRequestNum: quota },
    expected: firstOf(
      [quota === 0 || quota === 100_000_000, "InvalidParameterValue.InvalidMaxRequestNum"],
      [rate === 0 || rate === 2_001, formatError],
      [tenant.plans.size >= limits.plans, "LimitExceeded.UsagePlanLimitExceeded"],
    ),
    onSuccess(reply) {
      const id = reply.text("UsagePlanId");
      tenant.plans.set(id, new Set());
      world.saw("usagePlan", id);
    },
  };
};

const modifyPlan: Propose = (tenant, world) => {
  const { id, keys } = aPlan(tenant, world);
  const rate = world.random.pick(-1, 2_000, 2_001);
  return {
    action: "ModifyUsagePlan",
    parameters: { UsagePlanId: id, MaxRequestNumPreSec: rate },
    expected: firstOf([rate === 2_001, formatError], [keys === undefined, notFound.plan]),
    onSuccess: (reply) => assert.equal(reply.get("MaxRequestNumPreSec"), rate),
  };
};

/** Where the plan is bound, whatever the service. */
function placesOf(tenant: Tenant, planId: string): readonly (PlanPlace & { readonly serviceId: string })[] {
  return [...tenant.services.values()].flatMap(({ id, plans }) =>
    plans.filter((place) => place.planId === planId).map((place) => ({ ...place, serviceId: id })),
  );
}

const deletePlan: Propose = (tenant, world) => {
  const { id, keys } = aPlan(tenant, world);
  return {
    action: "DeleteUsagePlan",
    parameters: { UsagePlanId: id },
    expected: firstOf(
      [keys === undefined, notFound.plan],
      [placesOf(tenant, id).length > 0, `${unsupported}.UsagePlanInUse`],
    ),
    onSuccess: () => tenant.plans.delete(id),
  };
};

const describePlan: Propose = (tenant, world) => {
  const { id, keys } = aPlan(tenant, world);
  return {
    action: "DescribeUsagePlan",
    parameters: { UsagePlanId: id },
    expected: keys === undefined ? notFound.plan : "ok",
    onSuccess(reply) {
      assert.deepEqual(new Set(reply.get("BindSecretIds") as string[]), keys);
      const bound = new Set(placesOf(tenant, id).map(({ serviceId, environment }) => `${serviceId} ${environment}`));
      assert.equal(reply.get("BindEnvironmentTotalCount"), bound.size);
    },
  };
};

/** Whether one request could be charged to plans at both places of a service. */
function meet(one: ModelPlace, other: ModelPlace): boolean {
  const isSameApi = one.apiId === null || other.apiId === null || one.apiId === other.apiId;
  return one.environment === other.environment && isSameApi;
}

const bindKeys: Propose = (tenant, world) => {
  const { id, keys } = aPlan(tenant, world);
  const keyIds = [
    ...new Set(Array.from({ length: world.random.pick(1, 1, 2) }, () => world.id("AKID", tenant.keys.keys()))),
  ];
  const isInForceTwice = (keyId: string) =>
    plansOf(tenant, keyId).some((other) =>
      placesOf(tenant, other).some((theirs) =>
        placesOf(tenant, id).some((ours) => ours.serviceId === theirs.serviceId && meet(ours, theirs)),
      ),
    );
  return {
    action: "BindSecretIds",
    parameters: { UsagePlanId: id, AccessKeyIds: keyIds },
    expected: firstOf(
      [keys === undefined, notFound.plan],
      [keyIds.some((key) => !tenant.keys.has(key)), notFound.key],
      [keyIds.some((key) => tenant.keys.get(key)?.isEnabled !== true), `${unsupported}.InvalidStatus`],
      [keyIds.some((key) => keys?.has(key)), `${unsupported}.AlreadyBindUsagePlan`],
      [
        (keys?.size ?? 0) + keyIds.length > limits.keysPerPlan ||
          keyIds.some((key) => plansOf(tenant, key).length >= limits.plansPerKey),
        "LimitExceeded.AccessKeyCountInUsagePlanLimitExceeded",
      ],
      [keyIds.some(isInForceTwice), `${unsupported}.UnsupportedBindApiKey`],
    ),
    onSuccess() {
      for (const key of keyIds) keys?.add(key);
    },
  };
};

const unbindKeys: Propose = (tenant, world) => {
  const { id, keys } = aPlan(tenant, world);
  const keyId = world.id("AKID", keys ?? tenant.keys.keys());
  return {
    action: "UnBindSecretIds",
    parameters: { UsagePlanId: id, AccessKeyIds: [keyId] },
    expected: firstOf([keys === undefined, notFound.plan], [keys?.has(keyId) !== true, notFound.key]),
    onSuccess: () => keys?.delete(keyId),
  };
};

interface Binding {
  readonly serviceId: string;
  readonly service: ModelService | undefined;
  readonly planIds: readonly string[];
  readonly level: "SERVICE" | "API";
  readonly places: readonly ModelPlace[];
  readonly parameters: object;
  readonly absent: readonly (readonly [boolean, string])[];
}

function aBinding(tenant: Tenant, world: World, isUnbinding: boolean): Binding {
  const { id, service } = world.service(tenant);
  const { environment, name } = anEnvironment(world);
  const level = world.random.pick("SERVICE", "API");
  const planIds = [...new Set(Array.from({ length: world.random.pick(1, 1, 2) }, () => aPlan(tenant, world).id))];
  const ofApi = world.random.pick(0, 1, 1, 2);
  const apiIds = Array.from({ length: ofApi }, () => world.id("api", (service?.apis ?? new Map()).keys()));
  const places = level === "SERVICE" ? [null] : [...new Set(apiIds)];
  return {
    serviceId: id,
    service,
    planIds,
    level,
    places: places.map((apiId) => ({ environment, apiId })),
    parameters: { ServiceId: id, UsagePlanIds: planIds, BindType: level, Environment: name, ApiIds: apiIds },
    absent: [
      [name === "nowhere", formatError],
      [service === undefined, notFound.service],
      [planIds.some((planId) => !tenant.plans.has(planId)), notFound.plan],
      [level === "API" && ofApi === 0, isUnbinding ? formatError : "InvalidParameterValue.InvalidApiIds"],
      [level === "API" && apiIds.some((apiId) => service?.apis.has(apiId) !== true), notFound.api],
    ],
  };
}

const bindPlans: Propose = (tenant, world) => {
  const { service, serviceId, planIds, level, places, parameters, absent } = aBinding(tenant, world, false);
  const isBound = (planId: string, place: ModelPlace) =>
    service?.plans.some(
      (own) => own.planId === planId && own.environment === place.environment && own.apiId === place.apiId,
    );
  const added = planIds.flatMap((planId) =>
    places.filter((place) => !isBound(planId, place)).map((place) => ({ ...place, planId })),
  );
  const [{ environment } = { environment: "test" }] = places;
  const here = (service?.plans ?? []).filter((place) => place.environment === environment);
  const hasOtherLevel = here.some((place) => (place.apiId === null) !== (level === "SERVICE"));
  const inForce = here.filter((place) => places.some((own) => meet(own, place))).map(({ planId }) => planId);
  const together = new Set([...planIds, ...inForce]);
  const sharesKey = planIds.some((planId) =>
    [...together].some(
      (other) =>
        other !== planId && [...(tenant.plans.get(other) ?? [])].some((key) => tenant.plans.get(planId)?.has(key)),
    ),
  );
  const isOpen = level === "API" && places.some(({ apiId }) => service?.apis.get(apiId ?? "")?.authType !== "SECRET");
  return {
    action: "BindEnvironment",
    parameters,
    expected: firstOf(...absent, [
      isOpen || (added.length > 0 && (hasOtherLevel || sharesKey)),
      `${unsupported}.UnsupportedBindEnvironment`,
    ]),
    onSuccess: () => setPlans(tenant, serviceId, (plans) => [...plans, ...added]),
  };
};

function setPlans(tenant: Tenant, serviceId: string, change: (plans: readonly PlanPlace[]) => readonly PlanPlace[]) {
  const service = tenant.services.get(serviceId);
  if (service !== undefined) service.plans = change(service.plans);
}

const unbindPlans: Propose = (tenant, world) => {
  const { service, serviceId, planIds, places, parameters, absent } = aBinding(tenant, world, true);
  const isNamed = (own: PlanPlace) =>
    planIds.includes(own.planId) &&
    places.some((place) => place.environment === own.environment && place.apiId === own.apiId);
  const named = service?.plans.filter(isNamed) ?? [];
  return {
    action: "UnBindEnvironment",
    parameters,
    expected: firstOf(...absent, [
      named.length < planIds.length * places.length,
      `${unsupported}.UnsupportedUnBindEnvironment`,
    ]),
    onSuccess: () => setPlans(tenant, serviceId, (plans) => plans.filter((own) => !isNamed(own))),
  };
};

const demotePlan: Propose = (tenant, world) => {
  const { id, service } = world.service(tenant);
  const { environment } = anEnvironment(world);
  const planId = world.id("usagePlan", service?.plans.map((place) => place.planId) ?? []);
  const isIt = (own: PlanPlace) => own.planId === planId && own.environment === environment && own.apiId === null;
  return {
    action: "DemoteServiceUsagePlan",
    parameters: { ServiceId: id, UsagePlanId: planId, Environment: environment },
    expected: firstOf(
      [service === undefined, notFound.service],
      [!tenant.plans.has(planId), notFound.plan],
      [
        service?.plans.some(isIt) !== true || service.apis.size === 0 || !service.running.has(environment),
        `${unsupported}.NoUsagePlanEnv`,
      ],
    ),
    onSuccess() {
      const apiIds = [...(service?.apis.keys() ?? [])];
      const demoted = apiIds.map((apiId) => ({ planId, environment, apiId }));
      setPlans(tenant, id, (plans) => [...plans.filter((own) => !isIt(own)), ...demoted]);
    },
  };
};

const describeBindings: Propose = (tenant, world) => {
  const { id, service } = world.service(tenant);
  const isApiLevel = world.random.onceIn(2);
  return {
    action: isApiLevel ? "DescribeApiUsagePlan" : "DescribeServiceUsagePlan",
    parameters: { ServiceId: id, Limit: 100 },
    expected: service === undefined ? notFound.service : "ok",
    onSuccess(reply) {
      const shown = service?.plans.filter(({ apiId }) => (apiId !== null) === isApiLevel) ?? [];
      const list = isApiLevel ? "ApiUsagePlanList" : "ServiceUsagePlanList";
      assert.deepEqual(reply.column(list, "UsagePlanId"), shown.map(({ planId }) => planId).toSorted());
    },
  };
};

export const planCalls: readonly Propose[] = [
  createPlan,
  createPlan,
  modifyPlan,
  deletePlan,
  describePlan,
  bindKeys,
  bindKeys,
  bindKeys,
  unbindKeys,
  bindPlans,
  bindPlans,
  bindPlans,
  unbindPlans,
  demotePlan,
  describeBindings,
];
