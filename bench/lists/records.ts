// One record of each kind that is listed.
import type { ApiDefinition } from "../../src/model/api.ts";
import type { Transaction } from "../../src/store/store.ts";
import * as estate from "./estate.ts";

const { scope } = estate;

type Add = (tx: Transaction, index: number, now: number) => Promise<void>;

/** What all records have, and a name that holds the number. */
function common(index: number, now: number) {
  return { ...scope, name: `name-${index}`, createdAt: now, modifiedAt: now };
}

export const addService: Add = (tx, index, now) => insertService(tx, estate.numbered("service", index), index, now);

export function insertService(tx: Transaction, id: string, index: number, now: number): Promise<void> {
  return tx.services.insert({
    ...common(index, now),
    id,
    description: null,
    protocol: "http",
    netTypes: index % 2 === 0 ? ["OUTER"] : ["OUTER", "INNER"],
    ipVersion: "IPv4",
    vpcId: null,
    instanceId: index % 100 === 0 ? estate.numbered("instance", 1) : null,
    tags: [],
  });
}

export const addKey: Add = (tx, index, now) => {
  const id = estate.keyId(index);
  const isEnabled = index % 10 > 0;
  return tx.apiKeys.insert({
    ...common(index, now),
    id,
    secret: `secret-of-${id}`,
    type: "manual",
    isEnabled,
    tags: [],
  });
};

export const addPlan: Add = (tx, index, now) => insertPlan(tx, estate.numbered("usagePlan", index), index, now);

export function insertPlan(tx: Transaction, id: string, index: number, now: number): Promise<void> {
  return tx.usagePlans.insert({
    ...common(index, now),
    id,
    description: null,
    ratePerSecond: 100,
    quota: -1,
    tags: [],
  });
}

export const addApp: Add = (tx, index, now) => insertApp(tx, estate.numbered("app", index), index, now);

export function insertApp(tx: Transaction, id: string, index: number, now: number): Promise<void> {
  return tx.apiApps.insert({
    ...common(index, now),
    id,
    description: "",
    key: `APID${id}`,
    secret: `secret-of-${id}`,
    tags: [],
  });
}

export const addPlugin: Add = (tx, index, now) => insertPlugin(tx, estate.numbered("plugin", index), index, now);

export function insertPlugin(tx: Transaction, id: string, index: number, now: number): Promise<void> {
  const type = index % 2 === 0 ? "IPControl" : "Cors";
  const data =
    type === "IPControl" ? '{"type":"black_list","blocks":"192.0.2.1"}' : '{"allow_origin":["*"],"max_age":600}';
  return tx.plugins.insert({ ...common(index, now), id, type, data, description: null });
}

export const addUpstream: Add = (tx, index, now) => insertUpstream(tx, estate.numbered("upstream", index), index, now);

export function insertUpstream(tx: Transaction, id: string, index: number, now: number): Promise<void> {
  const labels = { vmInstanceId: null, tags: [], serviceName: null, namespace: null };
  const node = { host: "127.0.0.1", port: 9, weight: 100 };
  return tx.upstreams.insert({
    ...common(index, now),
    id,
    definition: {
      description: "",
      scheme: "HTTP",
      algorithm: "ROUND-ROBIN",
      vpcId: "vpc-1",
      retries: 1,
      hostHeader: null,
      nodes: [{ ...node, labels: { ...labels, clusterId: null, source: null, uniqueServiceName: null } }],
      healthCheck: null,
    },
    tags: [],
  });
}

export const addInstance: Add = (tx, index, now) =>
  tx.exclusiveInstances.insert({
    ...common(index, now),
    id: estate.numbered("instance", index),
    description: "",
    purchase: {
      type: "basic",
      zones: ["zone-1"],
      chargeType: "POSTPAID",
      prepaid: null,
      maxBandwidthMbps: 1,
      vpcId: "vpc-1",
      subnetId: "subnet-1",
    },
    rates: { service: 2_500, api: 2_500 },
    ratesModifiedAt: now,
    tags: [],
  });

export const addDomain: Add = (tx, index, now) =>
  tx.customDomains.insert({
    ...common(index, now),
    name: estate.domainName(index),
    serviceId: estate.service,
    protocol: "http",
    netType: "OUTER",
    certificateId: null,
    isForcedHttps: false,
    mappings: null,
  });

export const addApi: Add = (tx, index, now) => {
  const { name, ...times } = common(index, now);
  const tags = index % 1_000 === 0 ? [{ key: "team", value: "blue" }] : [];
  const id = estate.numbered("api", index);
  return tx.apis.insert({ ...times, id, serviceId: estate.service, definition: apiDefinition(name, index), tags });
};

function apiDefinition(name: string, index: number): ApiDefinition {
  const product = { product: "upstream", upstreamId: estate.upstream };
  return {
    name,
    description: null,
    apiType: "NORMAL",
    path: `/resource-${index}/items`,
    method: "GET",
    protocol: "HTTP",
    authType: index % 2 === 0 ? "SECRET" : "APP",
    isCorsEnabled: false,
    requestParameters: [],
    backend: { type: "HTTP", url: "", path: "/items", method: "GET", vpcId: null, ...product },
    backendTimeoutSeconds: 15,
    backendParameters: [],
    constantParameters: [],
    responseType: null,
    responseSuccessExample: null,
    responseFailExample: null,
    responseErrorCodes: [],
  };
}
