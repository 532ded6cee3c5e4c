import assert from "node:assert/strict";
import { publicKey } from "../../control/api/oauth-requests.ts";
import { firstOf, formatError, notFound, type Propose } from "./call.ts";
import type { ModelApi, ModelService, Tenant } from "./tenant.ts";
import { limits, type World } from "./world.ts";

/** Paths that match the same requests are one path. */
const shapes = new Map([
  ["/a", "/a"],
  ["/b", "/b"],
  ["/c/{x}", "/c/*"],
  ["/c/{y}", "/c/*"],
]);

type Wanted = Omit<ModelApi, "id">;

function wantedApi(tenant: Tenant, world: World, service: ModelService | undefined): Wanted {
  const { random } = world;
  const kind = random.pick("NONE", "SECRET", "SECRET", "APP", "login", "token");
  const isOauth = kind === "login" || kind === "token";
  return {
    name: random.pick(null, "first", "second", "third"),
    path: random.pick(...([...shapes.keys()] as [string, ...string[]])),
    method: random.pick("GET", "POST", "ANY"),
    authType: isOauth ? "OAUTH" : kind,
    isAuthorization: kind === "login",
    authorizationApiId: kind === "token" ? world.id("api", (service?.apis ?? new Map()).keys()) : null,
    upstreamId: random.onceIn(3) ? world.id("upstream", tenant.upstreams) : null,
  };
}

function requestOf(api: Wanted): object {
  const variable = /\{(.)\}/.exec(api.path)?.[1];
  const parameter = { Name: variable, Position: "path", Type: "string", DefaultValue: "", Required: true, Desc: "" };
  const upstream = { Product: "upstream", UpstreamId: api.upstreamId, Url: "", Path: "/", Method: "GET" };
  return {
    ...(api.name === null ? {} : { ApiName: api.name }),
    RequestConfig: { Path: api.path, Method: api.method },
    RequestParameters: variable === undefined ? [] : [parameter],
    AuthType: api.authType,
    ...(api.authType === "OAUTH" && { ApiBusinessType: api.isAuthorization ? "OAUTH" : "NORMAL" }),
    ...(api.isAuthorization && { OauthConfig: { PublicKey: publicKey, TokenLocation: "header" } }),
    ...(api.authorizationApiId !== null && { AuthRelationApiId: api.authorizationApiId }),
    ...(api.upstreamId === null
      ? { ServiceType: "MOCK", ServiceMockReturnMessage: "hello" }
      : { ServiceType: "HTTP", ServiceConfig: upstream }),
    ServiceTimeout: 15,
  };
}

const others = (service: ModelService | undefined, ownId?: string) =>
  [...(service?.apis.values() ?? [])].filter(({ id }) => id !== ownId);

function lacksAuthorization(service: ModelService | undefined, api: Wanted, ownId?: string): boolean {
  if (api.authorizationApiId === null) return false;
  const related = service?.apis.get(api.authorizationApiId);
  return related?.isAuthorization !== true || related.id === ownId;
}

const isNameTaken = (service: ModelService | undefined, { name }: Wanted, ownId?: string) =>
  name !== null && others(service, ownId).some((other) => other.name === name);

const isPathTaken = (service: ModelService | undefined, { path, method }: Wanted, ownId?: string) =>
  others(service, ownId).some((other) => shapes.get(other.path) === shapes.get(path) && other.method === method);

