import assert from "node:assert/strict";
import { test } from "node:test";
import { type Client, startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createService } from "../resources.ts";
import { domainOf, mapped, withCertificates } from "./resources.ts";

const SubDomain = "api.example.com";

async function readDomain(client: Client, ServiceId: string) {
  const { Result } = await client.DescribeServiceSubDomains({ ServiceId });
  const { CertificateId, Protocol, IsForcedHttps, NetType } = present(Result?.DomainSet?.[0]);
  return { CertificateId, Protocol, IsForcedHttps, NetType };
}

async function readMappings(client: Client, ServiceId: string) {
  const { Result } = await client.DescribeServiceSubDomainMappings({ ServiceId, SubDomain });
  return Result?.PathMappingSet;
}

test("what is not sent stays as it is", async (t) => {
  const client = (await startManagement(t, { surroundings: withCertificates })).client();
  const ServiceId = await createService(client);
  await client.BindSubDomain(await domainOf(client, ServiceId, mapped));
  const https = { Protocol: "https", CertificateId: "good", IsForcedHttps: true };
  await client.ModifySubDomain({ ServiceId, SubDomain, IsDefaultMapping: false, ...https });
  assert.deepEqual(await readDomain(client, ServiceId), { ...https, NetType: "OUTER" });
  assert.deepEqual(await readMappings(client, ServiceId), mapped.PathMappingSet);
  assert.equal((await client.ModifySubDomain({ ServiceId, SubDomain, IsDefaultMapping: false })).Result, true);
  assert.deepEqual(await readDomain(client, ServiceId), { ...https, NetType: "OUTER" });
});

test("a set of mappings replaces the old one, and the default mapping drops it", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  await client.BindSubDomain(await domainOf(client, ServiceId, mapped));
  const PathMappingSet = [{ Path: "/pre", Environment: "prepub" }];
  await client.ModifySubDomain({ ServiceId, SubDomain, IsDefaultMapping: false, PathMappingSet });
  assert.deepEqual(await readMappings(client, ServiceId), PathMappingSet);
  await client.ModifySubDomain({ ServiceId, SubDomain, IsDefaultMapping: true });
  assert.deepEqual(await readMappings(client, ServiceId), []);
  const withoutSet = { ServiceId, SubDomain, IsDefaultMapping: false };
  await refused(client.ModifySubDomain(withoutSet), "FailedOperation.PathMappingSetError");
});

test("other domains of the service stay as they are", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  await client.BindSubDomain(await domainOf(client, ServiceId, { ...mapped, SubDomain: "other.example.com" }));
  await client.BindSubDomain(await domainOf(client, ServiceId, mapped));
  const domains = async () => {
    const { Result } = await client.DescribeServiceSubDomains({ ServiceId });
    return present(Result?.DomainSet).map((domain) => [domain.DomainName, domain.IsDefaultMapping]);
  };
  await client.ModifySubDomain({ ServiceId, SubDomain, IsDefaultMapping: true });
  assert.deepEqual(await domains(), [
    [SubDomain, true],
    ["other.example.com", false],
  ]);
  await client.UnBindSubDomain({ ServiceId, SubDomain });
  assert.deepEqual(await domains(), [["other.example.com", false]]);
});

test("mapping paths on a domain with the default mapping needs the switch", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  await client.BindSubDomain(await domainOf(client, ServiceId));
  const request = { ServiceId, SubDomain, PathMappingSet: mapped.PathMappingSet };
  const code = "FailedOperation.SetCustomPathMappingError";
  await refused(client.ModifySubDomain({ ...request, IsDefaultMapping: true }), code);
  await client.ModifySubDomain({ ...request, IsDefaultMapping: false });
  assert.deepEqual(await readMappings(client, ServiceId), mapped.PathMappingSet);
});

test("HTTPS needs a certificate when it is added, and forced HTTPS needs it to stay", async (t) => {
  const client = (await startManagement(t, { surroundings: withCertificates })).client();
  const ServiceId = await createService(client);
  await client.BindSubDomain(await domainOf(client, ServiceId));
  const request = { ServiceId, SubDomain, IsDefaultMapping: true };
  const https = { ...request, Protocol: "http&https" };
  await refused(client.ModifySubDomain(https), "FailedOperation.CertificateIdBindError", /needs/);
  await client.ModifySubDomain({ ...https, CertificateId: "good", IsForcedHttps: true });
  const emptied = { ...request, CertificateId: "" };
  await refused(client.ModifySubDomain(emptied), "FailedOperation.CertificateIdBindError");
  await refused(client.ModifySubDomain({ ...request, Protocol: "http" }), "UnsupportedOperation.ForceHttps");
  await client.ModifySubDomain({ ...request, Protocol: "http", IsForcedHttps: false, CertificateId: "" });
  assert.equal((await readDomain(client, ServiceId)).Protocol, "http");
});

test("the mapping of one environment is deleted, unless it is missing or the last", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  await client.BindSubDomain(await domainOf(client, ServiceId, mapped));
  const code = "FailedOperation.DeletePathMappingSetError";
  const remove = (Environment: string) => client.DeleteServiceSubDomainMapping({ ServiceId, SubDomain, Environment });
  await refused(remove("prepub"), code, /prepub/);
  assert.equal((await remove("test")).Result, true);
  assert.deepEqual(await readMappings(client, ServiceId), [{ Path: "/", Environment: "release" }]);
  await refused(remove("release"), code, /at least one/);
  await client.ModifySubDomain({ ServiceId, SubDomain, IsDefaultMapping: true });
  await refused(remove("release"), code, /default mapping/);
});
