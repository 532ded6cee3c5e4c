// Differential fuzzing of the HTTP/1.1 parsers against Node's llhttp in strict mode.
//
//   node tools/fuzz-http1.ts --messages 10000000 --seed 1 --workers 2 --kind requests
//
// Whatever we accept llhttp must accept too, with the same start line, fields and body, and the two must agree on how many
// messages there are. Where llhttp accepts what we refuse, our reason must be in tools/fuzz/differences.ts. Some messages
// are also read with a cut at every byte, which must change nothing. Anything else is reported with its bytes, and the
// exit code is 1.
//
// The messages come in blocks, each with a seed of its own, so that they do not depend on the number of workers.

import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { checkRequests, checkResponses, emptyReport, type FuzzReport } from "./fuzz/compare.ts";
import { STRICTER } from "./fuzz/differences.ts";
import { Random } from "./fuzz/random.ts";
import { generateRequests } from "./fuzz/request-messages.ts";
import { generateResponses } from "./fuzz/response-messages.ts";

export type FuzzKind = "requests" | "responses";

const BLOCK_MESSAGES = 100_000;
const SHOWN_VIOLATIONS = 20;

export function fuzz(kind: FuzzKind, seed: number, messages: number, report: FuzzReport = emptyReport()): FuzzReport {
  const random = new Random(seed);
  for (let i = 0; i < messages; i++) {
    if (kind === "requests") checkRequests(generateRequests(random), random, report);
    else checkResponses(generateResponses(random), random, report);
  }
  return report;
}

/** What a worker is to do: every so-manieth block. */
interface Share {
  readonly kind: FuzzKind;
  readonly seed: number;
  readonly messages: number;
  readonly first: number;
  readonly step: number;
}

function fuzzShare({ kind, seed, messages, first, step }: Share): void {
  for (let block = first; block * BLOCK_MESSAGES < messages; block += step) {
    const size = Math.min(BLOCK_MESSAGES, messages - block * BLOCK_MESSAGES);
    parentPort?.postMessage(fuzz(kind, seed + block, size));
  }
}

function add(total: FuzzReport, part: FuzzReport): void {
  total.messages += part.messages;
  total.accepted += part.accepted;
  total.refusedByBoth += part.refusedByBoth;
  total.cutEverywhere += part.cutEverywhere;
  for (const [reason, times] of part.stricter) total.stricter.set(reason, (total.stricter.get(reason) ?? 0) + times);
  total.violations.push(...part.violations);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: "string", default: "1" },
      messages: { type: "string", default: "200000" },
      workers: { type: "string", default: "1" },
      kind: { type: "string", default: "requests" },
    },
  });
  const kind: FuzzKind = values.kind === "responses" ? "responses" : "requests";
  const share = { kind, seed: Number(values.seed), messages: Number(values.messages), step: Number(values.workers) };
  const total = emptyReport();
  const startedAt = performance.now();
  const ends = Array.from({ length: share.step }, (_, first) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { ...share, first } satisfies Share });
    worker.on("message", (part: FuzzReport) => {
      for (const violation of part.violations.slice(0, Math.max(0, SHOWN_VIOLATIONS - total.violations.length)))
        console.log(`VIOLATION ${violation}`);
      add(total, part);
      if (total.messages % 1_000_000 === 0)
        console.log(`${total.messages} messages, ${total.violations.length} violations`);
    });
    return new Promise<void>((resolve, reject) => worker.once("error", reject).once("exit", () => resolve()));
  });
  await Promise.all(ends);
  summarize(kind, share.seed, total, performance.now() - startedAt);
  process.exitCode = total.violations.length === 0 && total.messages === share.messages ? 0 : 1;
}

function summarize(kind: FuzzKind, seed: number, total: FuzzReport, tookMs: number): void {
  const perSecond = Math.round((total.messages * 1000) / tookMs);
  console.log(
    `seed ${seed}: ${total.messages} messages of ${kind}, ${perSecond} a second; ${total.accepted} read alike, ${total.refusedByBoth} ` +
      `refused by both, ${total.cutEverywhere} cut at every byte, ${total.violations.length} violations`,
  );
  for (const [reason, times] of total.stricter) console.log(`stricter ${times} × ${reason}: ${STRICTER.get(reason)}`);
}

if (!isMainThread && parentPort !== null) fuzzShare(workerData as Share);
else if (import.meta.main) await main();
