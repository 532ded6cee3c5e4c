import assert from "node:assert/strict";
import type { OutgoingHttpHeaders } from "node:http";
import { type TestContext, test } from "node:test";
import type { ApiDefinition } from "../../../src/model/api.ts";
import { type CallOptions, call, StoppedClock, signed, startBackend, startGateway } from "../running.ts";
import { api, httpBackend, key, planId, service, serving } from "../state.ts";
import { plugin } from "./attached.ts";

const cache = {
  cache_key_params: [{ parameter: "Id", position: "query" }],
  cacheable_methods: ["GET", "HEAD", "POST"],
  cacheable_response_codes: [200],
  cache_control: false,
  ttl: 60,
};

/** An API with a cache before a backend that counts its calls and tells the number. */
async function start(
  t: TestContext,
  change: object = {},
  answer: { status?: number; headers?: OutgoingHttpHeaders; body?: string } = {},
  definition: Partial<ApiDefinition> = {},
) {
  let calls = 0;
  const backend = await startBackend(t, (_, res) => {
    calls += 1;
    res.writeHead(answer.status ?? 200, { "Content-Type": "text/plain", ...answer.headers });
    res.end(answer.body ?? `call ${calls}`);
  });
  const clock = new StoppedClock(Date.now());
  const bindings = [{ planId, environment: "release", apiId: null }] as const;
  const state = serving([api({ backend: httpBackend(backend), ...definition })], {
    services: [service({ bindings, plugins: [plugin("ProxyCache", { ...cache, ...change })] })],
    keys: [key(), key({ id: "AKIDother0002", secret: "other-secret-0002" })],
    plans: [{ id: planId, ratePerSecond: -1, quota: -1 }],
  });
  const { port } = await startGateway(t, state, { clock });
  const ask = (path = "/", options: CallOptions = {}) => call(port, `/release${path}`, options);
  return { clock, ask, calls: () => calls };
}

test("an answer is given again until its time is over, with its age", async (t) => {
  const { clock, ask, calls } = await start(t);
  const first = await ask("/a");
  assert.deepEqual([first.body, first.headers.age], ["call 1", undefined]);
  clock.time += 59_000;
  const again = await ask("/a");
  assert.deepEqual([again.body, again.headers.age, again.headers["x-cache-status"]], ["call 1", "59", "Hit"]);
  assert.equal(again.headers["content-type"], "text/plain");
  assert.notEqual(again.headers["x-api-requestid"], first.headers["x-api-requestid"]);
  const head = await ask("/a", { method: "HEAD" });
  assert.deepEqual([head.status, head.body, head.headers["content-length"]], [200, "", "6"]);
  clock.time += 1_000;
  assert.equal((await ask("/a")).body, "call 2");
  assert.equal(calls(), 2);
});

test("a kept answer has the date the backend gave it, once, and no field of the backend's connection", async (t) => {
  const date = "Thu, 01 Jan 2026 00:00:00 GMT";
  const { ask } = await start(t, {}, { headers: { Date: date, Connection: "X-Hop", "X-Hop": "1" } });
  await ask();
  const { headers, rawHeaders } = await ask();
  assert.deepEqual([headers["x-cache-status"], headers.date, headers["x-hop"]], ["Hit", date, undefined]);
  assert.equal(rawHeaders.filter((name) => name.toLowerCase() === "date").length, 1);
});

test("path, method, body and the listed parameters tell answers apart, other parameters do not", async (t) => {
  const { ask } = await start(t);
  const bodies = async (...requests: [string, CallOptions?][]) => {
    const list: string[] = [];
    for (const [path, options] of requests) list.push((await ask(path, options)).body);
    return list;
  };
  const post = (body: string) => ({ method: "POST", body });
  assert.deepEqual(
    await bodies(["/a"], ["/b"], ["/a?id=1"], ["/a?ID=1&x=2"], ["/a?x=1"], ["/a", post("1")], ["/a", post("2")]),
    ["call 1", "call 2", "call 3", "call 3", "call 1", "call 4", "call 5"],
  );
  assert.deepEqual(await bodies(["/a", post("1")], ["/a", { method: "PUT" }], ["/a", { method: "PUT" }]), [
    "call 4",
    "call 6",
    "call 7",
  ]);
});

