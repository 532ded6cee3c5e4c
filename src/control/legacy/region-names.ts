import { regions } from "../../model/region.ts";

/** What a call without a region means: the one the official command line sends when none is set. */
const defaultRegion = "ap-guangzhou";

/** Short names, those that default domains use and two more that the storage pages print. */
const codeByShortName: ReadonlyMap<string, string> = new Map([
  ...regions.map(({ short, code }) => [short, code] as const),
  ["sgp", "ap-singapore"],
  ["ger", "eu-frankfurt"],
]);

/** The code of the region a legacy call names; what is no short name passes as it is, to be checked like any code. */
export function regionCode(name: string | undefined): string {
  return codeByShortName.get(name || defaultRegion) ?? (name || defaultRegion);
}
