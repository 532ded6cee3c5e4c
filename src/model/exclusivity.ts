import type { Place } from "./place.ts";

/**
 * Answers whether a place overlaps any of many, without comparing it with each: what the exclusivity rule asks. The
 * rule: plans that hold a common key must not be in force at overlapping places, so that a request is charged to exactly
 * one plan. The guide states it per environment of a service; that two API-level bindings meet only on the same API is
 * our reading.
 */
export class PlaceIndex {
  readonly #byEnvironment = new Map<string, { hasWholeService: boolean; readonly apiIds: Set<string> }>();

  constructor(places: Iterable<Place>) {
    for (const place of places) {
      const key = environmentKey(place);
      const covered = this.#byEnvironment.get(key) ?? { hasWholeService: false, apiIds: new Set<string>() };
      if (place.apiId === null) covered.hasWholeService = true;
      else covered.apiIds.add(place.apiId);
      this.#byEnvironment.set(key, covered);
    }
  }

  overlaps(place: Place): boolean {
    const covered = this.#byEnvironment.get(environmentKey(place));
    if (covered === undefined) return false;
    return place.apiId === null || covered.hasWholeService || covered.apiIds.has(place.apiId);
  }
}

function environmentKey(place: Place): string {
  return `${place.serviceId}/${place.environment}`;
}