test("one caller's answer is not given to another", async (t) => {
  const { clock, ask } = await start(t, {}, {}, { authType: "SECRET" });
  const as = async (id?: string, secret?: string) => (await ask("/", { headers: signed(clock.time, id, secret) })).body;
  assert.deepEqual(
    [await as(), await as(), await as("AKIDother0002", "other-secret-0002")],
    ["call 1", "call 1", "call 2"],
  );
});

test("callers a CustomAuth plugin admits do not share answers unless all their credentials are the same", async (t) => {
  const guard = await startBackend(t, (_, res) => res.end('{"api-auth":true}'));
  let calls = 0;
  const backend = await startBackend(t, (_, res) => res.end(`call ${++calls}`));
  const endpoint_url = `http://127.0.0.1:${guard}`;
  const ask = async (port: number, ...headers: [string, string][]) => (await call(port, "/release/", { headers })).body;
  const start = async (auth: object) => {
    const plugins = [plugin("ProxyCache", cache), plugin("CustomAuth", { endpoint_url, ...auth }, "plugin-guard000")];
    const state = serving([api({ backend: httpBackend(backend) })], { services: [service({ plugins })] });
    return (await startGateway(t, state)).port;
  };
  const byToken = await start({ header_auth_parameters: ["X-Token"] });
  assert.equal(await ask(byToken, ["X-Token", "1"]), "call 1");
  assert.equal(await ask(byToken, ["X-Token", "1"]), "call 1");
  assert.equal(await ask(byToken, ["X-Token", "2"]), "call 2");
  assert.equal(await ask(byToken, ["X-Token", "1"], ["Cookie", "a=1"]), "call 3");
  assert.equal(await ask(byToken, ["X-Token", "1"], ["Authorization", "x"]), "call 4");
  const byAnything = await start({});
  assert.equal(await ask(byAnything, ["Authorization", "x"]), "call 5");
  assert.equal(await ask(byAnything, ["Authorization", "y"]), "call 6");
});

test("a caller with credentials the gateway does not know gets his own answer", async (t) => {
  const { ask } = await start(t);
  for (const header of [
    ["Authorization", "Bearer x"],
    ["Cookie", "session=1"],
  ] as [string, string][]) {
    const before = Number((await ask("/", { headers: [header] })).body.slice(5));
    assert.equal((await ask("/", { headers: [header] })).body, `call ${before + 1}`);
  }
});

for (const [what, answer] of [
  ["sets a cookie", { headers: { "Set-Cookie": "a=1" } }],
  ["varies by everything", { headers: { Vary: "*" } }],
  ["has another status", { status: 404 }],
  ["is longer than a mebibyte", { body: "x".repeat(1024 * 1024 + 1) }],
] as const) {
  test(`an answer that ${what} is not kept`, async (t) => {
    const { ask, calls } = await start(t, {}, answer);
    await ask();
    await ask();
    assert.equal(calls(), 2);
  });
}

test("an answer chosen by a field of the request is for requests with the same field", async (t) => {
  const { ask } = await start(t, {}, { headers: { Vary: "Accept-Language" } });
  const speak = async (language: string) => (await ask("/", { headers: [["Accept-Language", language]] })).body;
  assert.deepEqual([await speak("de"), await speak("de"), await speak("fr")], ["call 1", "call 1", "call 2"]);
});

test("Cache-Control of both sides is obeyed only if the plugin says so", async (t) => {
  const secret = { headers: { "Cache-Control": "private" } };
  const deaf = await start(t, {}, secret);
  await deaf.ask("/", { headers: [["Cache-Control", "no-store"]] });
  await deaf.ask("/", { headers: [["Cache-Control", "no-cache"]] });
  assert.equal(deaf.calls(), 1);

  const obeying = await start(t, { cache_control: true }, secret);
  await obeying.ask();
  await obeying.ask();
  assert.equal(obeying.calls(), 2);

  const short = await start(t, { cache_control: true }, { headers: { "Cache-Control": "max-age=10" } });
  await short.ask();
  await short.ask();
  assert.equal(short.calls(), 1);
  await short.ask("/", { headers: [["Cache-Control", "no-cache"]] });
  assert.equal(short.calls(), 2);
  short.clock.time += 10_000;
  await short.ask();
  assert.equal(short.calls(), 3);
});
