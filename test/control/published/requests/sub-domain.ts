import type { Client } from "../../management.ts";
import { createService } from "../../resources.ts";
import { domainOf, mapped } from "../../sub-domain/resources.ts";

export async function callSubDomainActions(client: Client): Promise<void> {
  const ServiceId = await createService(client);
  const domain = { ServiceId, SubDomain: "api.example.com" };
  await client.BindSubDomain(await domainOf(client, ServiceId, mapped));
  await client.DescribeServiceSubDomains({ ServiceId });
  await client.DescribeServiceSubDomainMappings(domain);
  await client.DeleteServiceSubDomainMapping({ ...domain, Environment: "test" });
  // The published request, an empty certificate id included.
  const change = { CertificateId: "", IsDefaultMapping: false, Protocol: "http", NetType: "OUTER" };
  const PathMappingSet = [{ Path: "/", Environment: "release" }];
  await client.ModifySubDomain({ ...domain, ...change, PathMappingSet });
  await client.UnBindSubDomain(domain);
}
