import { type Reading, type ReadRequest, readRequests } from "../../test/http1/read-requests.ts";
import { type ReadResponse, type ResponseReading, readResponse } from "../../test/http1/read-responses.ts";
import { STRICTER } from "./differences.ts";
import { Llhttp, type SeenMessage } from "./llhttp.ts";
import type { Random } from "./random.ts";

/** What came of a number of messages. */
export interface FuzzReport {
  messages: number;
  /** Requests or responses within them that both parsers read, and read the same. */
  accepted: number;
  refusedByBoth: number;
  /** Messages that were read again with a cut at every byte. */
  cutEverywhere: number;
  /** Refused here and not by llhttp: count per reason. */
  readonly stricter: Map<string, number>;
  /** Accepted here only, read otherwise, or refused for a reason nobody has explained. */
  readonly violations: string[];
}

export function emptyReport(): FuzzReport {
  return {
    messages: 0,
    accepted: 0,
    refusedByBoth: 0,
    cutEverywhere: 0,
    stricter: new Map(),
    violations: [],
  };
}

/** One message in so many is cut everywhere. */
const CUT_EVERY = 64;
const MAX_VIOLATIONS = 100;

const requestParser = new Llhttp("requests");
const responseParser = new Llhttp("responses");

export function checkRequests(text: string, random: Random, report: FuzzReport): void {
  const bytes = Buffer.from(text, "latin1");
  const ours = readRequests([bytes]);
  report.messages++;
  compareRequests(bytes, ours, requestParser.read(bytes), report);
  checkCuts(text, random, report, (pieces) => showRequests(readRequests(pieces)));
}

export function checkResponses(text: string, random: Random, report: FuzzReport): void {
  const bytes = Buffer.from(text, "latin1");
  const ours = readResponse([bytes]);
  report.messages++;
  compareResponses(bytes, ours, responseParser.read(bytes, true), report);
  checkCuts(text, random, report, (pieces) => showResponses(readResponse(pieces)));
}

/** Whatever the cuts, the reading must be the same. */
function checkCuts(
  text: string,
  random: Random,
  report: FuzzReport,
  read: (pieces: readonly Buffer[]) => string,
): void {
  if (random.below(8) !== 0) return;
  // Before the end of a head its refusal may come earlier or later; so that end is seen to.
  const bytes = Buffer.from(`${text}\r\n\r\n`, "latin1");
  const whole = read([bytes]);
  const check = (cut: number, pieces: readonly Buffer[]) => {
    const parts = read(pieces);
    if (parts !== whole) violate(report, `read otherwise when cut at ${cut}: ${parts} instead of ${whole}`, bytes);
  };
  if (random.below(CUT_EVERY / 8) !== 0) {
    const cut = random.below(bytes.length + 1);
    check(cut, [bytes.subarray(0, cut), bytes.subarray(cut)]);
    return;
  }
  report.cutEverywhere++;
  for (let cut = 1; cut < bytes.length; cut++) check(cut, [bytes.subarray(0, cut), bytes.subarray(cut)]);
  check(
    -1,
    Array.from(bytes, (_, i) => bytes.subarray(i, i + 1)),
  );
}

function compareRequests(bytes: Buffer, ours: Reading, theirs: readonly SeenMessage[], report: FuzzReport): void {
  for (const [i, request] of ours.requests.entries()) {
    const other = theirs[i];
    if (other === undefined || !isSameRequest(request, other)) {
      violate(report, "accepted only here, or read otherwise", bytes, other);
      return;
    }
    report.accepted++;
    if (!request.head.wantsKeepAlive) return; // the connection ends here
  }
  compareRest(bytes, ours.failure?.reason, theirs.length > ours.requests.length, report);
}

function compareResponses(
  bytes: Buffer,
  ours: ResponseReading,
  theirs: readonly SeenMessage[],
  report: FuzzReport,
): void {
  for (const [i, response] of ours.responses.entries()) {
    const other = theirs[i];
    if (other === undefined || !isSameResponse(response, other)) {
      violate(report, "accepted only here, or read otherwise", bytes, other);
      return;
    }
    report.accepted++;
    if (response.head.status === 101 || response.head.status >= 200) return; // what follows belongs to no one
  }
  compareRest(bytes, ours.failure?.reason, theirs.length > ours.responses.length, report);
}

/** We stopped. Did llhttp, too? */
function compareRest(bytes: Buffer, reason: string | undefined, hasMore: boolean, report: FuzzReport): void {
  if (!hasMore) {
    if (reason !== undefined) report.refusedByBoth++;
  } else if (STRICTER.has(reason ?? "")) count(report.stricter, reason ?? "");
  else violate(report, `refused only here (${reason ?? "taken as incomplete"})`, bytes);
}

function isSameRequest({ head, body }: ReadRequest, theirs: SeenMessage): boolean {
  const target = theirs.start.slice(head.method.length + 1);
  return (
    theirs.start.startsWith(`${head.method} `) &&
    (head.target === target || head.target === originForm(target)) &&
    isSame(head.fields, body, theirs)
  );
}

function isSameResponse({ head, body }: ReadResponse, theirs: SeenMessage): boolean {
  return theirs.start === String(head.status) && isSame(head.fields, body, theirs);
}

function isSame(fields: readonly string[], body: string, theirs: SeenMessage): boolean {
  if (body !== theirs.body || fields.length !== theirs.fields.length) return false;
  for (let i = 0; i < fields.length; i++) if (fields[i] !== theirs.fields[i]) return false;
  return true;
}

/** What absolute-form is reduced to. */
function originForm(target: string): string {
  const rest = /^https?:\/\/[^/?]*(.*)$/is.exec(target)?.[1];
  if (rest === undefined) return target;
  return rest.startsWith("/") ? rest : `/${rest}`;
}

function showRequests({ requests, failure, isCutOff }: Reading): string {
  const read = requests.map(({ head, body }) => [head.method, head.target, ...head.fields, body]);
  return JSON.stringify([read, failure, isCutOff]);
}

function showResponses({ responses, failure, extraBytes }: ResponseReading): string {
  return JSON.stringify([responses.map(({ head, body }) => [head.status, ...head.fields, body]), failure, extraBytes]);
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function violate(report: FuzzReport, what: string, bytes: Buffer, other?: SeenMessage): void {
  if (report.violations.length >= MAX_VIOLATIONS) return;
  const text = bytes.toString("latin1", 0, 600);
  report.violations.push(`${what}: ${JSON.stringify(text)}${other === undefined ? "" : ` ${JSON.stringify(other)}`}`);
}
