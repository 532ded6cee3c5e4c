import type { Tag } from "../../model/service.ts";
import type { Tag as WireTag } from "../contract/generated/types.ts";

export function toTags(wire: readonly WireTag[] | undefined): readonly Tag[] {
  return (wire ?? []).map((tag) => ({ key: tag.Key, value: tag.Value }));
}

/** The optional member `Tags` of a reply; published replies leave it out where there are none. */
export function tagsMember(tags: readonly Tag[]): { Tags?: readonly WireTag[] } {
  if (tags.length === 0) return {};
  return { Tags: tags.map((tag) => ({ Key: tag.key, Value: tag.value })) };
}
