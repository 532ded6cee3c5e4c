// Differential fuzzing of the request parser against Node's llhttp in strict mode.
//
//   node tools/fuzz-http1.ts --seed 1 --messages 100000
//
// Asserts that whatever we accept llhttp accepts too, with the same method, target, fields and body, and that the two
// agree on how many requests there are. Where llhttp accepts what we refuse, our reason must be in STRICTER below;
// where we accept what llhttp refuses, it must be explained by WIDER. Anything else is reported with its bytes.

import { createServer, type IncomingMessage } from "node:http";
import { Duplex } from "node:stream";
import { parseArgs } from "node:util";
import { type Reading, type ReadRequest, readRequests } from "../test/http1/read-requests.ts";
import { generateMessage, Random } from "./fuzz-messages.ts";

/** Our refusals that llhttp does not share, and why we are right to refuse. */
const STRICTER: ReadonlyMap<string, string> = new Map([
  ["line not ended by CRLF", "llhttp takes a CR CR LF or LF in places; RFC 9112 §2.2 lets a recipient refuse it"],
  ["invalid method", "an empty line ahead of the request (RFC 9112 §2.2) is a miscounted body"],
  ["invalid request target", "llhttp takes raw quotes, angle brackets, fragments and `*` with any method"],
  ["request target and Host disagree", "llhttp does not compare; routing must have one answer (RFC 9112 §3.2.2)"],
  ["request line too long", "our limit for the request line is lower than Node's for the head"],
  ["invalid HTTP version", "llhttp skips further spaces ahead of the version"],
  ["invalid Host", "llhttp does not look into Host"],
  ["no Host", "Node answers 400 too, but above llhttp"],
  ["more than one Host", "Node keeps the first (RFC 9112 §3.2 demands 400)"],
  ["more than one Upgrade", "two protocols to choose from are one too many"],
  ["invalid Content-Length", "leading zeros, which some read as octal"],
  ["more than one Content-Length", "RFC 9112 §6.3 allows refusing equal repetitions"],
  ["transfer coding other than chunked", "llhttp takes codings ahead of chunked, and other codings without it"],
  ["more than one Transfer-Encoding", "llhttp joins the fields"],
  ["Transfer-Encoding in HTTP/1.0", "RFC 9112 §6.1: the framing is faulty"],
  ["both Content-Length and Transfer-Encoding", "llhttp takes them when the coding is not chunked"],
  ["underscore in a field name", "CGI-like backends read it as a hyphen"],
  ["invalid Connection", "an option must be a token (RFC 9110 §7.6.1)"],
  ["Connection names a field that must reach the other end", "llhttp does not look at nominated names"],
  ["unknown expectation", "Node answers 417 above llhttp"],
  ["too many fields", "our limit is lower"],
  ["HTTP version not supported", "llhttp takes 0.9 and 2.0 as versions"],
  ["CONNECT and TRACE are not served", "policy of a gateway"],
  ["method too long", "our limit"],
  ["invalid trailer section", "framing fields in a trailer (RFC 9110 §6.5.1)"],
  ["invalid chunk size", "sizes of more than eight digits"],
  ["invalid chunk extension", "llhttp takes malformed and spaced extensions"],
  ["chunk extensions too long", "our limit is lower"],
]);

/** What we accept and llhttp refuses, with the reason why that is safe. */
const WIDER: readonly {
  name: string;
  reason: string;
  applies(request: ReadRequest, earlier: readonly ReadRequest[]): boolean;
}[] = [
  {
    name: "extension method",
    reason: "llhttp knows a fixed list; RFC 9110 §9.1 makes any token a method, and framing does not depend on it",
    applies: (request) => !KNOWN_METHODS.has(request.head.method),
  },
  {
    name: "request after an ignored upgrade",
    reason: "Node stops at an upgrade request with a body; RFC 9110 §7.8 lets a server ignore the upgrade and go on",
    applies: (_request, earlier) => earlier.some((request) => request.head.upgrade !== ""),
  },
];

