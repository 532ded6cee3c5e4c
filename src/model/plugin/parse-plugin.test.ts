import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { pluginTypes } from "../plugin.ts";
import { InvalidPluginData } from "./invalid-plugin-data.ts";
import { parsePlugin } from "./parse-plugin.ts";

test("routes are asked by weight, and of one weight the newest first", () => {
  const route = (strategy_name: string, strategy_weight: number) => ({
    strategy_name,
    strategy_weight,
    condition: "path = '/'",
    backend_type: "MOCK",
    backend_config: { ServiceMockReturnMessage: "x" },
  });
  const data = [route("a", 1), route("b", 5), route("c", 1), route("d", 0)];
  const { routes } = parsePlugin("Routing", JSON.stringify(data));
  assert.deepEqual(
    routes.map(({ name }) => name),
    ["b", "c", "a", "d"],
  );
});

test("a window is so many of its unit", () => {
  const window = (expire_type: string, expire: number) =>
    parsePlugin("TrafficControl", JSON.stringify({ expire_type, expire, api_rate_limit: 1 })).windowSeconds;
  assert.deepEqual(
    [window("second", 5), window("minute", 2), window("hour", 1), window("day", 7)],
    [5, 120, 3600, 604_800],
  );
});

test("an endpoint is a URL or a function, and has its time", () => {
  const read = (change: object) => parsePlugin("CustomAuth", JSON.stringify(change)).endpoint;
  const endpoint_url = "https://auth.test:8443/check?v=1";
  assert.deepEqual(read({ endpoint_url, func_name: "f", endpoint_timeout: 3 }), {
    kind: "url",
    url: endpoint_url,
    timeoutMs: 3000,
  });
  assert.deepEqual(read({ func_name: "f", func_qualifier: "$DEFAULT" }), {
    kind: "function",
    function: { namespace: "default", name: "f", qualifier: "$DEFAULT" },
    timeoutMs: 15_000,
  });
});

test("whatever the data is, it is read or refused for what is wrong with it", () => {
  const names = ["type", "blocks", "strategies", "condition", "ttl", "endpoint_url", "backend_config", "__proto__"];
  const member = fc.dictionary(fc.constantFrom(...names), fc.jsonValue());
  fc.assert(
    fc.property(
      fc.constantFrom(...pluginTypes),
      fc.oneof(
        fc.json(),
        member.map((data) => JSON.stringify(data)),
      ),
      (type, text) => {
        try {
          parsePlugin(type, text);
        } catch (error) {
          assert.ok(error instanceof InvalidPluginData, String(error));
        }
      },
    ),
  );
});
