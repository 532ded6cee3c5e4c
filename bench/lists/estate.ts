// The names of what the lists are filled with. Everything is numbered, so that cases know what to ask for.
import { region, rootKey } from "../gateways/turnpike-management.ts";

export const scope = { appId: rootKey.appId, region };

/** The one service, plan, … that all rows of a list belong to. */
export const service = "service-thewhole";
export const plan = "usagePlan-thewhole";
export const key = keyId(0);
export const app = "app-thewhole";
export const plugin = "plugin-thewhole";
export const upstream = "upstream-thewhole";
export const ipStrategy = "IPStrategy-thewhole";

/** Environments are told apart by what is bound there: plans to the service in one, the plan to all APIs in the other. */
export const servicePlans = "test";
export const apiPlans = "release";

export function numbered(prefix: string, index: number): string {
  return `${prefix}-n${index.toString(36).padStart(7, "0")}`;
}

export function keyId(index: number): string {
  return `AKIDlists${String(index).padStart(8, "0")}`;
}

export function domainName(index: number): string {
  return `host-${index}.example.com`;
}

export function versionName(index: number): string {
  return `20260101000000lists-${String(index).padStart(8, "0")}`;
}
