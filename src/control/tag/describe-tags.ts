import { createHash } from "node:crypto";
import type { Scope } from "../../model/account.ts";
import type { Transaction } from "../../store/store.ts";
import { type DescribeTagsInput, isApiGateway } from "./contract.ts";
import { findTagged } from "./tagged-resources.ts";

/** The tags of each resource that exists, in the order asked for. Other products have nothing here. */
export async function describeTags(tx: Transaction, scope: Scope, input: DescribeTagsInput): Promise<object> {
  const rows: object[] = [];
  for (const id of isApiGateway(input.ServiceType) ? new Set(input.ResourceIds) : []) {
    const resource = await findTagged(tx, { ...scope, region: input.ResourceRegion }, id);
    for (const { key, value } of resource?.tags ?? []) {
      rows.push({
        TagKey: key,
        TagValue: value,
        ResourceId: id,
        TagKeyMd5: md5(key),
        TagValueMd5: md5(value),
        ServiceType: input.ServiceType,
        Category: "All",
      });
    }
  }
  const { Offset, Limit } = input;
  return { TotalCount: rows.length, Offset, Limit, Tags: rows.slice(Offset, Offset + Limit) };
}

/** What the product's replies carry for the benefit of its own console; nothing is protected by it. */
function md5(text: string): string {
  return createHash("md5").update(text).digest("hex");
}
