import type { ApiDoc } from "../model/api-doc.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { Tag } from "../model/service.ts";
import type { ApiDocRepository } from "./api-doc-repository.ts";
import type { Context } from "./context.ts";
import { countRows, inScope, listPage, requireAffected } from "./listing.ts";
import type { ApiDocRow } from "./schema/api-docs.ts";
import type { SecretBox } from "./secrets/seal.ts";

const columns = [
  "id",
  "app_id",
  "region",
  "name",
  "service_id",
  "environment",
  "api_ids",
  "sealed_password",
  "release_count",
  "view_count",
  "tags",
  "created_at",
  "built_at",
] as const;

/** Gateways serve nothing of this, so it is not in the change log. */
export function apiDocRepository({ db, secrets }: Context): ApiDocRepository {
  // The pages are large: they are read only for readers.
  const docs = () => db.selectFrom("api_docs").select(columns);
  const seal = (id: string, password: string) => secrets.seal(recordName(id), password);
  const fromRow = (row: HeadRow) => toApiDoc(row, secrets);
  return {
    async insert(doc, { html, openApi }) {
      await db
        .insertInto("api_docs")
        .values({
          ...toRow(doc),
          sealed_password: seal(doc.id, doc.sharePassword),
          view_count: doc.viewCount,
          html,
          open_api: openApi,
        })
        .execute();
    },
    async update(doc, pages) {
      const { id, ...values } = toRow(doc);
      const { numUpdatedRows } = await db
        .updateTable("api_docs")
        .set({
          ...values,
          ...(doc.sharePassword !== null && { sealed_password: seal(id, doc.sharePassword) }),
          ...(pages && { html: pages.html, open_api: pages.openApi }),
        })
        .where("id", "=", id)
        .executeTakeFirst();
      requireAffected(numUpdatedRows, "the API document");
    },
    async delete(scope, id) {
      await db
        .deleteFrom("api_docs")
        .where("id", "=", id)
        .where(({ and }) => and(inScope(scope)))
        .execute();
    },
    async find(scope, id) {
      const row = await docs()
        .where("id", "=", id)
        .where(({ and }) => and(inScope(scope)))
        .executeTakeFirst();
      return row && fromRow(row);
    },
    async findAnywhere(id) {
      const row = await docs().where("id", "=", id).executeTakeFirst();
      return row && fromRow(row);
    },
    async pages(id) {
      const row = await db.selectFrom("api_docs").select(["html", "open_api"]).where("id", "=", id).executeTakeFirst();
      return row && { html: row.html, openApi: row.open_api };
    },
    async countView(id) {
      await db
        .updateTable("api_docs")
        .set(({ eb }) => ({ view_count: eb("view_count", "+", 1) }))
        .where("id", "=", id)
        .execute();
    },
    async unreadable() {
      const rows = await db.selectFrom("api_docs").select(["id", "sealed_password"]).orderBy("id").execute();
      return rows.filter((row) => openPassword(row, secrets) === null).map(({ id }) => id);
    },
    count(scope) {
      return countRows(db.selectFrom("api_docs").where(({ and }) => and(inScope(scope))));
    },
    list(scope, page) {
      const query = docs()
        .where(({ and }) => and(inScope(scope)))
        .orderBy("created_at", "desc")
        .orderBy("id", "desc");
      return listPage(query, page, fromRow);
    },
  };
}

type HeadRow = Omit<ApiDocRow, "html" | "open_api">;

function recordName(id: string): string {
  return `api_docs/${id}`;
}

function openPassword({ id, sealed_password }: Pick<ApiDocRow, "id" | "sealed_password">, secrets: SecretBox) {
  return secrets.openIfPossible(recordName(id), sealed_password);
}

function toRow(doc: ApiDoc): Omit<HeadRow, "view_count" | "sealed_password"> {
  return {
    id: doc.id,
    app_id: doc.appId,
    region: doc.region,
    name: doc.name,
    service_id: doc.serviceId,
    environment: doc.environment,
    api_ids: JSON.stringify(doc.apiIds),
    release_count: doc.releaseCount,
    tags: JSON.stringify(doc.tags),
    created_at: doc.createdAt,
    built_at: doc.builtAt,
  };
}

function toApiDoc(row: HeadRow, secrets: SecretBox): ApiDoc {
  return {
    id: row.id,
    appId: row.app_id,
    region: row.region,
    name: row.name,
    serviceId: row.service_id,
    environment: row.environment as EnvironmentName,
    apiIds: JSON.parse(row.api_ids) as string[],
    sharePassword: openPassword(row, secrets),
    releaseCount: row.release_count,
    viewCount: row.view_count,
    tags: JSON.parse(row.tags) as Tag[],
    createdAt: row.created_at,
    builtAt: row.built_at,
  };
}
