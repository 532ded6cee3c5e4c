import { CODING_LINES, LENGTH_LINES, OTHER_LINES } from "./attack-dictionary.ts";
import { mutate, splice } from "./mutations.ts";
import type { Random } from "./random.ts";
import { chunkedBody } from "./request-messages.ts";

const STATUS_LINES = [
  "HTTP/1.1 200 OK",
  "HTTP/1.1 200 ",
  "HTTP/1.1 200",
  "HTTP/1.0 200 OK",
  "HTTP/1.1 404 Not Found",
  "HTTP/1.1 599 x",
  "HTTP/1.1 600 x",
  "HTTP/1.1 099 x",
  "HTTP/1.1 20 OK",
  "HTTP/1.1 2000 OK",
  "HTTP/1.1  200 OK",
  "HTTP/1.1 200\tOK",
  "HTTP/1.1 +20 OK",
  "HTTP/1.1 200 caf\xe9",
  "HTTP/1.2 200 OK",
  "HTTP/2.0 200 OK",
  "http/1.1 200 OK",
  "ICY 200 OK",
  "HTTP/1.1 204 No Content",
  "HTTP/1.1 304 Not Modified",
  "HTTP/1.1 205 Reset Content",
  "HTTP/1.1 101 Switching Protocols",
] as const;
const INTERIM = [
  "HTTP/1.1 100 Continue\r\n\r\n",
  "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n",
  "HTTP/1.1 102 x\r\n\r\n",
] as const;
const FIELDS = [
  "Server: x",
  "X-A: b",
  "Set-Cookie: a=b; c",
  "Date: x",
  "X_A: b",
  "Vary:",
  "X-Bytes: \xe9\xff",
] as const;
const DATA = ["", "abc", "good", "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil"] as const;

/** An answer, perhaps after interim ones, perhaps followed by another: often spiced, damaged or spliced. */
export function generateResponses(random: Random): string {
  let text = random.chance(10) ? random.pick(INTERIM) : "";
  text += generateResponse(random);
  if (random.chance(10)) text += generateResponse(random);
  if (random.chance(4)) text = splice(text, generateResponse(random), random);
  const wounds = random.chance(55) ? 0 : 1 + random.below(3);
  for (let i = 0; i < wounds; i++) text = mutate(text, random);
  return text;
}

function generateResponse(random: Random): string {
  const lines: string[] = [random.chance(75) ? "HTTP/1.1 200 OK" : random.pick(STATUS_LINES)];
  for (let i = random.below(4); i > 0; i--) lines.push(random.pick(FIELDS));
  if (random.chance(10)) lines.push(random.pick(OTHER_LINES));
  const kind = random.below(10);
  let body: string = random.pick(DATA);
  if (kind < 4) lines.push(`Content-Length: ${body.length}`);
  else if (kind < 7) {
    lines.push("Transfer-Encoding: chunked");
    body = chunkedBody(random, 12);
  } else if (kind === 7) lines.push(random.pick(LENGTH_LINES));
  else if (kind === 8) {
    lines.push(random.pick(CODING_LINES));
    if (random.chance(40)) lines.push(random.pick(LENGTH_LINES));
    body = chunkedBody(random, 10);
  }
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}
