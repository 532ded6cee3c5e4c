import type { Scope } from "../../model/account.ts";
import { idPrefixes } from "../../model/identifiers.ts";
import type { Tag } from "../../model/service.ts";
import type { Transaction } from "../../store/store.ts";

/** A resource with tags, found by its id: what it has, and how to give it others. */
export interface TaggedResource {
  readonly tags: readonly Tag[];
  replace(tags: readonly Tag[]): Promise<void>;
}

interface Tagged {
  readonly tags: readonly Tag[];
}

interface Repository<T> {
  find(scope: Scope, id: string): Promise<T | undefined>;
  update(resource: T): Promise<void>;
}

/** What has tags is told by how its id begins; anything else is a key. */
export async function findTagged(tx: Transaction, scope: Scope, id: string): Promise<TaggedResource | undefined> {
  if (id.startsWith(idPrefixes.service)) return within(tx.services, scope, id);
  if (id.startsWith(idPrefixes.usagePlan)) return within(tx.usagePlans, scope, id);
  if (id.startsWith(idPrefixes.apiDoc)) return within(tx.apiDocs, scope, id);
  if (id.startsWith(idPrefixes.exclusiveInstance)) return within(tx.exclusiveInstances, scope, id);
  if (id.startsWith(idPrefixes.upstream)) return within(tx.upstreams, scope, id);
  if (id.startsWith(idPrefixes.apiApp)) return within(tx.apiApps, scope, id);
  return within(tx.apiKeys, scope, id);
}

async function within<T extends Tagged>(
  repository: Repository<T>,
  scope: Scope,
  id: string,
): Promise<TaggedResource | undefined> {
  const resource = await repository.find(scope, id);
  return resource && { tags: resource.tags, replace: (tags) => repository.update({ ...resource, tags }) };
}
