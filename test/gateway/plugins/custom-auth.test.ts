import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { type CallOptions, call, read, StoppedClock, startBackend, startEcho, startGateway } from "../running.ts";
import { api, httpBackend } from "../state.ts";
import { plugin, servingWith } from "./attached.ts";

interface Question {
  readonly Header: Record<string, string>;
  readonly Query: Record<string, string>;
  readonly Body: string;
  readonly Method: string;
  readonly Path: string;
}

/** An API before an echo, guarded by an endpoint that answers with `verdict` and keeps what it was asked. */
async function start(t: TestContext, data: object, verdict: (question: Question) => { status?: number; body: string }) {
  const asked: Question[] = [];
  const endpoint = await startBackend(t, async (req, res) => {
    const question = JSON.parse(await read(req)) as Question;
    asked.push(question);
    const { status = 200, body } = verdict(question);
    res.statusCode = status;
    res.end(body);
  });
  const clock = new StoppedClock(1_000_000);
  const auth = { endpoint_url: `http://127.0.0.1:${endpoint}/check?v=1`, ...data };
  const backend = httpBackend(await startEcho(t));
  const { port } = await startGateway(t, servingWith([api({ backend })], [plugin("CustomAuth", auth)]), { clock });
  const ask = (path: string, options?: CallOptions) => call(port, `/release${path}`, options);
  return { clock, asked, ask };
}

const yes = { body: '{"api-auth":true}' };
const token = (value: string) => ({ headers: [["X-Token", value]] as [string, string][] });

test("the endpoint sees the request and decides", async (t) => {
  const { asked, ask } = await start(t, { is_send_body: true }, ({ Header }) => ({
    body: JSON.stringify({ "api-auth": Header["x-token"] === "good" }),
  }));
  const options = { method: "POST", body: "order", ...token("good") };
  const passed = await ask("/orders?id=7", options);
  assert.equal(passed.status, 200);
  assert.equal(JSON.parse(passed.body).body, "order", "the backend gets the body too");
  const [question] = asked;
  assert.deepEqual(
    [question?.Method, question?.Path, question?.Query, question?.Body],
    ["POST", "/orders", { id: "7" }, "order"],
  );
  const refused = await ask("/", token("bad"));
  assert.deepEqual([refused.status, refused.body], [401, '{"message":"Unauthorized"}\n']);
});

test("only a clear yes lets a call pass", async (t) => {
  const verdicts = [
    { body: '{"api-auth":"true"}' },
    { body: "{}" },
    { body: "true" },
    { body: "api-auth: true" },
    { status: 403, ...yes },
    { status: 302, ...yes },
  ];
  let next = 0;
  const { ask } = await start(t, {}, () => verdicts[next++] ?? yes);
  for (const verdict of verdicts) assert.equal((await ask("/")).status, 401, JSON.stringify(verdict));
  assert.equal((await ask("/")).status, 200);
});

test("an endpoint that fails lets nobody pass", async (t) => {
  const { ask } = await start(t, {}, () => ({ status: 500, ...yes }));
  assert.equal((await ask("/")).status, 500);
  const gone = plugin("CustomAuth", { endpoint_url: "http://127.0.0.1:1" });
  const { port } = await startGateway(t, servingWith([api()], [gone]));
  assert.equal((await call(port, "/release/")).status, 500);
  const forbidden = plugin("CustomAuth", { endpoint_url: "http://169.254.169.254/latest" });
  const { port: guarded } = await startGateway(t, servingWith([api()], [forbidden]));
  assert.equal((await call(guarded, "/release/")).status, 403);
});

test("a verdict is remembered for what it was about", async (t) => {
  const data = { cache_time: 10, header_auth_parameters: ["X-Token"], query_auth_parameters: ["user"] };
  const { clock, asked, ask } = await start(t, data, ({ Header }) => ({
    body: JSON.stringify({ "api-auth": Header["x-token"] === "good" }),
  }));
  const status = async (path: string, value: string) => (await ask(path, token(value))).status;
  assert.equal(await status("/?user=1", "good"), 200);
  assert.equal(await status("/?USER=1&x=2", "good"), 200);
  assert.equal(asked.length, 1);
  assert.equal(await status("/?user=1", "bad"), 401);
  assert.equal(await status("/?user=2", "good"), 200);
  assert.equal(await status("/other?user=1", "good"), 200);
  assert.equal(asked.length, 4);
  assert.equal(await status("/?user=1", "bad"), 401);
  assert.equal(asked.length, 4);
  clock.time += 10_000;
  assert.equal(await status("/?user=1", "good"), 200);
  assert.equal(asked.length, 5);
});

test("a call without a needed parameter is refused unasked", async (t) => {
  const { asked, ask } = await start(t, { header_auth_parameters: ["X-Token"] }, () => yes);
  const { status, body } = await ask("/");
  assert.deepEqual([status, body], [401, '{"message":"missing x-token parameter"}\n']);
  assert.equal(asked.length, 0);
});
