// Writes src/control/contract/generated/ from the published spec and our overlay.
//   node tools/generate.ts           write the files
//   node tools/generate.ts --check   exit 1 when a file is not what would be written
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { emitContract } from "./contract/emit-contract.ts";
import { emitTypes } from "./contract/emit-types.ts";
import { loadContract } from "./contract/load.ts";

const root = join(import.meta.dirname, "..");
const target = join(root, "src/control/contract/generated");
const contract = loadContract(join(root, "spec/api.json"), join(root, "spec/overlay.json"));
const files = new Map([
  ["types.ts", emitTypes(contract)],
  ["contract.ts", emitContract(contract)],
]);

if (process.argv.includes("--check")) {
  const stale = [...files].filter(([name, text]) => readIfPresent(join(target, name)) !== text).map(([name]) => name);
  if (stale.length > 0) {
    console.error(`Out of date: ${stale.join(", ")}. Run: node tools/generate.ts`);
    process.exitCode = 1;
  }
} else {
  mkdirSync(target, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(target, name), text);
}

function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
