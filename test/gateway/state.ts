import type { ApiDefinition, HttpBackend } from "../../src/model/api.ts";
import type { EnvironmentName } from "../../src/model/environment.ts";
import type { ApiState, EnvironmentState, KeyState, ServiceState, SnapshotDelta } from "../../src/snapshot/delta.ts";

export const serviceId = "service-abcd1234";
export const host = "service-abcd1234-1250000000.gz.apigw.localhost";
export const keyId = "AKIDtestvector0001";
export const keySecret = "example-secret-key-0001";
export const planId = "usagePlan-abcd1234";

export function httpBackend(port: number, path = "/", method = "ANY"): HttpBackend {
  return { type: "HTTP", url: `http://127.0.0.1:${port}`, path, method, product: null, vpcId: null };
}

/** An API without authentication on `/` (prefix) that answers `mock`, unless told otherwise. */
export function definition(overrides: Partial<ApiDefinition> = {}): ApiDefinition {
  return {
    name: null,
    description: null,
    apiType: "NORMAL",
    path: "/",
    method: "ANY",
    protocol: "HTTP",
    authType: "NONE",
    isCorsEnabled: false,
    requestParameters: [],
    backend: { type: "MOCK", body: "mock" },
    backendTimeoutSeconds: 5,
    backendParameters: [],
    constantParameters: [],
    responseType: "TEXT",
    responseSuccessExample: null,
    responseFailExample: null,
    responseErrorCodes: [],
    ...overrides,
  };
}

export function api(overrides: Partial<ApiDefinition> = {}, id = "api-abcd1234"): ApiState {
  return { id, createdAt: 1, definition: definition(overrides) };
}

export function service(overrides: Partial<ServiceState> = {}): ServiceState {
  return {
    id: serviceId,
    appId: 1250000000,
    region: "ap-guangzhou",
    protocol: "http&https",
    instanceId: null,
    hosts: [host],
    customDomains: [],
    rates: [],
    apiRates: [],
    bindings: [],
    plugins: [],
    ipStrategies: [],
    ...overrides,
  };
}

export function release(apis: readonly ApiState[], environment: EnvironmentName = "release"): EnvironmentState {
  return { serviceId, environment, versionName: "20260101000000aaaa", apis };
}

export function key(overrides: Partial<KeyState> = {}): KeyState {
  return { id: keyId, appId: 1250000000, secret: keySecret, isEnabled: true, planIds: [planId], ...overrides };
}

/** A step that names only what is given. */
export function delta(parts: Partial<SnapshotDelta> = {}): SnapshotDelta {
  return {
    seq: 1,
    isComplete: false,
    services: [],
    removedServices: [],
    environments: [],
    keys: [],
    removedKeys: [],
    plans: [],
    removedPlans: [],
    apps: [],
    removedApps: [],
    appBindings: [],
    upstreams: [],
    removedUpstreams: [],
    ...parts,
  };
}

/** The whole state: one service with these APIs in `release`. */
export function serving(apis: readonly ApiState[], parts: Partial<SnapshotDelta> = {}): SnapshotDelta {
  return delta({ isComplete: true, services: [service()], environments: [release(apis)], ...parts });
}

/** The whole state: one API that wants a key, bound with its plan at service level. */
export function servingKeyed(
  limits: { readonly ratePerSecond?: number; readonly quota?: number } = {},
  overrides: Partial<ApiDefinition> = {},
  parts: Partial<SnapshotDelta> = {},
): SnapshotDelta {
  return serving([api({ authType: "SECRET", ...overrides })], {
    services: [service({ bindings: [{ planId, environment: "release", apiId: null }] })],
    keys: [key()],
    plans: [{ id: planId, ratePerSecond: -1, quota: -1, ...limits }],
    ...parts,
  });
}
