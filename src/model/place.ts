import type { Binding } from "./usage-plan.ts";

/** Where a plan is, or is to be, in force: an environment of a service, or one API there. */
export type Place = Pick<Binding, "serviceId" | "environment" | "apiId">;

export type BindingLevel = "SERVICE" | "API";

export function levelOf(place: Place): BindingLevel {
  return place.apiId === null ? "SERVICE" : "API";
}

/** Equal texts mean the same plan at the same place; ids never hold a slash. */
export function bindingKey(binding: Place & { readonly planId: string }): string {
  return `${binding.planId}/${binding.serviceId}/${binding.environment}/${binding.apiId ?? ""}`;
}

/** Whether one request could be charged to plans at both places. */
export function overlaps(a: Place, b: Place): boolean {
  if (a.serviceId !== b.serviceId || a.environment !== b.environment) return false;
  return a.apiId === null || b.apiId === null || a.apiId === b.apiId;
}
