import assert from "node:assert/strict";
import { test } from "node:test";
import { call, type Received, startEcho, startGateway } from "../running.ts";
import { api, host, httpBackend } from "../state.ts";
import { plugin, servingWith } from "./attached.ts";

function route(name: string, condition: string, rest: object = {}) {
  const backend_config = { ServiceType: "MOCK", ServiceMockReturnMessage: name };
  return { strategy_name: name, strategy_weight: 0, condition, backend_type: "MOCK", backend_config, ...rest };
}

test("the first route that fits answers, by weight and then the newest; else the API's own backend", async (t) => {
  const routes = [
    route("old", "query.a = 1"),
    route("new", "query.a = 1"),
    route("heavy", "query.a = 1 and query.b = 2", { strategy_weight: 9 }),
  ];
  const { port } = await startGateway(t, servingWith([api()], [plugin("Routing", routes)]));
  const body = async (query: string) => (await call(port, `/release/${query}`)).body;
  assert.equal(await body(""), "mock");
  assert.equal(await body("?a=1"), "new");
  assert.equal(await body("?a=1&b=2"), "heavy");
  assert.equal(await body("?a=2&b=2"), "mock");
});

test("an HTTP route has its own path and method, and keeps the caller's host unless told otherwise", async (t) => {
  const echo = await startEcho(t);
  const ServiceConfig = { Url: `http://127.0.0.1:${echo}`, Path: "/elsewhere", Method: "POST" };
  const http = (name: string, condition: string, rest: object) =>
    route(name, condition, { backend_type: "HTTP", backend_config: { ServiceType: "HTTP", ServiceConfig, ...rest } });
  const routes = [http("kept", "path = '/kept'", {}), http("own", "path = '/own'", { ReserveReqHost: false })];
  const definition = { path: "/", backend: httpBackend(echo, "/") };
  const { port } = await startGateway(t, servingWith([api(definition)], [plugin("Routing", routes)]));
  const received = async (path: string) => JSON.parse((await call(port, path)).body) as Received;
  const hostOf = ({ rawHeaders }: Received) =>
    rawHeaders[rawHeaders.findIndex((name) => name.toLowerCase() === "host") + 1];

  const kept = await received("/release/kept?q=1");
  assert.deepEqual([kept.method, kept.url.split("?")[1], hostOf(kept)], ["POST", "q=1", host]);
  assert.match(kept.url, /^\/elsewhere/);
  assert.equal(hostOf(await received("/release/own")), `127.0.0.1:${echo}`);
  assert.equal((await received("/release/other")).method, "GET");
});
