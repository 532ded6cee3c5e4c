import assert from "node:assert/strict";
import { request } from "node:http";
import { type TestContext, test } from "node:test";
import { contentMd5, signApp } from "../../src/signing/app-signature.ts";
import { indexHeaders } from "../../src/signing/hmac-authorization.ts";
import {
  type CallOptions,
  call,
  type Received,
  type Reply,
  read,
  StoppedClock,
  startEcho,
  startGateway,
} from "./running.ts";
import { api, delta, host, httpBackend, release, service, serviceId, serving } from "./state.ts";

const now = Date.parse("2026-01-01T00:00:00Z");
const app = { id: "app-1", key: "APIDone", secret: "secret of the first" };
const binding = { serviceId, environment: "release", apiId: "api-abcd1234", appIds: ["app-1"] } as const;

interface Signing {
  readonly key?: string;
  readonly secret?: string;
  /** What is signed, where it differs from what is sent. */
  readonly form?: string;
  readonly signedMd5?: string;
  readonly listed?: readonly string[];
  readonly date?: string;
}

/** Headers with a signature over the call as `signing` has it. */
function sign(path: string, options: CallOptions = {}, signing: Signing = {}): [string, string][] {
  const { method = "GET", headers = [] } = options;
  const [bare = "", query] = path.split("?", 2);
  const sent: [string, string][] = [
    ["X-Date", signing.date ?? new Date(now).toUTCString()],
    ...headers.map(([n, v]): [string, string] => [n, v]),
  ];
  const signed = signing.signedMd5 === undefined ? sent : [...sent, ["Content-MD5", signing.signedMd5]];
  const authorization = signApp({
    key: signing.key ?? app.key,
    secret: signing.secret ?? app.secret,
    method,
    path: bare,
    query,
    form: signing.form ?? null,
    headers: indexHeaders(signed.flat()),
    listedHeaders: signing.listed ?? ["x-date"],
  });
  return [...sent, ["Authorization", authorization]];
}

async function start(t: TestContext, settings: { readonly maxBodyBytes?: number } = {}) {
  const clock = new StoppedClock(now);
  const guarded = api({ authType: "APP", backend: httpBackend(await startEcho(t)) });
  const state = serving([guarded], { apps: [app], appBindings: [binding] });
  const running = await startGateway(t, state, { clock, settings });
  const ask = (path: string, options: CallOptions = {}, signing: Signing = {}): Promise<Reply> =>
    call(running.port, `/release${path}`, { ...options, headers: sign(path, options, signing) });
  return { ...running, clock, ask };
}

function messageOf({ status, body }: Reply): string {
  return status === 200 ? "200" : `${status} ${JSON.parse(body).message}`;
}

const json: [string, string] = ["Content-Type", "application/json"];
const formType: [string, string] = ["Content-Type", "application/x-www-form-urlencoded; charset=utf-8"];

test("who may call changes with the snapshot: bindings, secrets and keys are live", async (t) => {
  const { gateway, ask } = await start(t);
  assert.equal(messageOf(await ask("/a")), "200");
  gateway.apply(delta({ appBindings: [{ ...binding, appIds: [] }] }));
  assert.equal(messageOf(await ask("/a")), "403 Found no validate apiapp");
  gateway.apply(delta({ appBindings: [{ ...binding, environment: "test" }] }));
  assert.equal(messageOf(await ask("/a")), "403 Found no validate apiapp", "another environment does not count");
  gateway.apply(delta({ appBindings: [{ ...binding, appIds: ["app-2"] }] }));
  assert.equal(messageOf(await ask("/a")), "401 HMAC apikey is invalid for API");
  gateway.apply(delta({ appBindings: [{ ...binding, appIds: ["app-2", "app-1"] }] }));
  assert.equal(messageOf(await ask("/a")), "200");

  gateway.apply(delta({ apps: [{ ...app, secret: "another" }] }));
  assert.match(messageOf(await ask("/a")), /^401 HMAC signature does not match, Server StringToSign:/);
  assert.equal(messageOf(await ask("/a", {}, { secret: "another" })), "200");
  gateway.apply(delta({ apps: [{ ...app, key: "APIDtwo" }] }));
  assert.equal(messageOf(await ask("/a")), "401 HMAC signature cannot be verified", "the old key is forgotten");
  assert.equal(messageOf(await ask("/a", {}, { key: "APIDtwo" })), "200");
  gateway.apply(delta({ removedApps: ["app-1"] }));
  assert.equal(messageOf(await ask("/a", {}, { key: "APIDtwo" })), "401 HMAC signature cannot be verified");
});

