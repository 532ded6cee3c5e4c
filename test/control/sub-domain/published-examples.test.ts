import { test } from "node:test";
import { startManagement } from "../management.ts";
import { assertPublishedForm } from "../published-form.ts";
import { createService } from "../resources.ts";
import { domainOf, mapped } from "./resources.ts";

test("replies of the custom domain actions have the form of the published ones", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const SubDomain = "api.example.com";
  const domain = { ServiceId, SubDomain };
  assertPublishedForm("BindSubDomain", await client.BindSubDomain(await domainOf(client, ServiceId, mapped)));
  assertPublishedForm("DescribeServiceSubDomains", await client.DescribeServiceSubDomains({ ServiceId }));
  const mappings = await client.DescribeServiceSubDomainMappings(domain);
  assertPublishedForm("DescribeServiceSubDomainMappings", mappings);
  const deleted = await client.DeleteServiceSubDomainMapping({ ...domain, Environment: "test" });
  assertPublishedForm("DeleteServiceSubDomainMapping", deleted);
  // The published request, an empty certificate id included.
  const change = { CertificateId: "", IsDefaultMapping: false, Protocol: "http", NetType: "OUTER" };
  const PathMappingSet = [{ Path: "/", Environment: "release" }];
  assertPublishedForm("ModifySubDomain", await client.ModifySubDomain({ ...domain, ...change, PathMappingSet }));
  assertPublishedForm("UnBindSubDomain", await client.UnBindSubDomain(domain));
});
