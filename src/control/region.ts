import { findRegion, isFinanceRegion, isRegionWithoutApiGateway } from "../model/region.ts";
import type { CommonParameters } from "./common-parameters.ts";
import { ApiError, commonError, invalidRegion, missingParameter } from "./contract/errors.ts";
import type { ErrorCode } from "./contract/generated/contract.ts";

/**
 * The region whose resources the call is about. `listed` are the codes published for the action. Throws MissingParameter,
 * InvalidParameterValue, InvalidParameterValue.InvalidRegion or UnsupportedRegion.
 */
export function checkRegion(common: CommonParameters, host: string, listed: readonly ErrorCode[]): string {
  if (common.region === undefined) throw missingParameter("Region");
  if (isRegionWithoutApiGateway(common.region)) throw notOffered(common.region, listed);
  const region = findRegion(common.region);
  if (region === undefined) throw invalidRegion(common.source === "headers" ? "X-TC-Region" : "Region");
  if (isFinanceRegion(region.code) && isPublicDomain(host) && !isFinanceDomain(host)) {
    throw commonError("UnsupportedRegion");
  }
  return region.code;
}

function notOffered(region: string, listed: readonly ErrorCode[]): ApiError {
  const code = "InvalidParameterValue.InvalidRegion";
  if (!listed.includes(code)) return commonError("UnsupportedRegion");
  return new ApiError(code, `API Gateway is not offered in the region \`${region}\`.`);
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