test("a key goes from one app to another in one step", async (t) => {
  const { gateway, ask } = await start(t);
  gateway.apply(
    delta({
      apps: [
        { id: "app-2", key: app.key, secret: "of the second" },
        { ...app, key: "APIDtwo" },
      ],
    }),
  );
  assert.equal(messageOf(await ask("/a")), "401 HMAC apikey is invalid for API", "the second app is not bound");
  assert.equal(messageOf(await ask("/a", {}, { key: "APIDtwo" })), "200");
});

test("a complete state leaves nothing of the one before", async (t) => {
  const { gateway, ask } = await start(t);
  const guarded = api({ authType: "APP" });
  gateway.apply(serving([guarded], { services: [service()], environments: [release([guarded])] }));
  assert.equal(messageOf(await ask("/a")), "403 Found no validate apiapp");
});

test("an API key does not open an API of apps, nor the other way round", async (t) => {
  const { gateway, ask, port } = await start(t);
  const pair = { id: "AKIDone", secret: "secret of a key" };
  gateway.apply(delta({ keys: [{ ...pair, appId: 1, isEnabled: true, planIds: [] }] }));
  const reply = await ask("/a", {}, { key: pair.id, secret: pair.secret });
  assert.equal(messageOf(reply), "401 HMAC signature cannot be verified");
  gateway.apply(
    delta({
      services: [service({ bindings: [{ planId: "usagePlan-1", environment: "release", apiId: null }] })],
      environments: [release([api({ authType: "SECRET" })])],
    }),
  );
  const other = await call(port, "/release/a", { headers: sign("/a") });
  assert.equal(messageOf(other), "401 HMAC signature cannot be verified");
});

test("the date must be a signed X-Date near the clock", async (t) => {
  const { ask, port, clock } = await start(t);
  const needed = "401 HMAC signature cannot be verified, a valid x-date header is required for HMAC Authentication";
  const unsigned = await ask("/a", { headers: [["Source", "x"]] }, { listed: ["source"] });
  assert.equal(messageOf(unsigned), needed);
  const date = new Date(now).toUTCString();
  const old = [
    ["Date", date],
    ["Authorization", 'hmac id="APIDone", algorithm="hmac-sha1", headers="date", signature="x"'],
  ];
  assert.equal(messageOf(await call(port, "/release/a", { headers: old as [string, string][] })), needed);
  assert.match(messageOf(await ask("/a", {}, { date: "yesterday" })), /a valid x-date header is required/);
  clock.time = now + 901_000;
  assert.match(messageOf(await ask("/a")), /^401 .*out of date/);
  clock.time = now - 900_000;
  assert.equal(messageOf(await ask("/a")), "200");
});

test("an unsigned call, an absent listed header and a repeated signed field are refused", async (t) => {
  const { port, ask } = await start(t);
  const naked = await call(port, "/release/a");
  assert.match(messageOf(naked), /^401 .*a validate authorization header is required/);
  const headers = sign("/a", { headers: [["Source", "x"]] }, { listed: ["source", "x-date"] });
  const without = headers.filter(([name]) => name !== "Source");
  assert.match(messageOf(await call(port, "/release/a", { headers: without })), /a valid source header is required/);
  const twice = [...sign("/a", { headers: [["Accept", "a"]] }), ["Accept", "b"]] as [string, string][];
  assert.equal(
    messageOf(await call(port, "/release/a", { headers: twice })),
    "401 HMAC do not support multiple HTTP header",
  );
  assert.equal(messageOf(await ask("/a", { headers: [["Accept", "a"]] })), "200");
});

test("a form is signed with its fields, whatever their order, and reaches the backend as it was sent", async (t) => {
  const { ask } = await start(t);
  const body = "c=%26&b=+x&a=%E5%BC%A0&plain";
  const options = { method: "POST", headers: [formType], body };
  const reply = await ask("/f?b=0", options, { form: body });
  assert.equal(messageOf(reply), "200");
  const received: Received = JSON.parse(reply.body);
  assert.equal(received.body, body);
  assert.equal(received.url, "/f?b=0");
  assert.match(messageOf(await ask("/f", options, { form: "c=1" })), /StringToSign:x-date.*\/f\?a=张&b= x&c=&&plain$/);
  assert.match(messageOf(await ask("/f", options)), /^401/, "a form that was not signed is refused");
});

