import { CHUNK_SIZES, CODING_LINES, LAST_CHUNKS, LENGTH_LINES, OTHER_LINES } from "./attack-dictionary.ts";
import { mutate, splice } from "./mutations.ts";
import type { Random } from "./random.ts";

const METHODS = [
  ...["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "M-SEARCH", "UNSUBSCRIBE", "SOURCE", "QUERY"],
  ...["BREW", "get", "TRACE", "G@T", "PRI", "DESCRIBE", "UNSUBSCRIBED"],
] as const;
const TARGETS = [
  "/",
  "/a/b?c=d",
  "//x",
  "/%2e%2e/",
  "*",
  "http://a/x",
  "http://b/",
  "HTTP://A?q",
  "http://a",
  "http://u@a/",
  "https://a/",
  "ftp://a/",
  "a:80",
  "/a|b",
  "/\xe9",
  "/a#b",
  '/"<>',
  "/a\\b",
  "?x",
  "",
] as const;
const VERSIONS = [
  "HTTP/1.0",
  "HTTP/1.2",
  "HTTP/2.0",
  "HTTP/0.9",
  "http/1.1",
  "HTTP/1.1 ",
  "HTTP/1.10",
  "HTTP/1,1",
  "",
] as const;
const HOSTS = ["a", "a:80", "[::1]", "a.b.c:8080", "", "a b", "a,b", "a:", "A"] as const;
const NAMES = [
  "Accept",
  "X-Test",
  "X_Test",
  "Upgrade",
  "TE",
  "Trailer",
  "Expect",
  "Keep-Alive",
  "Cookie",
  "X-Y-Z",
] as const;
const SAFE_NAMES = ["Accept", "X-Test", "TE", "Trailer", "Cookie"] as const;
const VALUES = [
  "",
  "x",
  "*/*",
  "a, b",
  "100-continue",
  "websocket",
  "caf\xe9",
  'q="x\\"y"',
  "\ttab\t",
  "trailers",
] as const;
const SMUGGLED = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
const DATA = ["a", "abc", "hello", "\r\n", "0\r\n\r\n", "x".repeat(17), SMUGGLED] as const;

/** One to three requests: mostly valid, often spiced from the dictionary, and then often damaged or spliced. */
export function generateRequests(random: Random): string {
  let text = "";
  const requests = random.chance(30) ? 2 + random.below(2) : 1;
  for (let i = 0; i < requests; i++) text += generateRequest(random);
  if (random.chance(4)) text = splice(text, generateRequest(random), random);
  const wounds = random.chance(55) ? 0 : 1 + random.below(3);
  for (let i = 0; i < wounds; i++) text = mutate(text, random);
  return text;
}

function generateRequest(random: Random): string {
  const isPlain = random.chance(80);
  const method = isPlain ? random.pick(["GET", "POST", "PUT"]) : random.pick(METHODS);
  const target = isPlain ? random.pick(["/", "/a/b?c=d"]) : random.pick(TARGETS);
  const version = random.chance(94) ? "HTTP/1.1" : random.pick(VERSIONS);
  const lines: string[] = [];
  if (random.chance(97)) lines.push(`Host: ${random.chance(95) ? "a" : random.pick(HOSTS)}`);
  for (let i = random.below(4); i > 0; i--) lines.push(field(random));
  if (random.chance(12)) lines.push("Connection: keep-alive");
  if (random.chance(8)) lines.push(random.pick(OTHER_LINES));
  return `${method} ${target} ${version}\r\n${withBody(lines, random)}`;
}

function field(random: Random): string {
  const name = random.pick(random.chance(92) ? SAFE_NAMES : NAMES);
  return `${name}:${random.pick(["", " ", "  "])}${random.pick(VALUES)}`;
}

function withBody(lines: string[], random: Random): string {
  const kind = random.below(12);
  let body = "";
  if (kind < 3) {
    body = random.pick(DATA);
    lines.push(`Content-Length: ${body.length}`);
  } else if (kind < 6) {
    lines.push("Transfer-Encoding: chunked");
    body = chunkedBody(random, 4);
  } else if (kind < 8) {
    lines.push("Transfer-Encoding: chunked");
    body = chunkedBody(random, 40);
  } else if (kind === 8) {
    lines.push(random.pick(LENGTH_LINES));
    if (random.chance(30)) lines.push(random.pick(LENGTH_LINES));
    body = random.pick(["", "abc", SMUGGLED]);
  } else if (kind === 9) {
    lines.push(random.pick(CODING_LINES));
    if (random.chance(40)) lines.push(random.chance(50) ? random.pick(LENGTH_LINES) : random.pick(CODING_LINES));
    body = chunkedBody(random, 10);
  }
  if (random.chance(30)) lines.reverse();
  return `${lines.map((line) => `${line}\r\n`).join("")}\r\n${body}`;
}

/** `spicePercent` of its sizes and ends come from the dictionary. */
export function chunkedBody(random: Random, spicePercent: number): string {
  let body = "";
  for (let i = random.below(3); i > 0; i--) {
    if (random.chance(spicePercent)) body += `${random.pick(CHUNK_SIZES)}\r\nabc\r\n`;
    else {
      const data = random.pick(DATA);
      body += `${data.length.toString(16)}\r\n${data}\r\n`;
    }
  }
  return body + (random.chance(spicePercent) ? random.pick(LAST_CHUNKS) : "0\r\n\r\n");
}
