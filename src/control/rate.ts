import { findRegion } from "../model/region.ts";
import { tooManyRequests } from "./contract/errors.ts";
import { actions } from "./contract/generated/contract.ts";
import type { ActionName } from "./contract/generated/types.ts";
import { isTagAction, type TagAction } from "./tag/contract.ts";

/** What most actions are published with; a few have a higher rate of their own. */
const usualRate = 20;

interface ActionRate {
  /** Counts one call, or throws RequestLimitExceeded. The region is as sent: it is checked later. */
  admit(action: ActionName | TagAction, appId: number, region: string | undefined, now: number): void;
}

/**
 * The first `limit` calls of an action, account and region in a clock second pass, later ones do not.
 * Only the current second is remembered, so memory is bounded by accounts × regions × actions.
 */
export function createActionRate(limit: number): ActionRate {
  let second = -1;
  const counts = new Map<string, number>();
  return {
    admit(action, appId, region, now) {
      if (limit === 0) return;
      const current = Math.floor(now / 1000);
      if (current !== second) {
        counts.clear();
        second = current;
      }
      // Unknown regions share a counter, or a caller could make as many as it can spell.
      const key = `${appId} ${findRegion(region ?? "")?.code} ${action}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      const allowed = limitOf(action, limit);
      if (count > allowed) throw tooManyRequests(count, allowed);
    },
  };
}

/** No action of the tag product has a published rate above the usual one. */
function limitOf(action: ActionName | TagAction, limit: number): number {
  const published = isTagAction(action) ? usualRate : actions[action].rateLimitPerSecond;
  return published > usualRate ? Math.max(published, limit) : limit;
}
