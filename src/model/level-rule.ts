import { type BindingLevel, levelOf, type Place } from "./place.ts";

/**
 * The level rule: an environment of a service has plans at service level or at API level, never both. Returns a
 * binding among those already in the environment that keeps it from taking one of `level`.
 */
export function findOtherLevel<P extends Place>(level: BindingLevel, existing: readonly P[]): P | undefined {
  return existing.find((place) => levelOf(place) !== level);
}