const createApi: Propose = (tenant, world) => {
  const { id, service } = world.service(tenant);
  const api = wantedApi(tenant, world, service);
  const hasMethod = !world.random.onceIn(12);
  return {
    action: "CreateApi",
    parameters: {
      ServiceId: id,
      Protocol: "HTTP",
      ...requestOf(api),
      ...(hasMethod ? {} : { RequestConfig: { Path: api.path, Method: "FETCH" } }),
    },
    expected: firstOf(
      [!hasMethod, "InvalidParameterValue.InvalidApiRequestConfig"],
      [service === undefined, notFound.service],
      [api.upstreamId !== null && !tenant.upstreams.has(api.upstreamId), "InvalidParameterValue.InvalidUpstream"],
      [lacksAuthorization(service, api), "ResourceNotFound.InvalidOauthApi"],
      [others(service).length >= limits.apis, "LimitExceeded.ApiCountLimitExceeded"],
      [isNameTaken(service, api), formatError],
      [isPathTaken(service, api), "InvalidParameterValue.InvalidApiRequestConfig"],
    ),
    onSuccess(reply) {
      const apiId = reply.text("ApiId");
      service?.apis.set(apiId, { ...api, id: apiId });
      world.saw("api", apiId);
    },
  };
};

/** Two operations; each comes in or fails for itself. */
const importApis: Propose = (tenant, world) => {
  const { id, service } = world.service(tenant);
  const operation = { get: { responses: {} } };
  const paths = { "/a": operation, "/b": operation };
  const document = { openapi: "3.0.0", info: { title: "t", version: "1" }, paths };
  return {
    action: "ImportOpenApi",
    parameters: { ServiceId: id, Content: JSON.stringify(document), EncodeType: "JSON", ContentVersion: "openAPI" },
    expected: service === undefined ? "ResourceNotFound" : "ok",
    onSuccess(reply) {
      const rows = reply.get("ApiSet") as { Path: string; Status: string; ApiId: string }[];
      for (const row of rows) {
        const api = { name: null, path: row.Path, method: "GET", authType: "NONE", isAuthorization: false };
        const wanted = { ...api, authorizationApiId: null, upstreamId: null };
        const fails = others(service).length >= limits.apis || isPathTaken(service, wanted);
        assert.equal(row.Status, fails ? "fail" : "success");
        if (fails) continue;
        service?.apis.set(row.ApiId, { ...wanted, id: row.ApiId });
        world.saw("api", row.ApiId);
      }
    },
  };
};

function anApi(tenant: Tenant, world: World) {
  const { id, service } = world.service(tenant);
  const apiId = world.id("api", (service?.apis ?? new Map()).keys());
  const api = service?.apis.get(apiId);
  return { ids: { ServiceId: id, ApiId: apiId }, service, api };
}

function absence(service: ModelService | undefined, api: ModelApi | undefined): (readonly [boolean, string])[] {
  return [
    [service === undefined, notFound.service],
    [api === undefined, notFound.api],
  ];
}

const hasPlans = (service: ModelService | undefined, api: ModelApi | undefined) =>
  service?.plans.some(({ apiId }) => apiId === api?.id) === true;
const hasApps = (service: ModelService | undefined, api: ModelApi | undefined) =>
  service?.apps.some(({ apiId }) => apiId === api?.id) === true;
const hasBusiness = (service: ModelService | undefined, api: ModelApi | undefined) =>
  api?.isAuthorization === true && others(service).some(({ authorizationApiId }) => authorizationApiId === api.id);

const modifyApi: Propose = (tenant, world) => {
  const { ids, service, api } = anApi(tenant, world);
  const next = wantedApi(tenant, world, service);
  const leaves = (authType: string) => api?.authType === authType && next.authType !== authType;
  const associated = "UnsupportedOperation.ResourceAssociated";
  return {
    action: "ModifyApi",
    parameters: { ...ids, ...requestOf(next) },
    expected: firstOf(
      ...absence(service, api),
      [next.upstreamId !== null && !tenant.upstreams.has(next.upstreamId), "InvalidParameterValue.InvalidUpstream"],
      [lacksAuthorization(service, next, api?.id), "ResourceNotFound.InvalidOauthApi"],
      [leaves("SECRET") && hasPlans(service, api), associated],
      [leaves("APP") && hasApps(service, api), associated],
      [hasBusiness(service, api) && !next.isAuthorization, associated],
      [isNameTaken(service, next, api?.id), formatError],
      [isPathTaken(service, next, api?.id), "InvalidParameterValue"],
    ),
    onSuccess: () => api && service?.apis.set(api.id, { ...next, id: api.id }),
  };
};

