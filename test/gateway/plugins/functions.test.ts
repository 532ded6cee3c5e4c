import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { FunctionRoute } from "../../../src/model/cloud-function.ts";
import { call, type Received, read, startBackend, startEcho, startGateway } from "../running.ts";
import { api, httpBackend } from "../state.ts";
import { plugin, servingWith } from "./attached.ts";

/** Plugins of the published form name a function where ours name a URL. */
async function startFunction(t: TestContext, result: (event: Record<string, unknown>) => unknown) {
  const events: Record<string, unknown>[] = [];
  const port = await startBackend(t, async (req, res) => {
    const event = JSON.parse(await read(req)) as Record<string, unknown>;
    events.push(event);
    res.end(JSON.stringify(result(event)));
  });
  const functions: FunctionRoute[] = [{ pattern: ["ns", "f", "$DEFAULT"], url: `http://127.0.0.1:${port}/` }];
  return { events, settings: { functions } };
}

const named = { func_name: "f", func_namespace: "ns", func_qualifier: "$DEFAULT", user_id: "1250000000" };

test("a function judges calls by the event, and answers in integrated form", async (t) => {
  const { events, settings } = await startFunction(t, ({ headers }) => ({
    isBase64Encoded: false,
    statusCode: 200,
    headers: {},
    body: JSON.stringify({ "api-auth": (headers as Record<string, string>)["token"] === "good" }),
  }));
  const auth = plugin("CustomAuth", { ...named, is_send_body: true, header_auth_parameters: ["token"] });
  const { port } = await startGateway(t, servingWith([api()], [auth]), { settings });
  const attempt = async (token: string) =>
    (await call(port, "/release/a?b=1", { method: "POST", body: "x", headers: [["Token", token]] })).status;
  assert.equal(await attempt("good"), 200);
  assert.equal(await attempt("bad"), 401);
  const [event] = events;
  assert.deepEqual([event?.["path"], event?.["httpMethod"], event?.["body"]], ["/a", "POST", "x"]);
  assert.deepEqual(event?.["queryString"], { b: "1" });
});

test("an integrated answer of a function that is no 200 admits nobody", async (t) => {
  const { settings } = await startFunction(t, () => ({ statusCode: 403, body: { "api-auth": true } }));
  const { port } = await startGateway(t, servingWith([api()], [plugin("CustomAuth", named)]), { settings });
  assert.equal((await call(port, "/release/")).status, 401);
});

test("a function rewrites requests", async (t) => {
  const { settings } = await startFunction(t, () => ({ replace_headers: { "X-Added": "yes" }, remove_querys: ["b"] }));
  const backend = httpBackend(await startEcho(t));
  const { port } = await startGateway(t, servingWith([api({ backend })], [plugin("CustomReq", named)]), { settings });
  const received: Received = JSON.parse((await call(port, "/release/?a=1&b=2")).body);
  assert.equal(received.url, "/?a=1");
  assert.ok(received.rawHeaders.includes("X-Added"));
});

test("a plugin whose function has no endpoint closes its APIs", async (t) => {
  const { port, faults } = await startGateway(t, servingWith([api()], [plugin("CustomAuth", named)]));
  assert.equal((await call(port, "/release/")).status, 481);
  assert.match(JSON.stringify(faults), /function ns\/f\/\$DEFAULT/);
});

test("routes lead to functions, upstreams and load balancers", async (t) => {
  const { settings } = await startFunction(t, () => ({ statusCode: 202, body: "from the function" }));
  const echo = await startEcho(t);
  const upstreamId = "upstream-abcd1234";
  const routes = [
    {
      strategy_name: "function",
      condition: "query.to = 'function'",
      backend_type: "SCF",
      backend_config: {
        ServiceScfFunctionName: "f",
        ServiceScfFunctionNamespace: "ns",
        ServiceScfFunctionQualifier: "$DEFAULT",
        ServiceScfIsIntegratedResponse: true,
      },
    },
    {
      strategy_name: "upstream",
      condition: "query.to = 'upstream'",
      backend_type: "UPSTREAM",
      backend_config: {
        ReserveReqHost: false,
        ServiceConfig: { Product: "upstream", UpstreamId: upstreamId, Url: "", Path: "/up", Method: "ANY" },
      },
    },
    {
      strategy_name: "vpc",
      condition: "query.to = 'vpc'",
      backend_type: "VPC",
      backend_config: {
        ServiceConfig: {
          Product: "clb",
          UniqVpcId: "vpc-1",
          Url: `http://127.0.0.1:${echo}`,
          Path: "/vpc",
          Method: "ANY",
        },
      },
    },
  ];
  const upstream = {
    id: upstreamId,
    scheme: "http" as const,
    isGrpc: false,
    retries: 0,
    hostHeader: "up.test",
    nodes: [{ address: `127.0.0.1:${echo}`, weight: 1 }],
    healthCheck: null,
  };
  const state = { ...servingWith([api()], [plugin("Routing", routes)]), upstreams: [upstream] };
  const { port } = await startGateway(t, state, { settings });
  const reply = await call(port, "/release/?to=function");
  assert.deepEqual([reply.status, reply.body], [202, "from the function"]);
  const received = async (to: string): Promise<Received> => JSON.parse((await call(port, `/release/?to=${to}`)).body);
  const upstreamCall = await received("upstream");
  assert.deepEqual([upstreamCall.url, upstreamCall.rawHeaders[1]], ["/up?to=upstream", "up.test"]);
  assert.equal((await received("vpc")).url, "/vpc?to=vpc");
  assert.equal((await call(port, "/release/")).body, "mock");
});
