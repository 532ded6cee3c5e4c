import { join } from "node:path";
import type { Surroundings } from "../../../src/control/surroundings.ts";
import { findCertificate } from "../../../src/domains/certificate-folder.ts";
import type { Client } from "../management.ts";
import { present } from "../outcome.ts";

export type BindParams = Parameters<Client["BindSubDomain"]>[0];

const folder = join(import.meta.dirname, "../../vectors/certificates");

/** `good` is made out to api.example.com and *.example.org, `expired` is not in force, `mismatched` has another's key. */
export const withCertificates: Pick<Surroundings, "certificates"> = {
  certificates: { find: (id) => findCertificate(folder, id) },
};

/** A request that binds `api.example.com` over plain HTTP with the default mapping; `change` replaces members. */
export async function domainOf(client: Client, ServiceId: string, change: Partial<BindParams> = {}) {
  const { OuterSubDomain } = await client.DescribeService({ ServiceId });
  const request: BindParams = {
    ServiceId,
    SubDomain: "api.example.com",
    Protocol: "http",
    NetType: "OUTER",
    IsDefaultMapping: true,
    NetSubDomain: present(OuterSubDomain),
    ...change,
  };
  return request;
}

export const mapped = {
  IsDefaultMapping: false,
  PathMappingSet: [
    { Path: "/", Environment: "release" },
    { Path: "/try", Environment: "test" },
  ],
};
