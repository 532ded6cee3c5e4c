import assert from "node:assert/strict";
import { test } from "node:test";
import { assertListedCodes, noteCodes } from "../listed-codes.ts";
import { startManagement } from "../management.ts";
import { createService } from "../resources.ts";
import { domainOf, withCertificates } from "./resources.ts";

test("every code listed for an action of custom domains occurs, or there is a reason", async (t) => {
  const isAliasOf = (name: string) => Promise.resolve(name !== "unresolved.example.com");
  const surroundings = { ...withCertificates, isAliasOf };
  const management = await startManagement(t, { surroundings, quotas: { customDomainsPerService: 1 } });
  const client = management.client();
  const answered = new Map<string, Set<string>>();
  const faulty = noteCodes(client, answered);
  const ServiceId = await createService(client);
  const other = await createService(client);
  const unknownService = { ServiceId: "service-unknown0" };
  const mappings = (...paths: string[]) => ({
    IsDefaultMapping: false,
    PathMappingSet: paths.map((Path) => ({ Path, Environment: "release" })),
  });
  const https = (CertificateId?: string) => ({ Protocol: "https", CertificateId });

  await client.BindSubDomain(await domainOf(client, other, { SubDomain: "taken.example.com" }));
  const domain = await domainOf(client, ServiceId);
  await faulty(
    "BindSubDomain",
    domain,
    unknownService,
    { SubDomain: "no domain" },
    { SubDomain: "x.apigw.localhost" },
    { SubDomain: "taken.example.com" },
    { SubDomain: "unresolved.example.com" },
    { Protocol: "ftp" },
    { NetType: "SIDEWAYS" },
    { NetSubDomain: "other.gz.apigw.localhost" },
    { NetType: "INNER" },
    { IsForcedHttps: true },
    https(),
    https("unknown"),
    https("../good"),
    https("expired"),
    https("mismatched"),
    { ...https("good"), SubDomain: "other.example.com" },
    mappings(),
    mappings("no-slash"),
    mappings("/a", "/a/"),
    mappings("/", "/a", "/b", "/c"),
    { IsDefaultMapping: false, PathMappingSet: [{ Path: "/", Environment: "production" }] },
  );
  await client.BindSubDomain(domain);
  await faulty("BindSubDomain", domain, {}, { SubDomain: "second.example.com" });

  const bound = { ServiceId, SubDomain: domain.SubDomain };
  const unbound = { SubDomain: "unbound.example.com" };
  await faulty(
    "ModifySubDomain",
    { ...bound, IsDefaultMapping: true },
    unknownService,
    unbound,
    { ServiceId: other },
    { SubDomain: "no domain" },
    { Protocol: "ftp" },
    { NetType: "INNER" },
    { IsForcedHttps: true },
    https("unknown"),
    https("expired"),
    mappings(),
    mappings("/a", "/a"),
    { ...mappings("/a"), IsDefaultMapping: true },
  );
  await faulty("DescribeServiceSubDomains", { ServiceId }, unknownService, { Limit: 101 });
  await faulty("DescribeServiceSubDomainMappings", bound, unknownService, unbound, { SubDomain: "a b" });
  await faulty("DeleteServiceSubDomainMapping", { ...bound, Environment: "test" }, unknownService, unbound, {
    Environment: "production",
  });
  await faulty("UnBindSubDomain", bound, unknownService, unbound, { SubDomain: "no domain" });
  assertListedCodes(answered);
  assert.equal(answered.size, 6);
});
