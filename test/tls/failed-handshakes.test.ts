import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { test } from "node:test";
import { promisify } from "node:util";
import { until } from "../gateway/running.ts";
import { api, serving } from "../gateway/state.ts";
import { watchMetrics } from "../gateway/watched-metrics.ts";
import { callHttps, startTlsGateway } from "./callers.ts";

const run = promisify(execFile);

test("handshakes that fail are counted by what they failed of, and nothing of the caller's choosing", async (t) => {
  const { failedHandshakes, metrics } = watchMetrics();
  const { tlsPort } = await startTlsGateway(t, serving([api()]), { metrics });
  const isCounted = (count: number) => until(() => failedHandshakes.length === count, `${count} are counted`);
  const stray = connect(tlsPort, "127.0.0.1").on("error", () => {});
  t.after(() => stray.destroy());
  stray.write("GET / HTTP/1.1\r\n\r\n");
  await isCounted(1);

  const gone = connect(tlsPort, "127.0.0.1");
  await once(gone, "connect");
  gone.destroy();
  await isCounted(2);

  assert.equal((await callHttps(tlsPort, "/release/")).status, 200);
  assert.deepEqual(failedHandshakes, ["protocol", "closed"]);
});

test("a caller that does not trust the certificate is counted as one that refused", async (t) => {
  const hasCurl = await run("curl", ["--version"]).then(
    () => true,
    () => false,
  );
  // Node's own client looks at the certificate when the handshake is over.
  if (!hasCurl) return t.skip("no curl here");
  const { failedHandshakes, metrics } = watchMetrics();
  const { tlsPort } = await startTlsGateway(t, serving([api()]), { metrics });
  await assert.rejects(run("curl", ["-s", "--max-time", "10", `https://localhost:${tlsPort}/`]));
  await until(() => failedHandshakes.length > 0, "it is counted");
  assert.deepEqual(failedHandshakes, ["alert"]);
});
