import assert from "node:assert/strict";
import { test } from "node:test";
import { bareSurroundings } from "../../../src/control/surroundings.ts";
import { startEndpoint } from "../endpoint/endpoint.ts";
import { withCertificates } from "../sub-domain/resources.ts";
import { callLegacy, refusedLegacy, succeed } from "./legacy-call.ts";

const subDomain = "api.example.com";

async function withService(t: Parameters<typeof startEndpoint>[0], protocol: string) {
  const aliases = new Map([[subDomain, true]]);
  const isAliasOf = async (name: string) => aliases.get(name) === true;
  const endpoint = await startEndpoint(t, { surroundings: { ...bareSurroundings, ...withCertificates, isAliasOf } });
  const { serviceId } = await succeed(endpoint, "CreateService", { protocol });
  return { endpoint, aliases, serviceId: String(serviceId) };
}

test("a domain is bound with the service's protocol, the default mapping and no net type", async (t) => {
  const { endpoint, serviceId } = await withService(t, "https");
  const bare = callLegacy(endpoint, "BindSubDomain", { serviceId, subDomain });
  await refusedLegacy(bare, 5100, "FailedOperation.CertificateIsNull");
  // The example's spelling of certificateId.
  await succeed(endpoint, "BindSubDomain", { serviceId, subDomain, certificate: "good" });
  const { domainSet } = await succeed(endpoint, "DescribeServiceSubDomains", { serviceId });
  assert.deepEqual(domainSet, [{ domainName: subDomain, status: "True", certificateId: "good" }]);
  const mappings = await succeed(endpoint, "DescribeServiceSubDomainMappings", { serviceId, subDomain });
  assert.deepEqual(mappings, { isDefaultMapping: "TRUE", pathMappingSet: [] });
});

test("a domain whose alias is gone has the status Flase, as the pages spell it", async (t) => {
  const { endpoint, aliases, serviceId } = await withService(t, "http");
  await succeed(endpoint, "BindSubDomain", { serviceId, subDomain });
  aliases.delete(subDomain);
  const { domainSet } = await succeed(endpoint, "DescribeServiceSubDomains", { serviceId });
  assert.deepEqual(domainSet, [{ domainName: subDomain, status: "Flase", certificateId: "" }]);
});

test("mappings are written in the table's or the example's spelling, and read in the table's", async (t) => {
  const { endpoint, serviceId } = await withService(t, "http");
  await succeed(endpoint, "BindSubDomain", {
    serviceId,
    subDomain,
    isDefaultMapping: "false",
    "pathMapping.0.path": "/",
    "pathMapping.0.environment": "release",
  });
  assert.deepEqual(await succeed(endpoint, "DescribeServiceSubDomainMappings", { serviceId, subDomain }), {
    isDefaultMapping: "FALSE",
    pathMappingSet: [{ path: "/", environment: "release" }],
  });
});

test("a service or a parameter that is not there is told before what would have been looked up", async (t) => {
  const { endpoint, serviceId } = await withService(t, "http");
  const nowhere = callLegacy(endpoint, "BindSubDomain", { serviceId: "service-x", subDomain });
  await refusedLegacy(nowhere, 5000, "ResourceNotFound.InvalidService");
  await refusedLegacy(callLegacy(endpoint, "BindSubDomain", { serviceId }), 4000, "MissingParameter", /`subDomain`/);
  await refusedLegacy(callLegacy(endpoint, "BindSubDomain", { subDomain }), 4000, "MissingParameter", /`serviceId`/);
});
