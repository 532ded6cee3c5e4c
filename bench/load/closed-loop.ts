// As fast as the gateway answers: every connection sends its next call when the last one is answered. wrk does it.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { onCore } from "../processes.ts";

export interface Totals {
  readonly calls: number;
  readonly microseconds: number;
  readonly bytes: number;
  /** Answers with a status of 400 or more. */
  readonly refusals: number;
  /** Connections that broke and answers that never came. */
  readonly failures: number;
}

export async function runClosedLoop(load: {
  readonly wrk: string;
  readonly port: number;
  readonly requestsFile: string;
  readonly connections: number;
  readonly seconds: number;
  /** The only one the generator runs on. */
  readonly core?: number;
}): Promise<Totals> {
  const script = join(import.meta.dirname, "wrk.lua");
  const [program, ...before] = load.core === undefined ? [load.wrk] : onCore(load.core, load.wrk);
  const { stdout } = await promisify(execFile)(program, [
    ...before,
    ...["-t", "1", "-c", String(load.connections), "-d", `${load.seconds}s`, "--timeout", "5s"],
    ...["-s", script, `http://127.0.0.1:${load.port}/`, "--", load.requestsFile],
  ]);
  const totals = /\nTOTALS (\{.*\})/.exec(stdout)?.[1];
  if (totals === undefined) throw new Error(`wrk said no totals: ${stdout}`);
  return JSON.parse(totals) as Totals;
}
