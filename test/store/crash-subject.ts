import { join } from "node:path";
import type { QuotaKey } from "../../src/model/quota.ts";

/** What the crash test and the process it kills agree on. */
export const crashMasterKey = Buffer.alloc(32, 7);
export const crashQuota = 100_000;
export const crashPlace: QuotaKey = {
  planId: "usagePlan-1",
  serviceId: "service-0",
  environment: "release",
  apiId: null,
};

export function crashPath(folder: string): string {
  return join(folder, "turnpike.db");
}
