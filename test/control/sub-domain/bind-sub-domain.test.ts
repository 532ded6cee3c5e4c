import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { refused } from "../outcome.ts";
import { createService } from "../resources.ts";
import { domainOf, mapped, withCertificates } from "./resources.ts";

test("a bound domain is listed, newest first, with what was asked for", async (t) => {
  const client = (await startManagement(t, { surroundings: withCertificates })).client();
  const ServiceId = await createService(client);
  await client.BindSubDomain(await domainOf(client, ServiceId, { SubDomain: "API.Example.com." }));
  const https = { SubDomain: "shop.example.org", Protocol: "http&https", CertificateId: "good", IsForcedHttps: true };
  await client.BindSubDomain(await domainOf(client, ServiceId, { ...https, ...mapped }));

  const { Result } = await client.DescribeServiceSubDomains({ ServiceId });
  assert.deepEqual(Result, {
    TotalCount: 2,
    DomainSet: [
      {
        DomainName: "shop.example.org",
        Status: 1,
        CertificateId: "good",
        IsDefaultMapping: false,
        Protocol: "http&https",
        NetType: "OUTER",
        IsForcedHttps: true,
        RegistrationStatus: true,
      },
      {
        DomainName: "api.example.com",
        Status: 1,
        CertificateId: "",
        IsDefaultMapping: true,
        Protocol: "http",
        NetType: "OUTER",
        IsForcedHttps: false,
        RegistrationStatus: true,
      },
    ],
  });
  const second = await client.DescribeServiceSubDomains({ ServiceId, Offset: 1, Limit: 1 });
  assert.deepEqual(
    second.Result?.DomainSet?.map((domain) => domain.DomainName),
    ["api.example.com"],
  );
  const mappings = await client.DescribeServiceSubDomainMappings({ ServiceId, SubDomain: "Shop.Example.Org" });
  assert.deepEqual(mappings.Result, { IsDefaultMapping: false, PathMappingSet: mapped.PathMappingSet });
});

test("mappings sent along with the default mapping are not used", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  await client.BindSubDomain(await domainOf(client, ServiceId, { ...mapped, IsDefaultMapping: true }));
  const { Result } = await client.DescribeServiceSubDomainMappings({ ServiceId, SubDomain: "api.example.com" });
  assert.deepEqual(Result, { IsDefaultMapping: true, PathMappingSet: [] });
});

test("a domain leads to one service, whatever account or region others are in", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const ServiceId = await createService(client);
  await client.BindSubDomain(await domainOf(client, ServiceId));
  await refused(
    client.BindSubDomain(await domainOf(client, ServiceId, { SubDomain: "api.EXAMPLE.com" })),
    "FailedOperation.DomainAlreadyBindService",
  );
  for (const other of [
    client,
    management.client({ region: "ap-shanghai" }),
    management.client({ account: await management.addAccount() }),
  ]) {
    const request = await domainOf(other, await createService(other));
    await refused(other.BindSubDomain(request), "FailedOperation.DomainAlreadyBindOtherService");
  }
});

test("nobody takes over a default domain of the gateway", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const victim = await client.DescribeService({ ServiceId: await createService(client) });
  for (const SubDomain of [victim.OuterSubDomain ?? "", "apigw.localhost", "x.APIGW.localhost"]) {
    const request = await domainOf(client, ServiceId, { SubDomain });
    await refused(client.BindSubDomain(request), "FailedOperation.DomainInBlackList");
  }
});

test("the CNAME record is asked for only where that is switched on, and after everything else", async (t) => {
  const asked: (readonly [string, string])[] = [];
  let isAlias = false;
  const isAliasOf = async (name: string, target: string) => {
    asked.push([name, target]);
    return isAlias;
  };
  const client = (await startManagement(t, { surroundings: { isAliasOf } })).client();
  const ServiceId = await createService(client);
  const request = await domainOf(client, ServiceId);
  await refused(client.BindSubDomain({ ...request, IsForcedHttps: true }), "UnsupportedOperation.ForceHttps");
  assert.deepEqual(asked, []);
  await refused(client.BindSubDomain(request), "FailedOperation.DomainResolveError");
  assert.deepEqual(asked, [["api.example.com", request.NetSubDomain]]);

  isAlias = true;
  await client.BindSubDomain(request);
  isAlias = false;
  const { Result } = await client.DescribeServiceSubDomains({ ServiceId });
  assert.equal(Result?.DomainSet?.[0]?.Status, 0);
});

test("a domain of an inner net type stands for the service's inner default domain", async (t) => {
  const client = (await startManagement(t)).client();
  const request = { ServiceName: "s", Protocol: "http", NetTypes: ["OUTER", "INNER"] };
  const { ServiceId = "", InnerSubDomain = "" } = await client.CreateService(request);
  const inner = await domainOf(client, ServiceId, { NetType: "INNER" });
  await refused(client.BindSubDomain(inner), "FailedOperation.NetSubDomainError");
  await client.BindSubDomain({ ...inner, NetSubDomain: ` ${InnerSubDomain.toUpperCase()}\n` });
  const domain = { ServiceId, SubDomain: "api.example.com", IsDefaultMapping: true };
  const netType = async () => (await client.DescribeServiceSubDomains({ ServiceId })).Result?.DomainSet?.[0]?.NetType;
  assert.equal(await netType(), "INNER");
  await client.ModifySubDomain({ ...domain, NetType: "OUTER" });
  assert.equal(await netType(), "OUTER");
  await client.ModifySubDomain(domain);
  assert.equal(await netType(), "OUTER");
});

test("an unbound domain is free again, and its mappings are gone", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  await client.BindSubDomain(await domainOf(client, ServiceId, mapped));
  const domain = { ServiceId, SubDomain: "api.example.com" };
  assert.equal((await client.UnBindSubDomain(domain)).Result, true);
  await refused(client.UnBindSubDomain(domain), "FailedOperation.DomainNotBindService");
  await refused(client.DescribeServiceSubDomainMappings(domain), "FailedOperation.ServiceError");
  const other = await createService(client);
  await client.BindSubDomain(await domainOf(client, other));
  const { Result } = await client.DescribeServiceSubDomainMappings({ ...domain, ServiceId: other });
  assert.deepEqual(Result, { IsDefaultMapping: true, PathMappingSet: [] });
});
