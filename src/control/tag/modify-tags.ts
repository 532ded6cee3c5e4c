import type { Scope } from "../../model/account.ts";
import type { Tag } from "../../model/service.ts";
import type { Transaction } from "../../store/store.ts";
import { ApiError } from "../contract/errors.ts";
import { quote } from "../contract/quote.ts";
import { isApiGateway, type ModifyTagsInput } from "./contract.ts";
import { findTagged } from "./tagged-resources.ts";

const maxTags = 50;

/** Sets the tags to replace and removes those to delete, all or none. What is not there to delete is no failure. */
export async function modifyTags(tx: Transaction, scope: Scope, input: ModifyTagsInput): Promise<object> {
  const { region, id } = readResourceName(input.Resource);
  const replaced = input.ReplaceTags ?? [];
  const deleted = new Set((input.DeleteTags ?? []).map((tag) => tag.TagKey));
  const both = replaced.find((tag) => deleted.has(tag.TagKey));
  if (both !== undefined) {
    const message = `The tag \`${quote(both.TagKey)}\` is to be both replaced and deleted.`;
    throw new ApiError("InvalidParameter", message);
  }
  const resource = await findTagged(tx, { ...scope, region: region || scope.region }, id);
  if (resource === undefined) {
    throw new ApiError("ResourceNotFound", `The resource \`${quote(input.Resource)}\` does not exist.`);
  }
  const tags = new Map(resource.tags.map(({ key, value }) => [key, value]));
  for (const key of deleted) tags.delete(key);
  for (const { TagKey, TagValue } of replaced) tags.set(TagKey, TagValue);
  if (tags.size > maxTags) throw new ApiError("LimitExceeded", `A resource can have at most ${maxTags} tags.`);
  await resource.replace([...tags].map(([key, value]): Tag => ({ key, value })));
  return {};
}

/** `qcs::apigw:{region}:uin/{owner}:{kind}/{id}`; the owner is the caller whatever it says. */
function readResourceName(name: string): { readonly region: string; readonly id: string } {
  const [scheme, project, product = "", region, , resource = "", ...rest] = name.split(":");
  const slash = resource.indexOf("/");
  const isName = scheme === "qcs" && project === "" && isApiGateway(product) && rest.length === 0 && slash > 0;
  if (isName && region !== undefined) return { region, id: resource.slice(slash + 1) };
  const message = `The parameter \`Resource\` is not the name of an API Gateway resource: \`${quote(name)}\`.`;
  throw new ApiError("InvalidParameterValue", message);
}
