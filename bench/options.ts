import { join } from "node:path";
import { parseArgs } from "node:util";
import { cases } from "./cases.ts";
import { gateways } from "./gateways/all.ts";

export interface CompareOptions {
  readonly gateways: typeof gateways;
  readonly cases: typeof cases;
  readonly rounds: number;
  readonly seconds: number;
  /** Tried on the main case; the other cases take the middle one. */
  readonly connections: readonly number[];
  readonly results: string;
}

export const usage = `node bench/compare.ts [--only NAME,...] [--cases NAME,...] [--rounds 3] [--seconds 2]
                      [--connections 1,64,1000] [--results bench/results]

gateways  ${gateways.map(({ name }) => name).join(" ")}
cases     ${cases.map(({ name }) => name).join(" ")}
`;

/** Throws a `TypeError` that says what is wrong with the arguments. */
export function readOptions(args: readonly string[]): CompareOptions | "help" {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: "string" },
      cases: { type: "string" },
      rounds: { type: "string", default: "3" },
      seconds: { type: "string", default: "2" },
      connections: { type: "string", default: "1,64,1000" },
      results: { type: "string", default: join(import.meta.dirname, "results") },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  return {
    gateways: choose("gateway", gateways, values.only),
    cases: choose("case", cases, values.cases),
    rounds: wholeNumber("--rounds", values.rounds),
    seconds: wholeNumber("--seconds", values.seconds),
    connections: values.connections.split(",").map((number) => wholeNumber("--connections", number)),
    results: values.results,
  };
}

function choose<T extends { readonly name: string }>(kind: string, all: readonly T[], names: string | undefined): T[] {
  if (names === undefined) return [...all];
  return names.split(",").map((name) => {
    const found = all.find((candidate) => candidate.name === name);
    if (found === undefined) throw new TypeError(`there is no ${kind} ${name}; see --help`);
    return found;
  });
}

export function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new TypeError(`${option} takes whole numbers from 1, not ${text}`);
  return number;
}
