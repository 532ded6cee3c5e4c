import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { type CallOptions, call, type Received, read, startBackend, startEcho, startGateway } from "../running.ts";
import { api, httpBackend } from "../state.ts";
import { plugin, servingWith } from "./attached.ts";

/** An API before an echo, whose requests an endpoint rewrites. */
async function start(t: TestContext, data: object, answer: unknown) {
  const asked: Record<string, unknown>[] = [];
  const endpoint = await startBackend(t, async (req, res) => {
    asked.push(JSON.parse(await read(req)));
    res.end(typeof answer === "string" ? answer : JSON.stringify(answer));
  });
  const rewriting = plugin("CustomReq", { endpoint_url: `http://127.0.0.1:${endpoint}`, ...data });
  const { port } = await startGateway(t, servingWith([api({ backend: httpBackend(await startEcho(t)) })], [rewriting]));
  const send = (path: string, options: CallOptions = {}) => call(port, `/release${path}`, options);
  const received = async (path: string, options?: CallOptions) => {
    const { status, body } = await send(path, options);
    assert.equal(status, 200, body);
    return JSON.parse(body) as Received;
  };
  return { asked, send, received };
}

function headerOf({ rawHeaders }: Received, name: string): string | undefined {
  const index = rawHeaders.findIndex((header) => header.toLowerCase() === name);
  return index < 0 ? undefined : rawHeaders[index + 1];
}

test("fields, query and body are removed, replaced and added as the endpoint says", async (t) => {
  const { received } = await start(
    t,
    {},
    {
      remove_headers: ["X-Old"],
      replace_headers: { "x-kept": "new", "X-Added": "1" },
      remove_querys: ["drop"],
      replace_querys: { set: "a b" },
      replace_body: "rewritten",
    },
  );
  const headers: [string, string][] = [
    ["X-Old", "1"],
    ["X-Kept", "old"],
  ];
  const got = await received("/path?drop=1&keep=%7e", { method: "POST", body: "a longer body than that", headers });
  assert.equal(got.url, "/path?keep=%7e&set=a%20b");
  assert.equal(got.body, "rewritten");
  assert.equal(headerOf(got, "content-length"), "9");
  assert.deepEqual(
    ["x-old", "x-kept", "x-added"].map((name) => headerOf(got, name)),
    [undefined, "new", "1"],
  );
});

test("what the endpoint leaves out stays as it is; an empty body empties it", async (t) => {
  const unchanged = await start(t, {}, {});
  const got = await unchanged.received("/path?a=1", { method: "POST", body: "own" });
  assert.deepEqual([got.url, got.body], ["/path?a=1", "own"]);
  const emptied = await start(t, {}, { replace_body: "" });
  assert.equal((await emptied.received("/", { method: "POST", body: "own" })).body, "");
});

test("the endpoint sees what the plugin lets it see, the body in Base64 if so said", async (t) => {
  const { asked, received } = await start(t, {}, {});
  await received("/p?q=1", { method: "POST", body: "own" });
  assert.deepEqual(asked[0], { httpMethod: "POST", path: "/p" });
  const flags = {
    is_send_req_headers: true,
    is_send_req_querys: true,
    is_send_req_body: true,
    is_base64_encoded: true,
  };
  const all = await start(t, flags, { replace_body: Buffer.from("neu").toString("base64") });
  const got = await all.received("/p?q=1", { method: "POST", body: "own", headers: [["X-One", "1"]] });
  assert.equal(got.body, "neu");
  const [told] = all.asked;
  const { headerParameters } = told as { readonly headerParameters: Readonly<Record<string, string>> };
  assert.equal(headerParameters["x-one"], "1");
  assert.deepEqual(told?.["queryStringParameters"], { q: "1" });
  assert.equal(told?.["body"], Buffer.from("own").toString("base64"));
});

test("an answer that is not of the agreed form, or would break the request, fails the call", async (t) => {
  const broken = [
    "no json",
    [],
    { replace_headers: { "Content-Length": "1" } },
    { remove_headers: ["Transfer-Encoding"] },
    { replace_headers: { "X-A": "1\r\nX-B: 2" } },
    { replace_headers: { "X A": "1" } },
    { replace_querys: { a: 1 } },
    { replace_body: {} },
  ];
  for (const answer of broken) {
    const { send } = await start(t, {}, answer);
    assert.equal((await send("/")).status, 500, JSON.stringify(answer));
  }
});
