import { findRegion, isFinanceRegion } from "../model/region.ts";
import type { CommonParameters } from "./common-parameters.ts";
import { commonError, invalidRegion, missingParameter } from "./contract/errors.ts";

/** The region whose resources the call is about. Throws MissingParameter, InvalidParameterValue or UnsupportedRegion. */
export function checkRegion(common: CommonParameters, host: string): string {
  if (common.region === undefined) throw missingParameter("Region");
  const region = findRegion(common.region);
  if (region === undefined) throw invalidRegion(common.source === "headers" ? "X-TC-Region" : "Region");
  if (isFinanceRegion(region.code) && isPublicDomain(host) && !isFinanceDomain(host)) {
    throw commonError("UnsupportedRegion");
  }
  return region.code;
}

/** One of the hosted product's own names, which a site may point at Turnpike; a name of the site's own tells nothing. */
function isPublicDomain(host: string): boolean {
  return nameOf(host).endsWith(".tencentcloudapi.com");
}

/** `apigateway.ap-shanghai-fsi.tencentcloudapi.com`. */
function isFinanceDomain(host: string): boolean {
  return nameOf(host)
    .split(".")
    .some((label) => isFinanceRegion(label));
}

/** Some clients send their endpoint, scheme and all, as the Host header. */
function nameOf(host: string): string {
  const authority = host.toLowerCase().replace(/^https?:\/\//, "");
  return authority.split(":", 1)[0] ?? "";
}
