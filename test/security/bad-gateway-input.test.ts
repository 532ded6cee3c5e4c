import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { createApi, httpApi, release } from "../control/resources.ts";
import { call, exchangeBytes, type Received, signed, startBackend } from "../gateway/running.ts";
import { ask, createSample, verdict } from "../harness/sample.ts";
import { startTurnpike } from "../harness/turnpike.ts";
import { readDatabase } from "./database.ts";

/** A gateway with a signed API on a backend that keeps what reaches it. */
async function setUp(t: TestContext) {
  const received: Pick<Received, "method" | "url" | "rawHeaders">[] = [];
  const backend = await startBackend(t, ({ method = "", url = "", rawHeaders }, response) => {
    received.push({ method, url, rawHeaders });
    response.end("backend");
  });
  const turnpike = await startTurnpike(t);
  const sdk = turnpike.client();
  const sample = await createSample(sdk);
  await createApi(
    sdk,
    httpApi(sample.serviceId, {
      AuthType: "SECRET",
      RequestConfig: { Path: "/echo", Method: "ANY" },
      ServiceConfig: { Url: `http://127.0.0.1:${backend}`, Path: "/echo", Method: "ANY" },
    }),
  );
  await release(sdk, sample.serviceId);
  return { ...turnpike, sample, received };
}

test("requests that are malformed, ambiguous or falsely signed are refused, and none reaches the backend", async (t) => {
  const { port, sample, received, data } = await setUp(t);
  const { host, key } = sample;
  const lines = (fields: readonly (readonly [string, string])[]) =>
    fields.map((field) => `${field.join(": ")}\r\n`).join("");
  const auth = lines(signed(Date.now(), key.id, key.secret));
  const unsigned = `Host: ${host}\r\nConnection: close\r\n`;
  const head = `${unsigned}${auth}`;
  const get = (target: string, fields = head) => `GET ${target} HTTP/1.1\r\n${fields}\r\n`;
  const [dateLine, authorization] = signed(Date.now(), key.id, key.secret).map((field) => field.join(": "));
  const wrongly = (value: string) => get("/release/echo", `${unsigned}${dateLine}\r\nAuthorization: ${value}\r\n`);
  const requests: readonly string[] = [
    // Paths servers read differently.
    ...["/release/../release/echo", "/release/./echo", "/release//echo", "/release/%2e%2e/release/echo"].map((p) =>
      get(p),
    ),
    ...["/release/%2fecho", "/release/echo%5c..", "/release\\echo", "/release/echo%00", "/release/echo%0d%0aX:y"].map(
      (p) => get(p),
    ),
    ...["/release/%252e%252e/echo", "/release/echo%zz", "/release/echo#x", "release/echo", "*", "/release/\u00e9"].map(
      (p) => get(p),
    ),
    ...["/__proto__/echo", "/constructor/echo", "/_/__proto__/release/echo", "/_//release/echo"].map((p) => get(p)),
    get("http://other.host/release/echo"),
    get(`ftp://${host}/release/echo`),
    get(`/release/echo?${"q".repeat(70_000)}`),
    // Hosts.
    get("/release/echo", `${head}Host: ${host}\r\n`),
    get("/release/echo", head.replace(host, "__proto__")),
    get("/release/echo", head.replace(host, `${host}@evil`)),
    get("/release/echo", head.replace(host, `${host}:x`)),
    // Framing.
    `POST /release/echo HTTP/1.1\r\n${head}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /release/echo HTTP/1.1\r\n${head}\r\n`,
    `POST /release/echo HTTP/1.1\r\n${head}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`,
    `POST /release/echo HTTP/1.1\r\n${head}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`,
    `POST /release/echo HTTP/1.1\r\n${head}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
    `POST /release/echo HTTP/1.1\r\n${head}Content-Length: -1\r\n\r\n`,
    `GET /release/echo HTTP/9.9\r\n${head}\r\n`,
    `G\u0000T /release/echo HTTP/1.1\r\n${head}\r\n`,
    `GET /release/echo HTTP/1.1\r\n${head}X\u0000: y\r\n\r\n`,
    // Signatures.
    get("/release/echo", unsigned),
    get("/release/echo", `${head}Authorization: hmac id="x"\r\n`),
    get("/release/echo", head.replace("X-Date", "X_Date")),
    get("/release/echo", head.replace("Authorization", "X-Authorization")),
    get("/release/echo", `${unsigned}${authorization}\r\n`),
    ...[
      "hmac",
      "hmac id=",
      `hmac ${'a="b",'.repeat(2_000)}`,
      "Basic x",
      'hmac id="__proto__"',
      `Bearer ${key.secret}`,
    ].map(wrongly),
    ...['algorithm="none"', 'algorithm="hmac-md5"'].map((text) =>
      wrongly((authorization ?? "").replace("Authorization: ", "").replace(/algorithm="[^"]*"/, text)),
    ),
    wrongly((authorization ?? "").replace("Authorization: ", "").replace(/signature="[^"]*"/, 'signature=""')),
    wrongly((authorization ?? "").replace("Authorization: ", "").replace(/headers="[^"]*"/, 'headers=""')),
    wrongly((authorization ?? "").replace("Authorization: ", "").replace(key.id, "__proto__")),
  ];
  const before = readDatabase(data);
  for (const request of requests) {
    const answer = await exchangeBytes(port, request);
    const status = Number(answer.slice(9, 12));
    assert.ok([400, 401, 403, 404, 405, 414, 431, 505].includes(status), `${request.slice(0, 300)}\n${answer}`);
    assert.equal(answer.split("HTTP/1.1 ").length, 2, `one answer to ${request}`);
    assert.deepEqual(received, [], `${request} reached the backend`);
  }
  assert.deepEqual(readDatabase(data), before);
  assert.equal(verdict(await ask(port, sample, { path: "/release/echo" })), "200");
  assert.equal(received.length, 1);
});

test("a caller cannot speak for the gateway or for another address", async (t) => {
  const { port, sample, received } = await setUp(t);
  const { host, key } = sample;
  const names = [
    "X-Real-IP",
    "X-Api-RequestId",
    "X-Api-Scheme",
    "X-Client-Proto",
    "X-B3-TraceId",
    "Forwarded",
    "X-Forwarded-Host",
  ];
  const twins = [...names, "X-Forwarded-For", "Content-Length"].map((name) => name.replaceAll("-", "_"));
  const spoofed = [...names, ...twins, "X-Forwarded-Proto"].map((name): [string, string] => [name, "spoofed"]);
  const nominated: [string, string] = ["Connection", "close, X-Real-IP, X-Forwarded-For"];
  const auth = signed(Date.now(), key.id, key.secret);
  for (const headers of [spoofed, [nominated]]) {
    received.length = 0;
    const { status } = await call(port, "/release/echo", { host, headers: [...auth, ...headers] });
    assert.deepEqual([status, received.length], [200, 1]);
    for (const { rawHeaders } of received) {
      assert.ok(!rawHeaders.includes("spoofed"), String(rawHeaders));
      const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
      for (const own of ["x-real-ip", "x-forwarded-for"])
        assert.equal(names.filter((name) => name === own).length, 1, own);
      assert.equal(rawHeaders[rawHeaders.findIndex((name) => name.toLowerCase() === "x-real-ip") + 1], "127.0.0.1");
    }
  }
  // Whoever nominates credentials wants them lost on the way to the backend.
  received.length = 0;
  const stripped: [string, string] = ["Connection", "close, Authorization"];
  const { status } = await call(port, "/release/echo", { host, headers: [...auth, stripped] });
  assert.deepEqual([status, received.length], [400, 0]);
});
