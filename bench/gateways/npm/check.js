// A keyed call's checks as one would write them for a Node gateway: route, signature of the listed headers, age of the
// date, limits of the service, the API and the usage plan in windows of one second, and a request id.
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";

const keys = new Map(JSON.parse(readFileSync(process.env.BENCH_KEYS, "utf8")).map((key) => [key.id, key]));
const apis = new Set(["GET /small", "GET /large", "POST /post", "POST /upload"]);
const serviceRate = 1_000_000;
const apiRate = 1_000_000;
const maxSkewMs = 900_000;
const form = /^hmac id="([^"]+)", algorithm="([^"]+)", headers="([^"]+)", signature="([^"]+)"$/;

let second = 0;
let counts = new Map();
const spent = new Map();

/** Undefined when the call may pass, else the status and the message it is refused with. */
export function check({ method, url, headers }) {
  const api = `${method} ${url}`;
  if (!apis.has(api)) return { status: 404, message: "There is no api match" };
  const [, id, algorithm, names, signature] = form.exec(headers.authorization ?? "") ?? [];
  if (algorithm !== "hmac-sha1") return refusal("HMAC authorization format error");
  const now = Date.now();
  if (!(Math.abs(now - Date.parse(headers["x-date"])) <= maxSkewMs)) return refusal("the x-date header is out of date");
  const key = keys.get(id);
  if (key === undefined) return refusal("the id is not valid");
  const text = names.split(" ").map((name) => `${name}: ${headers[name]}`);
  const mac = createHmac("sha1", key.secret).update(text.join("\n")).digest();
  const given = Buffer.from(signature, "base64");
  if (given.length !== mac.length || !timingSafeEqual(mac, given)) return refusal("HMAC signature does not match");
  return overLimit(api, key, Math.floor(now / 1_000));
}

function refusal(message) {
  return { status: 401, message };
}

function overLimit(api, { plan, rate, quota }, nowSecond) {
  if (nowSecond !== second) {
    second = nowSecond;
    counts = new Map();
  }
  if (take(counts, "service") > serviceRate || take(counts, api) > apiRate) return rateExceeded;
  if (rate >= 0 && take(counts, plan) > rate) return rateExceeded;
  if (quota >= 0 && take(spent, plan) > quota) return { status: 429, message: "API quota exceeded" };
  return undefined;
}

const rateExceeded = { status: 429, message: "API rate limit exceeded" };

function take(counters, name) {
  const count = (counters.get(name) ?? 0) + 1;
  counters.set(name, count);
  return count;
}

export function newRequestId() {
  return randomBytes(16).toString("hex");
}

/** For servers made of `(request, response, next)` steps. */
export function checkStep(request, response, next) {
  const refused = check(request);
  const requestId = newRequestId();
  response.setHeader("X-Api-RequestId", requestId);
  if (refused === undefined) {
    request.headers["x-api-requestid"] = requestId;
    return next();
  }
  response.statusCode = refused.status;
  response.setHeader("Content-Type", "application/json");
  return response.end(JSON.stringify({ message: refused.message }));
}
