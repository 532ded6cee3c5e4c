import assert from "node:assert/strict";
import { test } from "node:test";
import { call, startGateway } from "./running.ts";
import { api, serving } from "./state.ts";

function requiring(name: string, position: string) {
  return serving([
    api({
      requestParameters: [{ name, position, type: "string", defaultValue: null, isRequired: true, description: null }],
    }),
  ]);
}

const form: [string, string] = ["Content-Type", "application/x-www-form-urlencoded; charset=utf-8"];

test("a required header must be sent, in any case", async (t) => {
  const { port } = await startGateway(t, requiring("X-Tenant", "header"));
  const refused = await call(port, "/release/");
  assert.deepEqual([refused.status, refused.body], [403, '{"message":"header X-Tenant is required"}\n']);
  assert.equal((await call(port, "/release/", { headers: [["x-tenant", ""]] })).status, 200);
});

test("a required query parameter must be sent, with or without a value", async (t) => {
  const { port } = await startGateway(t, requiring("q", "QUERY"));
  const refused = await call(port, "/release/?Q=1");
  assert.deepEqual([refused.status, refused.body], [403, '{"message":"querystring q is required"}\n']);
  assert.equal((await call(port, "/release/?a=1&%71")).status, 200);
});

test("a required body parameter must be in a form", async (t) => {
  const { port } = await startGateway(t, requiring("name", "Body"));
  const ask = (body: string, type = form) => call(port, "/release/", { method: "POST", body, headers: [type] });
  const refused = await ask("other=1");
  assert.deepEqual([refused.status, refused.body], [403, '{"message":"body param name is required"}\n']);
  assert.equal((await ask("name=1")).status, 200);
  const json = await ask('{"name":1}', ["Content-Type", "application/json"]);
  const message = '{"message":"req content type need application\\/x-www-form-urlencoded"}\n';
  assert.deepEqual([json.status, json.body], [403, message]);
  assert.equal((await call(port, "/release/")).body, '{"message":"body param name is required"}\n');
});

test("a form longer than a body may be is refused", async (t) => {
  const { port } = await startGateway(t, requiring("name", "Body"), { settings: { maxBodyBytes: 100 } });
  const reply = await call(port, "/release/", { method: "POST", body: `name=${"x".repeat(200)}`, headers: [form] });
  assert.deepEqual([reply.status, reply.body], [413, '{"message":"Request Entity Too Large"}\n']);
});
