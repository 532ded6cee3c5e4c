import { findRegion } from "./region.ts";

/**
 * The default domain of a service, `{serviceId}-{appId}.{region short}.{domain}`; inner ones carry `-in` after the region.
 * Source: Tencent Cloud docs 628/11810 for the shape.
 */
export function defaultDomain(
  service: { readonly id: string; readonly appId: number; readonly region: string },
  baseDomain: string,
  net: "OUTER" | "INNER" = "OUTER",
): string {
  const short = findRegion(service.region)?.short ?? service.region;
  return `${service.id}-${service.appId}.${short}${net === "INNER" ? "-in" : ""}.${baseDomain}`;
}
