// Requests that are the same byte for byte share what was found out about them; these tests are about where that must end.
import assert from "node:assert/strict";
import { connect } from "node:net";
import { type TestContext, test } from "node:test";
import { plugin } from "./plugins/attached.ts";
import { type Received, signed, startBackend, startEcho, startGateway } from "./running.ts";
import { api, delta, host, httpBackend, release, service, serving, servingKeyed } from "./state.ts";

const REPEATS = 4;

interface Echoed {
  readonly backend: Received;
  /** The backend's view of a field. */
  field(name: string): string | undefined;
}

/** Sends the same bytes over a connection of its own and resolves with the body of the answer. */
function send(port: number, text: string, from = "127.0.0.1"): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect({ port, host: "127.0.0.1", localAddress: from }, () => socket.write(text, "latin1"));
    socket.setEncoding("latin1").on("data", (chunk: string) => {
      answer += chunk;
    });
    socket.on("error", reject).on("close", () => resolve(answer.slice(answer.indexOf("\r\n\r\n") + 4)));
  });
}

const request = (lines = "", target = "/release/a?b=1") =>
  `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${lines}\r\n`;

const post = (body: string, type = "text/plain") =>
  `POST /release/a HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n` +
  `Content-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

async function echoed(port: number, text: string, from?: string): Promise<Echoed> {
  const backend = JSON.parse(await send(port, text, from)) as Received;
  const { rawHeaders } = backend;
  return { backend, field: (name) => rawHeaders[rawHeaders.indexOf(name) + 1] };
}

/** An echo that says which one it is. */
function namedBackend(t: TestContext, name: string): Promise<number> {
  return startBackend(t, (_, res) => res.end(name));
}

test("each has a request id of its own, and the address it came from", async (t) => {
  const backend = await startEcho(t);
  const { port } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]));
  const ids = new Set<string | undefined>();
  const text = request("X-Forwarded-For: 192.0.2.9\r\n");
  for (let time = 0; time < REPEATS; time++) {
    for (const from of ["127.0.0.1", "127.0.0.2"]) {
      const { field } = await echoed(port, text, from);
      assert.equal(field("X-Real-IP"), from);
      assert.equal(field("X-Forwarded-For"), `192.0.2.9, ${from}`);
      ids.add(field("x-b3-traceid"));
    }
  }
  assert.equal(ids.size, 2 * REPEATS);
});

test("behind a trusted proxy each has the address the proxy names, from elsewhere its own", async (t) => {
  const backend = await startEcho(t);
  const state = serving([api({ backend: httpBackend(backend) })]);
  const { port } = await startGateway(t, state, { settings: { trustedProxies: ["127.0.0.2"] } });
  const text = request("X-Forwarded-For: 192.0.2.9\r\nX-Forwarded-Proto: https\r\n");
  for (let time = 0; time < REPEATS; time++) {
    const direct = await echoed(port, text, "127.0.0.1");
    assert.deepEqual([direct.field("X-Real-IP"), direct.field("X-Api-Scheme")], ["127.0.0.1", "http"]);
    const forwarded = await echoed(port, text, "127.0.0.2");
    assert.deepEqual([forwarded.field("X-Real-IP"), forwarded.field("X-Api-Scheme")], ["192.0.2.9", "https"]);
  }
});

test("the first one after a release goes where that says", async (t) => {
  const [before, after] = [await namedBackend(t, "before"), await namedBackend(t, "after")];
  const { port, gateway } = await startGateway(t, serving([api({ backend: httpBackend(before) })]));
  for (let time = 0; time < REPEATS; time++) assert.equal(await send(port, request()), "before");
  gateway.apply(delta({ seq: 2, environments: [release([api({ backend: httpBackend(after) })])] }));
  for (let time = 0; time < REPEATS; time++) assert.equal(await send(port, request()), "after");
  gateway.apply(delta({ seq: 3, environments: [release([])] }));
  assert.match(await send(port, request()), /message/);
});

test("what a parameter says is worked out for each", async (t) => {
  const backend = await startEcho(t);
  const constantParameters = [{ name: "X-Fixed", value: "1", position: "header", description: null }];
  const { port } = await startGateway(t, serving([api({ backend: httpBackend(backend), constantParameters })]));
  for (let time = 0; time < REPEATS; time++) {
    const { backend: seen, field } = await echoed(port, request());
    assert.equal(field("X-Fixed"), "1");
    assert.equal(seen.url, "/a?b=1");
  }
});

test("of those that have a body each has its own", async (t) => {
  const backend = await startEcho(t);
  const { port } = await startGateway(t, serving([api({ method: "POST", backend: httpBackend(backend) })]));
  for (const body of ["first", "other", "third", "\n\r\n\r\n", "final"]) {
    const { backend: seen } = await echoed(port, post(body));
    assert.equal(seen.body, body);
    assert.equal(seen.method, "POST");
  }
});

test("what a form says is worked out for each", async (t) => {
  const backend = await startEcho(t);
  const unsaid = { defaultValue: null, description: null };
  const requestParameters = [{ ...unsaid, name: "q", position: "body", type: "string", isRequired: true }];
  const source = { sourceName: "q", sourcePosition: "body", sourceType: null, sourceDescription: null };
  const backendParameters = [{ ...source, name: "Q", position: "query", defaultValue: null }];
  const mapped = api({ method: "POST", backend: httpBackend(backend), requestParameters, backendParameters });
  const { port } = await startGateway(t, serving([mapped]));
  for (const value of ["1", "2", "3", "4"]) {
    const { backend: seen } = await echoed(port, post(`q=${value}`, "application/x-www-form-urlencoded"));
    assert.equal(new URL(seen.url, "http://a").searchParams.get("Q"), value);
  }
});

test("a plugin that rewrites them is asked for each while it is attached, and for none before or after", async (t) => {
  const backend = await startEcho(t);
  let asked = 0;
  const endpoint = await startBackend(t, (_, res) => res.end(`{"replace_headers": {"X-Count": "${++asked}"}}`));
  const { port, gateway } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]));
  const rewriting = plugin("CustomReq", { endpoint_url: `http://127.0.0.1:${endpoint}` });
  for (const plugins of [[], [rewriting], [], [rewriting]]) {
    gateway.apply(delta({ seq: 2, services: [service({ plugins })] }));
    for (let time = 0; time < REPEATS; time++) {
      const { backend: seen, field } = await echoed(port, request());
      if (plugins.length === 0) assert.equal(seen.rawHeaders.includes("X-Count"), false);
      else assert.equal(field("X-Count"), String(asked));
    }
  }
  assert.equal(asked, 2 * REPEATS);
});

test("one with a key is refused once the key's plan is not bound here any more", async (t) => {
  const backend = await namedBackend(t, "served");
  const state = servingKeyed({}, { backend: httpBackend(backend) });
  const { port, gateway } = await startGateway(t, state);
  const [date, authorization] = signed(Date.now());
  const text = request(`${date?.join(": ")}\r\n${authorization?.join(": ")}\r\n`);
  for (let time = 0; time < REPEATS; time++) assert.equal(await send(port, text), "served");
  gateway.apply(delta({ seq: 2, services: [service()] }));
  for (let time = 0; time < REPEATS; time++) assert.match(await send(port, text), /message/);
  gateway.apply(delta({ seq: 3, services: state.services }));
  for (let time = 0; time < REPEATS; time++) assert.equal(await send(port, text), "served");
});