const KNOWN_METHODS = new Set(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND", "SEARCH"]);

interface Seen {
  method: string;
  target: string;
  fields: string[];
  body: string;
}

export interface FuzzReport {
  readonly messages: number;
  readonly accepted: number;
  readonly refusedByBoth: number;
  /** Count per class of difference. */
  readonly stricter: Map<string, number>;
  readonly wider: Map<string, number>;
  /** Differences nobody has explained. */
  readonly violations: string[];
}

/** Node's parser in strict mode, fed without sockets. */
class LlhttpReader {
  private readonly seenOn = new WeakMap<object, Seen[]>();
  private readonly server = createServer({ insecureHTTPParser: false, requireHostHeader: false });

  constructor() {
    const onRequest = (request: IncomingMessage) => this.record(request);
    // No answer is ever given: the parser goes on all the same, and nothing closes the connection early.
    this.server.on("request", onRequest);
    this.server.on("checkContinue", onRequest);
    this.server.on("checkExpectation", onRequest);
    this.server.on("clientError", () => {});
  }

  /** The requests that came through with their whole body. */
  read(bytes: Buffer): Promise<Seen[]> {
    const socket = new Duplex({
      read() {},
      write(_chunk, _encoding, done) {
        done();
      },
    });
    const seen: Seen[] = [];
    this.seenOn.set(socket, seen);
    socket.on("error", () => {});
    this.server.emit("connection", socket);
    socket.push(bytes);
    return new Promise((resolve) => {
      setImmediate(() => {
        setImmediate(() => {
          resolve(seen);
          socket.destroy();
        });
      });
    });
  }

  private record(request: IncomingMessage): void {
    const entry = { method: request.method ?? "", target: request.url ?? "", fields: request.rawHeaders, body: "" };
    const seen = this.seenOn.get(request.socket);
    request.on("data", (data: Buffer) => {
      entry.body += data.toString("latin1");
    });
    request.on("end", () => {
      if (request.complete) seen?.push(entry);
    });
    request.on("error", () => {});
  }
}

function isSame(ours: ReadRequest, theirs: Seen): boolean {
  const { head, body } = ours;
  return (
    head.method === theirs.method &&
    (head.target === theirs.target || theirs.target.includes("://")) &&
    body === theirs.body &&
    head.fields.length === theirs.fields.length &&
    head.fields.every((text, i) => text === theirs.fields[i])
  );
}

export async function fuzz(seed: number, messages: number): Promise<FuzzReport> {
  const random = new Random(seed);
  const llhttp = new LlhttpReader();
  const report = {
    messages,
    accepted: 0,
    refusedByBoth: 0,
    stricter: new Map<string, number>(),
    wider: new Map<string, number>(),
    violations: [] as string[],
  };
  for (let i = 0; i < messages; i++) {
    const bytes = Buffer.from(generateMessage(random), "latin1");
    const cut = random.below(bytes.length + 1);
    const ours = readRequests([bytes.subarray(0, cut), bytes.subarray(cut)]);
    compare(bytes, ours, await llhttp.read(bytes), report);
  }
  return report;
}

function compare(
  bytes: Buffer,
  ours: Reading,
  theirs: Seen[],
  report: FuzzReport & { accepted: number; refusedByBoth: number },
): void {
  const lastIndex = ours.requests.findIndex((request) => !request.head.wantsKeepAlive);
  for (const [i, request] of ours.requests.entries()) {
    if (lastIndex !== -1 && i > lastIndex) return; // the connection ends here
    const other = theirs[i];
    if (other !== undefined && isSame(request, other)) {
      report.accepted++;
      continue;
    }
    const wider =
      other === undefined ? WIDER.find((entry) => entry.applies(request, ours.requests.slice(0, i))) : undefined;
    if (wider === undefined)
      report.violations.push(`accepted only here, or read otherwise: ${show(bytes)} ${JSON.stringify(other)}`);
    else count(report.wider, wider.name);
    return; // the readings have parted: what follows cannot be compared
  }
  if (lastIndex !== -1) return;
  if (theirs.length <= ours.requests.length) {
    if (ours.failure !== null) report.refusedByBoth++;
    return;
  }
  const reason = ours.failure?.reason ?? "taken as incomplete";
  if (STRICTER.has(reason)) count(report.stricter, reason);
  else report.violations.push(`refused only here (${reason}): ${show(bytes)}`);
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function show(bytes: Buffer): string {
  const text = bytes.toString("latin1");
  return JSON.stringify(text.length > 600 ? `${text.slice(0, 600)}…` : text);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { seed: { type: "string" }, messages: { type: "string" } } });
  const seed = Number(values.seed ?? 1);
  const report = await fuzz(seed, Number(values.messages ?? 20_000));
  console.log(
    `seed ${seed}: ${report.messages} messages, ${report.accepted} requests read alike, ${report.refusedByBoth} messages refused by both`,
  );
  for (const [reason, times] of report.stricter) console.log(`stricter ${times} × ${reason}: ${STRICTER.get(reason)}`);
  for (const { name, reason } of WIDER) console.log(`wider ${report.wider.get(name) ?? 0} × ${name}: ${reason}`);
  for (const violation of report.violations.slice(0, 20)) console.log(`VIOLATION ${violation}`);
  process.exitCode = report.violations.length === 0 ? 0 : 1;
}

if (import.meta.main) await main();
