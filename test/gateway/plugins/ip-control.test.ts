import assert from "node:assert/strict";
import { test } from "node:test";
import { call, startGateway } from "../running.ts";
import { api, delta, service, serving } from "../state.ts";
import { plugin, servingWith } from "./attached.ts";

const open = { status: 200, body: "mock" };
const closed = { status: 403, body: '{"message":"Your IP address is not allowed"}\n' };
const places = [{ environment: "release", apiId: "api-abcd1234" }] as const;

async function answer(port: number, path = "/release/") {
  const { status, body } = await call(port, path);
  return { status, body };
}

test("a white list lets only those listed through, a black list keeps them out", async (t) => {
  const withList = (type: string, blocks: string) => servingWith([api()], [plugin("IPControl", { type, blocks })]);
  const { gateway, port, faults } = await startGateway(t, withList("white_list", "127.0.0.0/8;10.0.0.1"));
  assert.deepEqual(await answer(port), open);
  gateway.apply(withList("white_list", "10.0.0.1\n::1"));
  assert.deepEqual(await answer(port), closed);
  gateway.apply(withList("black_list", "127.0.0.1"));
  assert.deepEqual(await answer(port), closed);
  gateway.apply(withList("black_list", "127.0.0.2"));
  assert.deepEqual(await answer(port), open);
  assert.deepEqual(faults, []);
});

test("a plugin concerns the APIs and environments it is attached to only", async (t) => {
  const list = plugin("IPControl", { type: "black_list", blocks: "0.0.0.0/0" });
  const apis = [api({ path: "/a" }), api({ path: "/b" }, "api-other000")];
  const { gateway, port } = await startGateway(t, servingWith(apis, [list]));
  assert.deepEqual(await answer(port, "/release/a"), closed);
  assert.deepEqual(await answer(port, "/release/b"), open);
  gateway.apply(delta({ services: [service()] }));
  assert.deepEqual(await answer(port, "/release/a"), open, "taken off, it is out of force at the next call");
});

test("a caller must pass the plugin and the service's IP strategy", async (t) => {
  const white = (blocks: string) => plugin("IPControl", { type: "white_list", blocks });
  const strategy = (type: "WHITE" | "BLACK", data: string) => ({ id: "IPStrategy-1", type, data, places });
  const state = (plugins: ReturnType<typeof plugin>[], ipStrategies: ReturnType<typeof strategy>[]) =>
    serving([api()], { services: [service({ plugins, ipStrategies })] });
  const { gateway, port } = await startGateway(t, state([], [strategy("WHITE", "10.0.0.1\\n127.0.0.1")]));
  assert.deepEqual(await answer(port), open);
  gateway.apply(state([white("127.0.0.1")], [strategy("BLACK", "127.0.0.1")]));
  assert.deepEqual(await answer(port), closed);
  gateway.apply(state([white("10.0.0.1")], [strategy("WHITE", "127.0.0.1")]));
  assert.deepEqual(await answer(port), closed);
  gateway.apply(state([white("127.0.0.1")], [strategy("WHITE", "127.0.0.1")]));
  assert.deepEqual(await answer(port), open);
});

test("addresses are refused before signatures are looked at", async (t) => {
  const list = plugin("IPControl", { type: "black_list", blocks: "127.0.0.1" });
  const { port } = await startGateway(t, servingWith([api({ authType: "SECRET" })], [list]));
  assert.deepEqual(await answer(port), closed);
});

test("a plugin that cannot be read closes its APIs and no others", async (t) => {
  const broken = plugin("IPControl", { type: "grey_list" });
  const apis = [api({ path: "/a" }), api({ path: "/b" }, "api-other000")];
  const { port, faults } = await startGateway(t, servingWith(apis, [broken]));
  assert.equal((await call(port, "/release/a")).status, 481);
  assert.deepEqual(await answer(port, "/release/b"), open);
  assert.equal(faults.length, 1);
});
