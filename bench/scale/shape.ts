// How many keys and APIs are spread over accounts, services and plans. Everything is named by its number, so that the
// load can sign for any key without reading the store.
import type { BenchKey } from "../cases.ts";
import { region } from "../gateways/turnpike-management.ts";

export interface ScaleSize {
  readonly keys: number;
  readonly apis: number;
}

export const accountCount = 10;
export const apisPerService = 100;

export function scopeOf(serviceIndex: number): { readonly appId: number; readonly region: string } {
  return { appId: 1_250_000_001 + (serviceIndex % accountCount), region };
}

export function serviceCount({ apis }: ScaleSize): number {
  return Math.ceil(apis / apisPerService);
}

/** The most a plan may hold by default, unless there would be one plan only. */
export function keysPerPlan({ keys }: ScaleSize): number {
  return Math.min(50, Math.ceil(keys / 2));
}

export function planCount(size: ScaleSize): number {
  return Math.ceil(size.keys / keysPerPlan(size));
}

/** Every other plan has a total quota, which the gateway must write down as it is spent. */
export function hasQuota(planIndex: number): boolean {
  return planIndex % 2 === 1;
}

/** A plan is bound to one service; both kinds of plans reach all services. */
export function serviceOfPlan(size: ScaleSize, planIndex: number): number {
  return Math.floor(planIndex / 2) % serviceCount(size);
}

/** Eight characters, as ids of services, APIs and plans have after their prefix. */
export function idSuffix(index: number): string {
  return `s${index.toString(36).padStart(7, "0")}`;
}

export function keyOf(index: number): BenchKey {
  const number = String(index).padStart(8, "0");
  return { id: `AKIDscale${number}`, secret: `secret-of-scale-${number}` };
}

export function apiPath(indexInService: number): string {
  return `/resource-${indexInService}/items`;
}

export function hostOf(serviceIndex: number): string {
  return `service-${idSuffix(serviceIndex)}-${scopeOf(serviceIndex).appId}.gz.apigw.localhost`;
}