const modifyApiIncrement: Propose = (tenant, world) => {
  const { ids, service, api } = anApi(tenant, world);
  const change = world.random.onceIn(3) ? {} : { LoginRedirectUrl: "https://login.test/" };
  return {
    action: "ModifyApiIncrement",
    parameters: { ...ids, BusinessType: "OAUTH", ...change },
    expected: firstOf(
      ...absence(service, api),
      [api?.isAuthorization !== true, "InvalidParameterValue.InvalidApiBusinessType"],
      [!("LoginRedirectUrl" in change), "InvalidParameterValue.NothingModifyForOauth"],
    ),
  };
};

const deleteApi: Propose = (tenant, world) => {
  const { ids, service, api } = anApi(tenant, world);
  return {
    action: "DeleteApi",
    parameters: ids,
    expected: firstOf(
      ...absence(service, api),
      [hasPlans(service, api), "FailedOperation.ApiBindEnvironmen"],
      [hasBusiness(service, api), "UnsupportedOperation.UnsupportedDeleteApi"],
      [hasApps(service, api), "UnsupportedOperation.ResourceAssociated"],
    ),
    onSuccess: () => service?.apis.delete(ids.ApiId),
  };
};

const describeApi: Propose = (tenant, world) => {
  const { ids, service, api } = anApi(tenant, world);
  return {
    action: "DescribeApi",
    parameters: ids,
    expected: firstOf(...absence(service, api)),
    onSuccess(reply) {
      assert.equal(reply.get("ApiName"), api?.name);
      assert.equal(reply.get("AuthType"), api?.authType);
      assert.deepEqual(reply.get("RequestConfig"), { Path: api?.path, Method: api?.method });
      const runs = ([environment]: readonly [string, string]) =>
        service && tenant.runningApis(service, environment as "test").has(ids.ApiId);
      const environments = [...(service?.running ?? [])].filter(runs).map(([environment]) => environment);
      assert.deepEqual(new Set(reply.get("Environments") as string[]), new Set(environments));
    },
  };
};

const modifyApiRate: Propose = (tenant, world) => {
  const { ids, service, api } = anApi(tenant, world);
  const Strategy = world.random.pick(-1, 0, 1, 5_000, 50_001);
  const EnvironmentName = world.random.pick("test", "prepub", "release");
  const highest = service?.instanceId == null ? limits.rate : 2_500;
  return {
    action: "ModifyApiEnvironmentStrategy",
    parameters: { ServiceId: ids.ServiceId, ApiIds: [ids.ApiId], Strategy, EnvironmentName },
    expected: firstOf([api === undefined, notFound.api], [Strategy > highest, "InvalidParameterValue.RangeExceeded"]),
    onSuccess: () => Strategy !== 0 && service?.apiRates.set(`${ids.ApiId}/${EnvironmentName}`, Strategy),
  };
};

const describeApiRates: Propose = (tenant, world) => {
  const { ids, service, api } = anApi(tenant, world);
  return {
    action: "DescribeApiEnvironmentStrategy",
    parameters: ids,
    expected: firstOf(...absence(service, api)),
    onSuccess(reply) {
      const [row] = reply.get("ApiEnvironmentStrategySet") as [
        { EnvironmentStrategySet: { EnvironmentName: string; Quota: number }[] },
      ];
      for (const { EnvironmentName, Quota } of row.EnvironmentStrategySet) {
        assert.equal(Quota, service?.apiRates.get(`${ids.ApiId}/${EnvironmentName}`) ?? -1);
      }
    },
  };
};

export const apiCalls: readonly Propose[] = [
  createApi,
  createApi,
  createApi,
  createApi,
  importApis,
  modifyApi,
  modifyApi,
  modifyApiIncrement,
  deleteApi,
  describeApi,
  modifyApiRate,
  describeApiRates,
];