test("a Content-MD5 header in either spelling must be the body's", async (t) => {
  const { ask } = await start(t);
  const body = '{"a":1}';
  const { hex, bytes } = contentMd5(Buffer.from(body));
  const post = (md5: string, sent = body) =>
    ask("/j", { method: "POST", headers: [json, ["Content-MD5", md5]], body: sent });
  for (const md5 of [hex, bytes]) {
    const reply = await post(md5);
    assert.equal(messageOf(reply), "200");
    assert.equal((JSON.parse(reply.body) as Received).body, body);
    const changed = contentMd5(Buffer.from('{"a":2}')).hex;
    assert.ok(messageOf(await post(md5, '{"a":2}')).endsWith(`#${changed}#/j`), "the right MD5 is shown");
  }
  assert.match(messageOf(await post("anything")), /^401 HMAC signature does not match/);
  const empty = contentMd5(Buffer.alloc(0)).bytes;
  assert.equal(messageOf(await ask("/j", { headers: [["Content-MD5", empty]] })), "200");
  assert.match(messageOf(await ask("/j", { headers: [["Content-MD5", hex]] })), /^401/);
});

test("without the header, a body that is no form is signed by its MD5 or not at all", async (t) => {
  const { ask } = await start(t);
  const body = '{"a":1}';
  const options = { method: "POST", headers: [json], body };
  for (const signing of [{}, { signedMd5: contentMd5(Buffer.from(body)).hex }]) {
    const reply = await ask("/j", options, signing);
    assert.equal(messageOf(reply), "200");
    assert.equal((JSON.parse(reply.body) as Received).body, body);
  }
  assert.match(messageOf(await ask("/j", options, { signedMd5: contentMd5(Buffer.from("x")).hex })), /^401/);
});

test("a body read for the signature is limited, also when it comes in chunks", async (t) => {
  const { ask, port } = await start(t, { maxBodyBytes: 100 });
  const body = `a=${"x".repeat(200)}`;
  const form = { method: "POST", headers: [formType], body };
  assert.equal(messageOf(await ask("/f", form, { form: body })), "413 Request Entity Too Large");
  const headers = sign("/f", { method: "POST", headers: [formType] }, { form: body });
  const reply = await new Promise<Reply>((resolve, reject) => {
    const chunked = request({
      host: "127.0.0.1",
      port,
      path: "/release/f",
      method: "POST",
      setHost: false,
      agent: false,
    });
    for (const [name, value] of [["Host", host], ...headers]) chunked.setHeader(name ?? "", value ?? "");
    chunked.on("error", reject);
    chunked.on("response", async (incoming) => {
      const { headers, rawHeaders, statusCode = 0 } = incoming;
      resolve({ status: statusCode, headers, rawHeaders, body: await read(incoming) });
    });
    chunked.write(body.slice(0, 50));
    chunked.end(body.slice(50));
  });
  assert.equal(messageOf(reply), "413 Request Entity Too Large");
});

test("a form of very many fields is refused before it is sorted", async (t) => {
  const { ask } = await start(t);
  const body = "&".repeat(20_000);
  const options = { method: "POST", headers: [formType], body };
  assert.equal(messageOf(await ask("/f", options, { form: body })), "403 Get body params fail");
});

test("the text shown with a mismatch is cut off, and control characters cannot leave the message", async (t) => {
  const { ask } = await start(t);
  const reply = await ask(`/a?x=%0a%22%00${"y".repeat(2_000)}`, {}, { secret: "wrong" });
  const message = messageOf(reply);
  assert.ok(message.length < 700);
  assert.match(message, /\/a\?x=#"\u0000yyy/);
  assert.equal(reply.body.split("\n").length, 2);
});

test("form parameters are checked and mapped after a signature over them", async (t) => {
  const { gateway, ask } = await start(t);
  const port = await startEcho(t);
  const q = { name: "q", position: "body", type: "string", defaultValue: null, isRequired: true, description: null };
  const mapped = api({
    authType: "APP",
    method: "POST",
    backend: httpBackend(port),
    requestParameters: [q],
    backendParameters: [
      {
        name: "r",
        position: "body",
        sourceName: "q",
        sourcePosition: "body",
        sourceType: null,
        sourceDescription: null,
        defaultValue: null,
      },
    ],
  });
  gateway.apply(delta({ environments: [release([mapped])] }));
  const options = (body: string) => ({ method: "POST", headers: [formType], body });
  const reply = await ask("/f", options("q=1&z=2"), { form: "q=1&z=2" });
  assert.equal((JSON.parse(reply.body) as Received).body, "z=2&r=1");
  assert.equal(messageOf(await ask("/f", options("z=2"), { form: "z=2" })), "403 body param q is required");
});
