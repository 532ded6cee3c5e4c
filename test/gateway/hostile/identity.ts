import {
  answered,
  chunked,
  forwarded,
  get,
  HOST,
  type HostileCase,
  harmless,
  NEXT,
  post,
  refused,
  refusedAfter,
  SMUGGLED,
} from "./hostile-case.ts";

/** Fields in which the gateway tells the backend who calls, and how. */
const OWN = [
  "X-Api-ID",
  "X-Api-RequestId",
  "X-Api-Scheme",
  "x-b3-traceid",
  "X-Client-Proto",
  "X-Client-Proto-Ver",
  "X-Real-IP",
];
/** Fields in which proxies tell where a request comes from. */
const ORIGIN = ["Forwarded", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Proto"];
/** Fields of the connection. */
const HOP = [
  "Keep-Alive",
  "Proxy-Connection",
  "Proxy-Authenticate",
  "Proxy-Authorization",
  "TE",
  "Trailer",
  "Upgrade",
  "HTTP2-Settings",
];

/** Imitations of what only the gateway may say. */
export const IMITATIONS: readonly HostileCase[] = [
  ...[...OWN, ...ORIGIN].map((name) => harmless(`${name} from a caller`, get(`${name}: forged\r\n`), forwarded())),
  // `Forwarded` has no hyphen to put an underscore for.
  ...[...OWN, "X-Forwarded-For", ...ORIGIN.slice(1)].map((name) =>
    harmless(
      `${name} with underscores, or with one`,
      get(`${name.replaceAll("-", "_")}: forged\r\n${name.replace("-", "_")}: forged\r\n`),
      forwarded(),
    ),
  ),
  ...OWN.map((name) =>
    harmless(
      `${name} in capitals, twice`,
      get(`${name.toUpperCase()}: a\r\n${name.toLowerCase()}: b\r\n`),
      forwarded(),
    ),
  ),
  ...HOP.map((name) => harmless(`${name} goes no further`, get(`${name}: x\r\n`), forwarded())),
  ...["Transfer_Encoding", "Proxy_Connection", "Keep_Alive", "Transfer-_Encoding"].map((name) =>
    harmless(
      `${name}, with an underscore`,
      get(`${name}: x\r\n`),
      forwarded("GET /", name.includes("-_") ? `${name}: x\r\n` : ""),
    ),
  ),
  harmless(
    "an address put before the caller's own",
    get("X-Forwarded-For: 192.0.2.1\r\n"),
    forwarded().replace("For: ", "For: 192.0.2.1, "),
  ),
];

const nominate = (option: string, lines = "") => get(`Connection: ${option}\r\n${lines}`);

/** Connection can make the next hop drop a field: the gateway obeys, and lets none be named that matters. */
export const NOMINATIONS: readonly HostileCase[] = [
  ...[
    "Host",
    "Content-Length",
    "Transfer-Encoding",
    "Connection",
    "Authorization",
    "Cookie",
    "Content-Type",
    "Date",
    "Expect",
    "Cache-Control",
  ].map((name) => refused(`${name} nominated`, nominate(name))),
  ...OWN.map((name) => harmless(`${name} nominated`, nominate(name), forwarded())),
  harmless("X-Forwarded-For nominated", nominate("X-Forwarded-For"), forwarded()),
  harmless(
    "X-Forwarded-For nominated and sent",
    nominate("keep-alive, X-Real-IP", "X-Real-IP: 192.0.2.1\r\n"),
    forwarded(),
  ),
  harmless(
    "a field of the caller's nominated",
    nominate("X-A", "X-A: b\r\nX-B: c\r\n"),
    forwarded("GET /", "X-B: c\r\n"),
  ),
  harmless("a nominated field in another case", nominate("x-a", "X-A: b\r\n"), forwarded()),
  harmless(
    "a field nominated in a second Connection",
    nominate("keep-alive", "Connection: x-a\r\nX-A: b\r\n"),
    forwarded(),
  ),
  refused("an option that is no token", nominate('"close"')),
  refused("options without a comma", nominate("close keep-alive")),
  refused("an option with a NUL", nominate("close\0")),
  refused("Host among harmless options", nominate("keep-alive, x-a, hOST")),
  { ...harmless("nothing is read behind close", nominate("close") + NEXT, forwarded()), answers: [200] },
];

/** Leaving HTTP/1.1, or the gateway, by way of a protocol switch or a wait. */
export const UPGRADES: readonly HostileCase[] = [
  harmless(
    "h2c, as RFC 7540 had it",
    get("Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n"),
    forwarded(),
  ),
  harmless("h2c without its settings", get("Connection: Upgrade\r\nUpgrade: h2c\r\n"), forwarded()),
  harmless(
    "h2c nominated alone",
    get("Connection: HTTP2-Settings\r\nHTTP2-Settings: AAMAAABk\r\nUpgrade: h2c\r\n"),
    forwarded(),
  ),
  harmless("h2c in capitals", get("Connection: UPGRADE\r\nUpgrade: H2C\r\n"), forwarded()),
  harmless("h2c in a list", get("Connection: Upgrade\r\nUpgrade: h2c, websocket\r\n"), forwarded()),
  harmless(
    "an upgrade with a body and a request behind",
    post("Connection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 3\r\n", `abc${NEXT}`),
    forwarded("POST /", "", "abc"),
    forwarded("GET /next"),
  ),
  harmless("TLS/1.0", get("Connection: Upgrade\r\nUpgrade: TLS/1.0\r\n"), forwarded()),
  harmless(
    "WebSocket on an API that speaks HTTP",
    get(
      "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n",
    ),
    forwarded("GET /", "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"),
  ),
  harmless(
    "a request behind an upgrade that is not made",
    get("Connection: Upgrade\r\nUpgrade: websocket\r\n") + NEXT,
    forwarded(),
    forwarded("GET /next"),
  ),
  refused("two upgrades", get("Connection: Upgrade\r\nUpgrade: h2c\r\nUpgrade: websocket\r\n")),
  refusedAfter("the preface of HTTP/2 behind a request", `${get()}PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n`, forwarded(), 505),
  refused("a TLS hello on the plain port", "\x16\x03\x01\0\xa5\x01\0\0\xa1\x03\x03"),
  refused("an unknown expectation", get("Expect: 200-ok\r\n"), 417),
  refused("two expectations", post("Expect: 100-continue, 200-ok\r\nContent-Length: 3\r\n", "abc"), 417),
  refused("an expectation with a space in it", post("Expect: 100 -continue\r\nContent-Length: 3\r\n", "abc"), 417),
  harmless(
    "an expectation with its body already sent",
    post("Expect: 100-continue\r\nContent-Length: 3\r\n", `abc${NEXT}`),
    forwarded("POST /", "", "abc"),
    forwarded("GET /next"),
  ),
  harmless(
    "an expectation in odd case",
    post("eXPECT: 100-cONTINUE\r\nContent-Length: 3\r\n", "abc"),
    forwarded("POST /", "", "abc"),
  ),
  harmless(
    "an expectation without a body",
    get("Expect: 100-continue\r\n") + NEXT,
    forwarded(),
    forwarded("GET /next"),
  ),
  answered(
    "a body withheld behind a refusal",
    `POST /release/guarded HTTP/1.1\r\n${HOST}Expect: 100-continue\r\nContent-Length: 92\r\n\r\n${SMUGGLED}`,
    401,
  ),
];

/** Paths that one server takes for the guarded one and the other does not. */
export const PATHS: readonly HostileCase[] = [
  ...[
    ["dot segments", "x/../guarded"],
    ["escaped dot segments", "x/%2e%2e/guarded"],
    ["half escaped dot segments", "x/.%2E/guarded"],
    ["a segment of one dot", "./guarded"],
    ["an escaped dot", "%2e/guarded"],
    ["two slashes", "/guarded"],
    ["two slashes within", "x//guarded"],
    ["an escaped slash", "x%2f..%2fguarded"],
    ["a backslash", "x\\..\\guarded"],
    ["an escaped backslash", "x%5c..%5cguarded"],
    ["an escape of an escape", "x/%252e%252e/guarded"],
    ["dots behind a semicolon", "x/..;/guarded"],
    ["dots behind a parameter", "x;/../guarded"],
    ["an escaped NUL", "x%00/guarded"],
    ["an escaped line end", "x%0d%0aX:y"],
    ["an escape that is none", "x%zz"],
    ["an escape cut short", "x%2"],
  ].map(([title = "", path = ""]) => answered(title, get("", path) + NEXT, 400, forwarded("GET /next"))),
  answered("the guarded path itself", SMUGGLED + NEXT, 401, forwarded("GET /next")),
  answered("the guarded path with a parameter", get("", "guarded;x") + NEXT, 400, forwarded("GET /next")),
  answered("the guarded path, one letter escaped", get("", "%67uarded") + NEXT, 401, forwarded("GET /next")),
  {
    title: "the guarded path behind an open one on the same connection",
    send: get() + SMUGGLED,
    answers: [200, 401],
    seen: [forwarded()],
  },
  answered("what the guarded path holds", get("", "guarded/x") + NEXT, 401, forwarded("GET /next")),
];

/** Many requests at once. */
export const PIPELINES: readonly HostileCase[] = [
  harmless("ten requests in one piece", get().repeat(10), ...Array.from({ length: 10 }, () => forwarded())),
  harmless(
    "requests with bodies in one piece",
    post("Content-Length: 1\r\n", "a") + chunked("1\r\nb\r\n0\r\n\r\n") + get(),
    forwarded("POST /", "", "a"),
    forwarded("POST /", "", "b"),
    forwarded(),
  ),
  {
    title: "a malformed request between two",
    send: get() + get("X : y\r\n") + NEXT,
    answers: [200, 400],
    seen: [forwarded()],
  },
  {
    title: "a guarded request between two",
    send: get() + SMUGGLED + NEXT,
    answers: [200, 401, 200],
    seen: [forwarded(), forwarded("GET /next")],
  },
  {
    title: "a request behind HTTP/1.0",
    send: `GET /release/ HTTP/1.0\r\n${HOST}\r\n${NEXT}`,
    answers: [200],
    seen: [forwarded("GET /", "", null, 0)],
  },
  {
    title: "a request behind HTTP/1.0 that stays",
    send: `GET /release/ HTTP/1.0\r\n${HOST}Connection: keep-alive\r\n\r\n${NEXT}`,
    answers: [200, 200],
    seen: [forwarded("GET /", "", null, 0), forwarded("GET /next")],
  },
];
