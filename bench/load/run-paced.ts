import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { PacedResult, PacedSettings } from "./paced.ts";

/** Runs the paced generator as a process of its own. */
export async function runPaced(settings: PacedSettings): Promise<PacedResult> {
  const script = join(import.meta.dirname, "paced.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(settings)]);
  return JSON.parse(stdout) as PacedResult;
}
