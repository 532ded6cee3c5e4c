import assert from "node:assert/strict";
import { test } from "node:test";
import type { FunctionBackend } from "../../src/model/api.ts";
import { callHttp2, openHttp2, startTlsGateway } from "../tls/callers.ts";
import { plugin, servingWith } from "./plugins/attached.ts";
import { call, read, startBackend, startGateway } from "./running.ts";
import { api, httpBackend, serving } from "./state.ts";

// Bodies that do not go straight through are kept for a while; meanwhile other calls are read into the same memory.

const numbers = [1, 2, 3, 4, 5, 6, 7, 8];

/** 300 KB that are like no other's. */
function textOf(number: number): string {
  return Array.from({ length: 30_000 }, (_, line) => `${number}:${line + 10_000}\r\n`).join("");
}

/** Compares without printing megabytes. */
function assertEach(bodies: readonly string[]): void {
  for (const [index, number] of numbers.entries()) assert.ok(bodies[index] === textOf(number), `call ${number}`);
}

test("bodies for functions and their answers are kept apart", async (t) => {
  const port = await startBackend(t, async (req, res) => {
    const event = JSON.parse(await read(req)) as { readonly body: string };
    res.end(event.body);
  });
  const backend: FunctionBackend = {
    type: "SCF",
    function: { namespace: "default", name: "echo", qualifier: "$LATEST" },
    form: "EVENT",
    isIntegrated: false,
    isAsync: false,
    base64: { isAlways: false, triggers: [] },
  };
  const functions = [{ pattern: ["default", "*", "*"] as const, url: `http://127.0.0.1:${port}/` }];
  const gateway = await startGateway(t, serving([api({ backend, method: "ANY" })]), { settings: { functions } });
  const headers = [["Content-Type", "text/plain"]] as const;
  const answers = await Promise.all(
    numbers.map((number) => call(gateway.port, "/release/", { method: "POST", headers, body: textOf(number) })),
  );
  assertEach(answers.map(({ body }) => body));
});

test("answers that are cached are kept apart", async (t) => {
  let calls = 0;
  const backend = await startBackend(t, (req, res) => {
    calls += 1;
    res.end(textOf(Number(req.url?.slice(1))));
  });
  const cache = plugin("ProxyCache", { cacheable_methods: ["GET"], cacheable_response_codes: [200], ttl: 60 });
  const { port } = await startGateway(t, servingWith([api({ backend: httpBackend(backend) })], [cache]));
  const askAll = () => Promise.all(numbers.map((number) => call(port, `/release/${number}`)));
  assertEach((await askAll()).map(({ body }) => body));
  assertEach((await askAll()).map(({ body }) => body));
  assert.equal(calls, numbers.length);
});

test("answers for the streams of an HTTP/2 connection are kept apart", async (t) => {
  const backend = await startBackend(t, (req, res) => res.end(textOf(Number(req.url?.slice(1)))));
  const { tlsPort } = await startTlsGateway(t, serving([api({ backend: httpBackend(backend) })]));
  const session = openHttp2(t, tlsPort);
  const answers = await Promise.all(numbers.map((number) => callHttp2(session, `/release/${number}`)));
  assertEach(answers.map(({ body }) => body));
});
