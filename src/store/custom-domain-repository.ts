import type { CustomDomain } from "../model/custom-domain.ts";
import type { Listing, Page } from "./store.ts";

/** Which host names lead to which services, besides their default ones. */
export interface CustomDomainRepository {
  insert(domain: CustomDomain): Promise<void>;
  update(domain: CustomDomain): Promise<void>;
  delete(domain: CustomDomain): Promise<void>;
  /** Whatever account and region it belongs to: a host name leads to one service. */
  findAnywhere(name: string): Promise<CustomDomain | undefined>;
  count(serviceId: string): Promise<number>;
  /** Newest first. */
  list(serviceId: string, page: Page): Promise<Listing<CustomDomain>>;
}
