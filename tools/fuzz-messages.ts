/** Small seeded generator (mulberry32), so that a run can be repeated. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** Integer in [0, limit). */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.below(items.length)] ?? items[0];
  }
}

const METHODS = ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "BREW", "get"] as const;
const TARGETS = [
  "/",
  "/a/b?c=d",
  "//x",
  "/%2e%2e/",
  "*",
  "http://a/x",
  "http://b/",
  "/a|b",
  "/\xe9",
  "/a#b",
  "?x",
] as const;
const HOSTS = ["a", "a:80", "[::1]", "a.b.c:8080", "", "a b", "a,b", "a:"] as const;
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
const LENGTHS = ["0", "3", "03", "+3", "3, 3", "0x3", "3 ", "-1", "99999999999999999999", "", "3\v"] as const;
const CODINGS = [
  "chunked",
  "Chunked",
  "gzip, chunked",
  "chunked, gzip",
  "identity",
  "",
  "chunked,",
  "xchunked",
] as const;
const OPTIONS = [
  "close",
  "keep-alive",
  "upgrade",
  "host",
  "te, x",
  "a b",
  "",
  "content-length",
  "keep-alive, x-hop",
] as const;
const EXTENSIONS = [";a", ";a=b", ';a="b"', "; a", ";", " ", ";a=\r"] as const;
/** What mutations put in: everything that separates, ends or hides something. */
const SPICES = [
  "\r",
  "\n",
  "\r\n",
  " ",
  "\t",
  "\0",
  ":",
  ",",
  ";",
  "\v",
  "\f",
  "\x7f",
  "\x85",
  "_",
  "-",
  "0",
  "1",
  "\r\n ",
  "\r\n\r\n",
  "a",
  '"',
  "\\",
] as const;

/** One to three requests of mostly valid parts, often damaged in a place or two. */
export function generateMessage(random: Random): string {
  let text = "";
  const requests = random.chance(25) ? 2 + random.below(2) : 1;
  for (let i = 0; i < requests; i++) text += generateRequest(random);
  const wounds = random.chance(45) ? 0 : 1 + random.below(2);
  for (let i = 0; i < wounds; i++) text = damage(text, random);
  return text;
}

function generateRequest(random: Random): string {
  const isPlain = random.chance(60);
  const method = isPlain ? random.pick(["GET", "POST", "PUT"]) : random.pick(METHODS);
  const target = isPlain ? random.pick(["/", "/a/b?c=d"]) : random.pick(TARGETS);
  const version = random.chance(90)
    ? "HTTP/1.1"
    : random.pick(["HTTP/1.0", "HTTP/1.2", "HTTP/2.0", "http/1.1", "HTTP/1.1 "]);
  const lines: string[] = [];
  if (random.chance(95)) lines.push(`Host: ${random.chance(90) ? "a" : random.pick(HOSTS)}`);
  if (random.chance(3)) lines.push("host: a");
  for (let i = random.below(4); i > 0; i--)
    lines.push(
      `${random.pick(random.chance(80) ? SAFE_NAMES : NAMES)}:${random.pick(["", " ", "  "])}${random.pick(VALUES)}`,
    );
  if (random.chance(20)) lines.push(`Connection: ${random.chance(60) ? "keep-alive" : random.pick(OPTIONS)}`);
  return `${method} ${target} ${version}\r\n${withBody(lines, random)}`;
}

function withBody(lines: string[], random: Random): string {
  const kind = random.below(10);
  let body = "";
  if (kind < 3) {
    lines.push("Content-Length: 3");
    body = "abc";
  } else if (kind < 6) {
    lines.push("Transfer-Encoding: chunked");
    body = chunkedBody(random);
  } else if (kind === 6) {
    lines.push(`Content-Length: ${random.pick(LENGTHS)}`);
    if (random.chance(30)) lines.push(`Content-Length: ${random.pick(LENGTHS)}`);
    body = random.pick(["", "abc"]);
  } else if (kind === 7) {
    lines.push(`Transfer-Encoding: ${random.pick(CODINGS)}`);
    if (random.chance(30)) lines.push(random.pick(["Content-Length: 3", "Transfer-Encoding: chunked"]));
    body = chunkedBody(random);
  }
  if (random.chance(30)) lines.reverse();
  return `${lines.map((line) => `${line}\r\n`).join("")}\r\n${body}`;
}

function chunkedBody(random: Random): string {
  let body = "";
  for (let i = random.below(3); i > 0; i--) {
    const data = random.pick(["a", "hello", "\r\n", "0\r\n\r\n", "x".repeat(17)]);
    const size = data.length.toString(16);
    body += `${random.pick([size, size, size, `0${size}`, size.toUpperCase()])}${random.chance(85) ? "" : random.pick(EXTENSIONS)}\r\n${data}\r\n`;
  }
  return `${body}0${random.chance(85) ? "" : random.pick(EXTENSIONS)}\r\n${random.chance(15) ? "X-Trailer: y\r\n" : ""}\r\n`;
}

function damage(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const kind = random.below(4);
  if (kind === 0) return text.slice(0, at) + random.pick(SPICES) + text.slice(at);
  if (kind === 1) return text.slice(0, at) + text.slice(at + 1);
  if (kind === 2) return text.slice(0, at) + random.pick(SPICES) + text.slice(at + 1);
  const lines = text.split("\r\n");
  const line = random.below(lines.length);
  lines.splice(line, 0, lines[random.below(lines.length)] ?? "");
  return lines.join("\r\n");
}
