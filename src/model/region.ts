/** A region the management API knows: its code and the short form used in default domains. */
export interface Region {
  readonly code: string;
  readonly short: string;
}

/** The regions of API Gateway; the short forms not published are formed like the published ones. */
export const regions: readonly Region[] = [
  { code: "ap-guangzhou", short: "gz" },
  { code: "ap-shenzhen-fsi", short: "szjr" },
  { code: "ap-shanghai", short: "sh" },
  { code: "ap-shanghai-fsi", short: "shjr" },
  { code: "ap-nanjing", short: "nj" },
  { code: "ap-beijing", short: "bj" },
  { code: "ap-chengdu", short: "cd" },
  { code: "ap-chongqing", short: "cq" },
  { code: "ap-hongkong", short: "hk" },
  { code: "ap-singapore", short: "sg" },
  { code: "ap-seoul", short: "kr" },
  { code: "ap-tokyo", short: "jp" },
  { code: "ap-mumbai", short: "in" },
  { code: "ap-bangkok", short: "th" },
  { code: "na-toronto", short: "ca" },
  { code: "na-siliconvalley", short: "usw" },
  { code: "eu-frankfurt", short: "de" },
];

/** Regions of the cloud where API Gateway was never offered. Source: the list that SDKs of all products share. */
const withoutApiGateway: ReadonlySet<string> = new Set([
  "ap-guangzhou-open",
  "ap-jakarta",
  "eu-moscow",
  "na-ashburn",
  "sa-saopaulo",
]);

const byCode = new Map(regions.map((region) => [region.code, region]));

export function findRegion(code: string): Region | undefined {
  return byCode.get(code);
}

/** Whether there is such a region, though without API Gateway. */
export function isRegionWithoutApiGateway(code: string): boolean {
  return withoutApiGateway.has(code);
}

/** Finance regions are isolated: their calls go through finance domains only. */
export function isFinanceRegion(code: string): boolean {
  return code.endsWith("-fsi");
}
