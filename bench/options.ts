import { basename, isAbsolute, join, relative } from "node:path";
import { parseArgs } from "node:util";

/** Where figures are written unless `--results` says otherwise. */
export const resultsFolder = join(import.meta.dirname, "results");

/**
 * The options of the program, all of them `--name VALUE`; a default may be empty. `read` makes of the values what the program
 * needs, and throws a TypeError about what is wrong with them. Who asks for help, or mistypes, is told the usage.
 */
export function readOptions<Name extends string, Options>(
  defaults: Readonly<Record<Name, string>>,
  read: (values: Readonly<Record<Name, string>>) => Options,
  more = "",
): Options {
  const usage = `usage: node bench/${basename(process.argv[1] ?? "")} ${usageOf(defaults)}\n${more}`;
  try {
    const names = Object.keys(defaults) as Name[];
    const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
    const { values } = parseArgs({ options: { ...options, help: { type: "boolean" } } });
    if (values.help) endWith(0, usage);
    return read({ ...defaults, ...values });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return endWith(2, `${error.message.split(".", 1)[0]}\n${usage}`);
  }
}

export function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new TypeError(`${option} takes whole numbers from 1, not ${text}`);
  return number;
}

/** Those of `all` that are named, separated by commas; all of them if none is. */
export function chosen<T extends { readonly name: string }>(kind: string, all: readonly T[], names: string): T[] {
  if (names === "") return [...all];
  return names.split(",").map((name) => {
    const found = all.find((candidate) => candidate.name === name);
    if (found === undefined) throw new TypeError(`there is no ${kind} ${name}`);
    return found;
  });
}

function usageOf(defaults: Readonly<Record<string, string>>): string {
  const shown = (name: string, value: string) => {
    if (value === "") return name.toUpperCase();
    return isAbsolute(value) ? relative(process.cwd(), value) : value;
  };
  return Object.entries(defaults)
    .map(([name, value]) => `[--${name} ${shown(name, value)}]`)
    .join(" ");
}

function endWith(code: number, text: string): never {
  (code === 0 ? process.stdout : process.stderr).write(text);
  process.exit(code);
}
