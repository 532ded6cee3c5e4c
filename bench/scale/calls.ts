import { signRequest } from "../load/requests.ts";
import {
  apiPath,
  apisPerService,
  hasQuota,
  hostOf,
  keyOf,
  keysPerPlan,
  type ScaleSize,
  serviceOfPlan,
} from "./shape.ts";

/**
 * - `few callers`: the same five, however many keys there are, each with one signature;
 * - `many signatures`: 4,000 in turn, of 4,000 callers where there are as many keys, otherwise of the few;
 * - `with quotas`: the same, of callers whose plans have a quota.
 */
export type LoadKind = "few callers" | "many signatures" | "with quotas";

export const loadKinds: readonly LoadKind[] = ["few callers", "many signatures", "with quotas"];

const FEW = 5;
const MANY = 4_000;
/** A signature is valid for 15 minutes. */
const MAX_DATES = 800;

/** What is called in turn, spread evenly over keys, plans, services and APIs. */
export function requestsOf(size: ScaleSize, kind: LoadKind): Buffer[] {
  const planOf = (key: number): number => Math.floor(key / keysPerPlan(size));
  const keys = Array.from({ length: size.keys }, (_, key) => key).filter(
    (key) => hasQuota(planOf(key)) === (kind === "with quotas"),
  );
  const signatures = kind === "few callers" ? FEW : MANY;
  const callers = spread(keys, signatures);
  const dates = Math.min(MAX_DATES, Math.ceil(signatures / callers.length));
  const nowMs = Date.now();
  return Array.from({ length: dates }, (_, date) =>
    callers.map((key, caller) => {
      const service = serviceOfPlan(size, planOf(key));
      const api = caller % Math.min(apisPerService, size.apis - service * apisPerService);
      const path = `/release${apiPath(api)}`;
      const dateMs = nowMs - date * 1_000;
      return signRequest({ method: "GET", host: hostOf(service), path, key: keyOf(key), dateMs, bodyBytes: 0 });
    }),
  ).flat();
}

function spread(keys: readonly number[], count: number): readonly number[] {
  const step = Math.max(1, Math.floor(keys.length / count));
  return keys.filter((_, index) => index % step === 0).slice(0, count);
}
