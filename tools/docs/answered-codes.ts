import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { actionTable } from "../../src/control/actions/table.ts";
import type { ActionContract } from "../../src/control/contract/contract-shape.ts";
import { actions, errorCodes } from "../../src/control/contract/generated/contract.ts";

const control = join(import.meta.dirname, "../../src/control");
/** Holds the texts of all common codes, used or not; what its functions answer counts where they are called. */
const textsFile = join("contract", "errors.ts");
/** Has a number of API 2.0 for every code, used or not. */
const numbersFile = join("legacy", "result-code.ts");

/**
 * The codes this version can answer: those the source of the management API names, and those the contract of a working
 * action gives to a broken rule.
 */
export function answeredCodes(): ReadonlySet<string> {
  const known = new Set<string>(Object.keys(errorCodes));
  const sources = new Map(sourceFiles().map((file) => [file, readFileSync(join(control, file), "utf8")]));
  const texts = sources.get(textsFile) ?? "";
  sources.delete(textsFile);
  sources.delete(numbersFile);
  const callers = [...sources.values()].join("\n");
  const found = [...quotedTexts(callers), ...codesOfCalled(texts, callers), ...codesOfBrokenRules()];
  return new Set(found.filter((text) => known.has(text)));
}

function sourceFiles(): string[] {
  return readdirSync(control, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.includes("generated"),
  );
}

function quotedTexts(source: string): string[] {
  return [...source.matchAll(/"([A-Za-z0-9.]+)"/g)].map(([, text = ""]) => text);
}

/** Codes in the exported functions of `texts` that `callers` calls. */
function codesOfCalled(texts: string, callers: string): string[] {
  return texts.split(/^export function /m).flatMap((declaration) => {
    const name = /^\w+/.exec(declaration)?.[0];
    return name !== undefined && callers.includes(`${name}(`) ? quotedTexts(declaration) : [];
  });
}

function codesOfBrokenRules(): string[] {
  return Object.entries(actions).flatMap(([name, contract]: [string, ActionContract]) =>
    actionTable[name as keyof typeof actions].mode === "not-yet" ? [] : Object.values(contract.violations ?? {}),
  );
}
