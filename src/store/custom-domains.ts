import type { CustomDomain, PathMapping } from "../model/custom-domain.ts";
import type { NetType, ServiceProtocol } from "../model/service.ts";
import type { Context } from "./context.ts";
import type { CustomDomainRepository } from "./custom-domain-repository.ts";
import { countRows, listPage, requireAffected } from "./listing.ts";
import type { CustomDomainRow } from "./schema/custom-domains.ts";

/** What a domain changes for gateways is its service's list of hosts. */
export function customDomainRepository({ db, changes }: Context): CustomDomainRepository {
  return {
    async insert(domain) {
      await db.insertInto("custom_domains").values(toRow(domain)).execute();
      changes.service(domain.serviceId);
    },
    async update(domain) {
      const { name, service_id: serviceId, ...columns } = toRow(domain);
      const { numUpdatedRows } = await db
        .updateTable("custom_domains")
        .set(columns)
        .where("name", "=", name)
        .where("service_id", "=", serviceId)
        .executeTakeFirst();
      requireAffected(numUpdatedRows, "the custom domain");
      changes.service(serviceId);
    },
    async delete({ name, serviceId }) {
      await db.deleteFrom("custom_domains").where("name", "=", name).where("service_id", "=", serviceId).execute();
      changes.service(serviceId);
    },
    async findAnywhere(name) {
      const row = await db.selectFrom("custom_domains").selectAll().where("name", "=", name).executeTakeFirst();
      return row && toCustomDomain(row);
    },
    count(serviceId) {
      return countRows(db.selectFrom("custom_domains").where("service_id", "=", serviceId));
    },
    list(serviceId, page) {
      const query = db
        .selectFrom("custom_domains")
        .selectAll()
        .where("service_id", "=", serviceId)
        .orderBy("created_at", "desc")
        .orderBy("name", "desc");
      return listPage(query, page, toCustomDomain);
    },
  };
}

/** The domains of services of any scope. */
export async function findCustomDomains(
  { db, dialect }: Context,
  serviceIds: readonly string[],
): Promise<readonly CustomDomain[]> {
  const rows = await db
    .selectFrom("custom_domains")
    .selectAll()
    .where(dialect.isOneOf("service_id", serviceIds))
    .execute();
  return rows.map(toCustomDomain);
}

function toRow(domain: CustomDomain): CustomDomainRow {
  return {
    name: domain.name,
    service_id: domain.serviceId,
    app_id: domain.appId,
    region: domain.region,
    protocol: domain.protocol,
    net_type: domain.netType,
    certificate_id: domain.certificateId,
    is_forced_https: domain.isForcedHttps ? 1 : 0,
    mappings: domain.mappings === null ? null : JSON.stringify(domain.mappings),
    created_at: domain.createdAt,
    modified_at: domain.modifiedAt,
  };
}

function toCustomDomain(row: CustomDomainRow): CustomDomain {
  return {
    name: row.name,
    serviceId: row.service_id,
    appId: row.app_id,
    region: row.region,
    protocol: row.protocol as ServiceProtocol,
    netType: row.net_type as NetType,
    certificateId: row.certificate_id,
    isForcedHttps: row.is_forced_https === 1,
    mappings: row.mappings === null ? null : (JSON.parse(row.mappings) as PathMapping[]),
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}
