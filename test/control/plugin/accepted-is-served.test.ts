import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { checkPluginData, createPluginCodes } from "../../../src/control/actions/plugin/check-plugin-data.ts";
import { ApiError } from "../../../src/control/contract/errors.ts";
import { systemClock } from "../../../src/gateway/clock.ts";
import { SharedWindows, windowMemory } from "../../../src/gateway/limits/shared-windows.ts";
import { compilePlugin } from "../../../src/gateway/plugins/compile-plugin.ts";
import { ResponseStore } from "../../../src/gateway/plugins/proxy-cache/response-store.ts";
import { type PluginTypeName, pluginTypeNames, soundData } from "./resources.ts";

// The management API and the gateway judge plugin data each for itself. Data that the first takes and the second cannot serve
// would close the APIs it is attached to.

const parts = {
  clock: systemClock,
  endpoints: { post: () => Promise.reject(new Error("no endpoint is asked here")) },
  functions: [],
  responses: new ResponseStore(0),
  windows: new SharedWindows(windowMemory(2, 16)),
};

function isAccepted(type: PluginTypeName, data: string): boolean {
  try {
    checkPluginData(type, data, parts.functions, createPluginCodes);
    return true;
  } catch (error) {
    assert.ok(error instanceof ApiError, String(error));
    return false;
  }
}

function problemsOf(type: PluginTypeName, data: string): string[] {
  const problems: string[] = [];
  compilePlugin(type, data, parts, { instance: "0", rule: "place" }, (message) => problems.push(message));
  return problems;
}

test("sound data of every type is served", () => {
  for (const type of pluginTypeNames) assert.deepEqual(problemsOf(type, JSON.stringify(soundData[type])), [], type);
});

const pattern = fc.constantFrom("^/a+$", "(", "(a+)+$", "\\1", "[[:alpha:]]", "(?=x)", "x{1000}", "é", "%");
const condition = fc.oneof(
  fc.constantFrom("path = '/'", "exists(query.a)", "random() < 0.5", "header.X = 1 or (path = '/')", ""),
  pattern.map((text) => `regex(path, "${text}")`),
);
const url = fc.constantFrom(
  "http://b.test",
  "https://10.0.0.1:8443",
  "http://[::1]:80",
  "http://1.2.3",
  "x",
  "http://a b",
);
const path = fc.constantFrom("", "/", "/a/{id}", "/{", "/a?b", "/..", "/a b", "//x", "/%zz", "/{a}{b}", "/é");

test("a route that is accepted is served", () => {
  const route = fc.record({ condition, url, path }).map((parts) => ({
    strategy_name: "r",
    condition: parts.condition,
    backend_type: "HTTP",
    backend_config: { ServiceConfig: { Url: parts.url, Path: parts.path, Method: "GET" } },
  }));
  let accepted = 0;
  fc.assert(
    fc.property(route, (one) => {
      const data = JSON.stringify([one]);
      if (!isAccepted("Routing", data)) return;
      accepted += 1;
      assert.deepEqual(problemsOf("Routing", data), []);
    }),
    { numRuns: 200 },
  );
  assert.ok(accepted > 10, "enough routes were sound");
});

test("an address list that is accepted is served", () => {
  const text = fc.constantFrom(
    "/",
    ":",
    "::",
    ".",
    "1",
    "255",
    "256",
    "/32",
    "/129",
    "ffff",
    "%",
    " ",
    "-",
    "0x1",
    "1e1",
  );
  const entry = fc.oneof(
    fc.ipV4(),
    fc.ipV6(),
    fc.ipV4Extended(),
    fc.array(text, { maxLength: 6 }).map((all) => all.join("")),
  );
  const list = fc.tuple(entry, fc.option(fc.nat(130))).map(([ip, bits]) => (bits === null ? ip : `${ip}/${bits}`));
  fc.assert(
    fc.property(list, (blocks) => {
      const data = JSON.stringify({ type: "white_list", blocks });
      if (isAccepted("IPControl", data)) assert.deepEqual(problemsOf("IPControl", data), [], blocks);
    }),
    { numRuns: 1000 },
  );
});
