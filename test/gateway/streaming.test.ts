import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { startBackend, startGateway } from "./running.ts";
import { api, host, httpBackend, serving } from "./state.ts";

const total = 64 * 1024 * 1024;
const chunk = Buffer.alloc(64 * 1024, "0123456789abcdef");

function* chunks(): Generator<Buffer> {
  for (let sent = 0; sent < total; sent += chunk.length) yield chunk;
}

test("streams 64 MB both ways at the pace of a slow reader, holding little of it", async (t) => {
  const backend = await startBackend(t, (req, res) => {
    req.pipe(res);
  });
  const { port } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]), {
    settings: { maxBodyBytes: 2 * total },
  });
  const sentHash = createHash("sha256");
  const receivedHash = createHash("sha256");
  let sent = 0;
  let received = 0;
  let mostUnderWay = 0;

  const outgoing = request({
    port,
    host: "127.0.0.1",
    method: "POST",
    path: "/release/",
    headers: { Host: host },
    agent: false,
  });
  const sending = (async () => {
    for (const part of chunks()) {
      sentHash.update(part);
      sent += part.length;
      mostUnderWay = Math.max(mostUnderWay, sent - received);
      if (!outgoing.write(part)) await once(outgoing, "drain");
    }
    outgoing.end();
  })();
  const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
  for await (const part of incoming) {
    receivedHash.update(part as Buffer);
    received += (part as Buffer).length;
    await setImmediate();
  }
  await sending;
  assert.equal(received, total);
  assert.equal(receivedHash.digest("hex"), sentHash.digest("hex"));
  // The kernel buffers some megabytes on each of the four legs; a gateway that did not hold back would have taken everything.
  assert.ok(mostUnderWay < total / 2, `${mostUnderWay >> 20} MB were under way`);
});

test("a body that turns out too large is cut off with 413", async (t) => {
  let received = 0;
  const backend = await startBackend(t, (req) => {
    req.on("data", (part: Buffer) => {
      received += part.length;
    });
    req.on("error", () => {});
  });
  const maxBodyBytes = 256 * 1024;
  const { port } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]), {
    settings: { maxBodyBytes },
  });
  const reply = await new Promise<{ status: number | undefined; connection: string | undefined }>((resolve, reject) => {
    const outgoing = request({
      port,
      host: "127.0.0.1",
      method: "POST",
      path: "/release/",
      headers: { Host: host },
      agent: false,
    });
    outgoing.on("response", (incoming) => {
      incoming.resume();
      resolve({ status: incoming.statusCode, connection: incoming.headers.connection });
    });
    outgoing.on("error", reject);
    for (let part = 0; part < 16; part++) outgoing.write(chunk);
  });
  assert.deepEqual(reply, { status: 413, connection: "close" });
  assert.ok(received <= maxBodyBytes);
});

test("a body announced as too large is refused before it is sent", async (t) => {
  const { port } = await startGateway(t, serving([api()]));
  const status = await new Promise((resolve, reject) => {
    const headers = { Host: host, "Content-Length": String(17 * 1024 * 1024), Expect: "100-continue" };
    const outgoing = request({ port, host: "127.0.0.1", method: "POST", path: "/release/", headers, agent: false });
    outgoing.on("continue", () => reject(new Error("was told to send the body")));
    outgoing.on("response", (incoming) => {
      resolve(incoming.statusCode);
      outgoing.destroy();
    });
    outgoing.on("error", reject);
    outgoing.flushHeaders();
  });
  assert.equal(status, 413);
});

test("a caller who waits for 100 Continue gets it once the call is admitted", async (t) => {
  const backend = await startBackend(t, (req, res) => {
    req.pipe(res);
  });
  const { port } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]));
  const body = await new Promise<string>((resolve, reject) => {
    const headers = { Host: host, "Content-Length": "5", Expect: "100-continue" };
    const outgoing = request({ port, host: "127.0.0.1", method: "POST", path: "/release/", headers, agent: false });
    outgoing.on("continue", () => outgoing.end("hello"));
    outgoing.on("response", async (incoming) => {
      let text = "";
      for await (const part of incoming) text += part;
      resolve(text);
    });
    outgoing.on("error", reject);
    outgoing.flushHeaders();
  });
  assert.equal(body, "hello");
});
