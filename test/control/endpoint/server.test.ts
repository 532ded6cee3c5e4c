import assert from "node:assert/strict";
import { Agent, get } from "node:http";
import { connect } from "node:net";
import { test } from "node:test";
import { createDocumentSite } from "../../../src/control/document-site.ts";
import { codeOf, startEndpoint } from "./endpoint.ts";

test("the health pages tell whether the process lives and whether calls are served", async (t) => {
  let isReady = false;
  const endpoint = await startEndpoint(t, { probes: { isReady: () => isReady } });
  assert.equal((await endpoint.send({ path: "/healthz" })).status, 200);
  assert.equal((await endpoint.send({ path: "/readyz?verbose=1" })).status, 503);
  isReady = true;
  assert.equal((await endpoint.send({ path: "/readyz" })).status, 200);
});

test("the metrics page hands on what is collected", async (t) => {
  const endpoint = await startEndpoint(t);
  const answer = await endpoint.send({ path: "/metrics" });
  assert.equal(answer.text, "turnpike_up 1\n");
  assert.equal(answer.headers["content-type"], "text/plain; version=0.0.4");
});

test("metrics that cannot be collected are an error of the server, told without its cause", async (t) => {
  const cause = new Error("secret detail");
  const endpoint = await startEndpoint(t, { probes: { metrics: () => Promise.reject(cause) } });
  const answer = await endpoint.send({ path: "/metrics" });
  assert.equal(answer.status, 500);
  assert.doesNotMatch(answer.text, /secret detail/);
  assert.deepEqual(endpoint.logged[0]?.details, { err: cause });
});

test("API 2.0 is served at its own path, and answered in its own form", async (t) => {
  const endpoint = await startEndpoint(t);
  for (const request of [
    { path: "/v2/index.php?Action=DescribeApi" },
    { path: "/v2/index.php", method: "POST", body: "Action=DescribeApi" },
  ]) {
    const answer = await endpoint.send(request);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers["content-type"], "application/json");
    const { code, codeDesc, message } = JSON.parse(answer.text);
    assert.deepEqual([code, codeDesc], [4000, "MissingParameter"]);
    assert.match(message, /`Timestamp`/);
  }
});

test("every other path is the API's", async (t) => {
  const endpoint = await startEndpoint(t);
  for (const path of ["/", "//", "/some/prefix/", "/healthz/", "/v2/index.php/x", "/%2e%2e/"]) {
    assert.equal(codeOf(await endpoint.tc3("DescribeApiKeysStatus", {}, { path })), "ok", path);
  }
});

test("a listener that cannot have its port says so", async (t) => {
  const { listenManagement } = await import("../../../src/control/server.ts");
  const endpoint = await startEndpoint(t);
  const probes = { isAlive: () => true, isReady: () => true, metrics: async () => ({ contentType: "", text: "" }) };
  const logger = { error() {} };
  const documents = createDocumentSite({ store: endpoint.store, clock: Date.now, logger });
  const tags = { handle: endpoint.control.handle };
  const parts = { control: endpoint.control, tags, probes, documents, logger };
  const second = listenManagement(parts, { host: "127.0.0.1", port: endpoint.port });
  await assert.rejects(second, { code: "EADDRINUSE" });
});

test("closing lets a running call finish, ends its connection and takes no new one", async (t) => {
  const asked = Promise.withResolvers<void>();
  const applied = Promise.withResolvers<void>();
  const changesApplied = () => {
    asked.resolve();
    return applied.promise;
  };
  const endpoint = await startEndpoint(t, { changesApplied });
  const running = endpoint.tc3("CreateApiKey", { SecretName: "key" }, { headers: { Connection: "keep-alive" } });
  await asked.promise;
  const closed = endpoint.close();
  await assert.rejects(endpoint.tc3("DescribeApiKeysStatus"), { code: "ECONNREFUSED" });
  applied.resolve();
  const answer = await running;
  assert.equal(codeOf(answer), "ok");
  assert.equal(answer.headers["connection"], "close");
  await closed;
});

test("closing does not wait for idle connections", async (t) => {
  const endpoint = await startEndpoint(t);
  const agent = new Agent({ keepAlive: true });
  t.after(() => agent.destroy());
  await new Promise<void>((resolve, reject) => {
    const request = get({ host: "127.0.0.1", port: endpoint.port, path: "/healthz", agent }, (incoming) => {
      incoming.resume().on("end", resolve);
    });
    request.on("error", reject);
  });
  const silent = connect(endpoint.port, "127.0.0.1");
  t.after(() => silent.destroy());
  await new Promise((resolve) => silent.once("connect", resolve));
  // The grace is longer than any test may take: waiting for it would fail this one.
  await endpoint.close(600_000);
});

test("a call that outlives the grace is cut", async (t) => {
  const asked = Promise.withResolvers<void>();
  const applied = Promise.withResolvers<void>();
  t.after(() => applied.resolve());
  const changesApplied = () => {
    asked.resolve();
    return applied.promise;
  };
  const endpoint = await startEndpoint(t, { changesApplied });
  const running = endpoint.tc3("CreateApiKey", { SecretName: "key" });
  const outcome = assert.rejects(running, { code: "ECONNRESET" });
  await asked.promise;
  await endpoint.close(1);
  await outcome;
});

test("an upload far past every limit is cut and the endpoint goes on", async (t) => {
  const endpoint = await startEndpoint(t);
  const body = Buffer.alloc(66 * 1024 * 1024);
  const upload = endpoint.send({ method: "POST", headers: { "Content-Type": "application/json" }, body });
  await assert.rejects(upload, { code: /^(ECONNRESET|EPIPE)$/ });
  assert.equal(codeOf(await endpoint.tc3("DescribeApiKeysStatus")), "ok");
});
