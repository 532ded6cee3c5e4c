import type { Scope } from "../model/account.ts";
import type { ApiDoc, ApiDocPages } from "../model/api-doc.ts";
import type { Listing, Page } from "./store.ts";

export interface ApiDocRepository {
  insert(doc: ApiDoc & { readonly sharePassword: string }, pages: ApiDocPages): Promise<void>;
  /** Replaces everything but the number of views, and the pages where there are new ones. */
  update(doc: ApiDoc, pages?: ApiDocPages): Promise<void>;
  delete(scope: Scope, id: string): Promise<void>;
  find(scope: Scope, id: string): Promise<ApiDoc | undefined>;
  /** Whatever account and region it belongs to: for readers, who know its password. */
  findAnywhere(id: string): Promise<ApiDoc | undefined>;
  pages(id: string): Promise<ApiDocPages | undefined>;
  countView(id: string): Promise<void>;
  /** The ids of those, of any scope, whose passwords cannot be decrypted. */
  unreadable(): Promise<readonly string[]>;
  count(scope: Scope): Promise<number>;
  /** Newest first. */
  list(scope: Scope, page: Page): Promise<Listing<ApiDoc>>;
}
