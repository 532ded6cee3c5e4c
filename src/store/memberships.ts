import { toApiKey } from "./api-keys.ts";
import type { Context } from "./context.ts";
import { countRows, inBatches, overhang, totalOf } from "./listing.ts";
import type { MembershipRepository } from "./membership-repository.ts";
import { createdAt } from "./merged-list.ts";
import { inSlices } from "./slices.ts";

export function membershipRepository({ db, dialect, secrets, changes }: Context): MembershipRepository {
  const members = (planId: string) => db.selectFrom("memberships").where("plan_id", "=", planId);
  return {
    async add(planId, keyIds, now) {
      const rows = keyIds.map((keyId) => ({
        plan_id: planId,
        key_id: keyId,
        added_at: now,
        key_created_at: createdAt("api_keys", keyId),
      }));
      await inBatches(rows, (batch) => db.insertInto("memberships").values(batch).execute());
      for (const keyId of keyIds) changes.apiKey(keyId);
    },
    async remove(planId, keyIds) {
      await db
        .deleteFrom("memberships")
        .where("plan_id", "=", planId)
        .where(dialect.isOneOf("key_id", keyIds))
        .execute();
      for (const keyId of keyIds) changes.apiKey(keyId);
    },
    async present(planId, keyIds) {
      const rows = await members(planId).select("key_id").where(dialect.isOneOf("key_id", keyIds)).execute();
      return rows.map((row) => row.key_id);
    },
    countKeys: (planId) => countRows(members(planId)),
    async *slicesOfKeys(planId) {
      const slices = inSlices(["added_at", "key_id"], (conditions, limit) =>
        members(planId)
          .select(["added_at", "key_id"])
          .where(({ and }) => and([...conditions]))
          .orderBy("added_at", "desc")
          .orderBy("key_id", "desc")
          .limit(limit)
          .execute(),
      );
      for await (const rows of slices) yield rows.map((row) => row.key_id);
    },
    async listKeys(planId, page) {
      // The page is chosen among the memberships alone, whose index is in its order; only its keys are read.
      const chosen = members(planId)
        .select(["key_id", "added_at"])
        .orderBy("added_at", "desc")
        .orderBy("key_id", "desc")
        .limit(overhang(page))
        .offset(page.offset);
      const rows = await db
        .selectFrom(chosen.as("page"))
        .innerJoin("api_keys", "api_keys.id", "page.key_id")
        .selectAll("api_keys")
        .orderBy("page.added_at", "desc")
        .orderBy("page.key_id", "desc")
        .execute();
      const total = await totalOf(page, rows.length, () => countRows(members(planId)));
      return { total, items: rows.slice(0, page.limit).map((row) => toApiKey(row, secrets)) };
    },
    async plansOf(keyIds) {
      const rows = await db
        .selectFrom("memberships")
        .select(["key_id", "plan_id"])
        .where(dialect.isOneOf("key_id", keyIds))
        .orderBy("added_at")
        .orderBy("plan_id")
        .execute();
      const plans = new Map<string, string[]>(keyIds.map((keyId) => [keyId, []]));
      for (const row of rows) plans.get(row.key_id)?.push(row.plan_id);
      return plans;
    },
  };
}
