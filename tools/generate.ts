// Writes src/control/contract/generated/ from the published spec and our overlay, and the reference pages in docs/reference/
// from the contract and the tables in src/.
//   node tools/generate.ts           write the files
//   node tools/generate.ts --check   exit 1 when a file is not what would be written
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { emitContract } from "./contract/emit-contract.ts";
import { emitTypes } from "./contract/emit-types.ts";
import { loadContract } from "./contract/load.ts";

const root = join(import.meta.dirname, "..");
const contract = loadContract(join(root, "spec/api.json"), join(root, "spec/overlay.json"));
const generated = "src/control/contract/generated";
settle(
  new Map([
    [`${generated}/types.ts`, emitTypes(contract)],
    [`${generated}/contract.ts`, emitContract(contract)],
  ]),
);
// Loaded only now: the pages read the contract that has just been written.
const { referencePages } = await import("./docs/reference-pages.ts");
settle(referencePages());

function settle(files: ReadonlyMap<string, string>): void {
  if (process.argv.includes("--check")) report(files);
  else for (const [name, text] of files) write(join(root, name), text);
}

function report(files: ReadonlyMap<string, string>): void {
  const stale = [...files].filter(([name, text]) => readIfPresent(join(root, name)) !== text).map(([name]) => name);
  if (stale.length === 0) return;
  console.error(`Out of date: ${stale.join(", ")}. Run: npm run generate`);
  process.exitCode = 1;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
