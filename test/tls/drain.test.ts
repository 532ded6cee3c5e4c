import assert from "node:assert/strict";
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { Agent } from "node:https";
import { test } from "node:test";
import { startBackend, until } from "../gateway/running.ts";
import { api, httpBackend, serving } from "../gateway/state.ts";
import { callHttp2, callHttps, openHttp2, shakeHands, startTlsGateway } from "./callers.ts";

test("a gateway that stops finishes what runs over TLS and tells callers that connections end", async (t) => {
  const waiting: ServerResponse[] = [];
  const backend = await startBackend(t, (_req, res) => waiting.push(res));
  const state = serving([api({ backend: httpBackend(backend) })]);
  const { gateway, tlsPort, records } = await startTlsGateway(t, state);
  const agent = new Agent({ keepAlive: true });
  t.after(() => agent.destroy());
  const session = openHttp2(t, tlsPort);
  const calls = Promise.all([callHttps(tlsPort, "/release/1", {}, agent), callHttp2(session, "/release/2")]);
  await until(() => waiting.length === 2, "both calls are at the backend");
  const goneAway = once(session, "goaway");
  const closed = gateway.close({ drainMs: 5_000 });
  await goneAway;
  await assert.rejects(shakeHands(tlsPort), { code: "ECONNREFUSED" });
  for (const res of waiting) res.end("done");
  const [overHttp1, overHttp2] = await calls;
  assert.deepEqual([overHttp1.status, overHttp1.body, overHttp1.headers.connection], [200, "done", "close"]);
  assert.deepEqual([overHttp2.status, overHttp2.body], [200, "done"]);
  await closed;
  assert.deepEqual(
    records.map(({ status }) => status),
    [200, 200],
  );
});
