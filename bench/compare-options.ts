import { cases } from "./cases.ts";
import { gateways } from "./gateways/all.ts";
import { chosen, readOptions, resultsFolder, wholeNumber } from "./options.ts";

export interface CompareOptions {
  readonly gateways: typeof gateways;
  readonly cases: typeof cases;
  readonly rounds: number;
  readonly seconds: number;
  /** Tried on the main case; the other cases take the middle one. */
  readonly connections: readonly number[];
  readonly results: string;
}

const names = `gateways  ${gateways.map(({ name }) => name).join(" ")}
cases     ${cases.map(({ name }) => name).join(" ")}
`;

export function readCompareOptions(): CompareOptions {
  const defaults = { only: "", cases: "", rounds: "3", seconds: "2", connections: "1,64,1000", results: resultsFolder };
  return readOptions(
    defaults,
    (values) => ({
      gateways: chosen("gateway", gateways, values.only),
      cases: chosen("case", cases, values.cases),
      rounds: wholeNumber("--rounds", values.rounds),
      seconds: wholeNumber("--seconds", values.seconds),
      connections: values.connections.split(",").map((number) => wholeNumber("--connections", number)),
      results: values.results,
    }),
    names,
  );
}
