// The bytes callers send. Signed here with nothing but Node's own HMAC, so that the load shares no code with what it
// measures (key pairs: Tencent Cloud docs 628/11819).
import { createHmac } from "node:crypto";
import { apis, type BenchKey, type BenchKeys, type Case } from "../cases.ts";

/** Where a gateway expects the calls: the Host header, and what stands before the path of an API. */
export interface CallAddress {
  readonly host: string;
  readonly prefix: string;
}

/** Every distinct request of a case, signed to be valid for the next minutes. */
export function buildRequests(what: Case, address: CallAddress, keys: BenchKeys, nowMs = Date.now()): Buffer[] {
  return callers(what, keys).flatMap((key) =>
    // Dates go back from now, second by second, and stay inside the 15 minutes a signature is valid for.
    Array.from({ length: what.datesPerKey }, (_, index) => buildRequest(what, address, key, nowMs - index * 1_000)),
  );
}

function callers(what: Case, keys: BenchKeys): readonly BenchKey[] {
  if (what.caller === "throttled") return [keys.throttled];
  const open = keys.open.slice(0, what.keyCount);
  return what.caller === "open" ? open : open.map(({ id }) => ({ id, secret: "not-the-secret" }));
}

function buildRequest(what: Case, { host, prefix }: CallAddress, key: BenchKey, dateMs: number): Buffer {
  const { method, path } = apis.find(({ name }) => name === what.api) ?? apis[0];
  return signRequest({ method, host, path: prefix + path, key, dateMs, bodyBytes: what.requestBytes });
}

export function signRequest(call: {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly key: BenchKey;
  readonly dateMs: number;
  readonly bodyBytes: number;
}): Buffer {
  const lines = [
    `${call.method} ${call.path} HTTP/1.1`,
    `Host: ${call.host}`,
    ...signedHeaders(call.key, call.dateMs).map(([name, value]) => `${name}: ${value}`),
    "User-Agent: bench",
    "Accept: */*",
  ];
  if (call.bodyBytes > 0) {
    lines.push("Content-Type: application/octet-stream", `Content-Length: ${call.bodyBytes}`);
  }
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`), Buffer.alloc(call.bodyBytes, "x")]);
}

/** The two headers of a call signed with a key pair. */
export function signedHeaders(key: BenchKey, dateMs: number): [name: string, value: string][] {
  const date = new Date(dateMs).toUTCString();
  const signature = createHmac("sha1", key.secret).update(`x-date: ${date}`).digest("base64");
  const fields = `id="${key.id}", algorithm="hmac-sha1", headers="x-date", signature="${signature}"`;
  return [
    ["X-Date", date],
    ["Authorization", `hmac ${fields}`],
  ];
}

/** The file both generators read: each request after a line that says how many bytes it has. */
export function packRequests(requests: readonly Buffer[]): Buffer {
  return Buffer.concat(requests.flatMap((request) => [Buffer.from(`${request.length}\n`), request]));
}

export function unpackRequests(packed: Buffer): Buffer[] {
  const requests: Buffer[] = [];
  for (let at = 0; at < packed.length; ) {
    const lineEnd = packed.indexOf("\n", at);
    const end = lineEnd + 1 + Number(packed.toString("latin1", at, lineEnd));
    requests.push(packed.subarray(lineEnd + 1, end));
    at = end;
  }
  return requests;
}
