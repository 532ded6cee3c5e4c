import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";
import { type TestContext, test } from "node:test";
import { call, exchangeBytes, startBackend, startGateway, until } from "./running.ts";
import { api, host, httpBackend, serving } from "./state.ts";

/** A backend that does with a connection what `onConnection` says. */
async function startSocketBackend(t: TestContext, onConnection: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    onConnection(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return (server.address() as AddressInfo).port;
}

const badGateway = { status: 502, body: '{"message":"502 Bad Gateway"}\n' };
const timeout = { status: 504, body: '{"message":"504 Gateway Time-out"}\n' };

async function answerFor(t: TestContext, port: number, backendTimeoutSeconds = 5) {
  const gateway = await startGateway(t, serving([api({ backend: httpBackend(port), backendTimeoutSeconds })]));
  const { status, body } = await call(gateway.port, "/release/");
  return { status, body };
}

test("a backend that refuses connections is 502", async (t) => {
  const port = await startSocketBackend(t, () => {});
  const closed = await new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port: free } = server.address() as AddressInfo;
      server.close(() => resolve(free));
    });
  });
  assert.notEqual(port, closed);
  assert.deepEqual(await answerFor(t, closed), badGateway);
});

test("a backend that resets the connection is 502", async (t) => {
  const port = await startSocketBackend(t, (socket) => socket.once("data", () => socket.resetAndDestroy()));
  assert.deepEqual(await answerFor(t, port), badGateway);
});

test("a backend that does not speak HTTP is 502", async (t) => {
  const port = await startSocketBackend(t, (socket) => socket.once("data", () => socket.end("SSH-2.0-x\r\n\r\n")));
  assert.deepEqual(await answerFor(t, port), badGateway);
});

test("a backend that sends a header no server may send is 502, never a split answer", async (t) => {
  const text = "HTTP/1.1 200 OK\r\nX-A: b\rSet-Cookie: forged=1\r\nContent-Length: 2\r\n\r\nok";
  const port = await startSocketBackend(t, (socket) => socket.once("data", () => socket.end(text)));
  assert.deepEqual(await answerFor(t, port), badGateway);
});

test("a backend that never answers is 504 at the API's limit", async (t) => {
  const port = await startSocketBackend(t, () => {});
  assert.deepEqual(await answerFor(t, port, 0.05), timeout);
});

test("a backend that freezes within its answer has the caller's connection closed at the limit", async (t) => {
  const head = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf";
  const port = await startSocketBackend(t, (socket) => socket.once("data", () => socket.write(head)));
  const gateway = await startGateway(t, serving([api({ backend: httpBackend(port), backendTimeoutSeconds: 0.05 })]));
  const answer = await exchangeBytes(gateway.port, `GET /release/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  assert.match(answer, /^HTTP\/1\.1 200 OK/);
  assert.ok(answer.endsWith("half"));
  await until(() => gateway.records.length === 1, "the request is logged");
  assert.equal(gateway.records[0]?.error, "504 Gateway Time-out");
});

test("a backend that breaks off within its answer has the caller's connection closed, not ended as if complete", async (t) => {
  const head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n";
  const port = await startSocketBackend(t, (socket) => socket.once("data", () => socket.end(head)));
  const gateway = await startGateway(t, serving([api({ backend: httpBackend(port) })]));
  const answer = await exchangeBytes(gateway.port, `GET /release/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  assert.match(answer, /half/);
  assert.doesNotMatch(answer, /\r\n0\r\n\r\n$/);
});

test("bytes a backend sends beyond its answer reach nobody", async (t) => {
  const poisoned = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nmineHTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison";
  const port = await startSocketBackend(t, (socket) => socket.on("data", () => socket.write(poisoned)));
  const gateway = await startGateway(t, serving([api({ backend: httpBackend(port) })]));
  for (let turn = 0; turn < 20; turn++) {
    const { status, body } = await call(gateway.port, "/release/");
    if (status === 200) assert.equal(body, "mine");
    else assert.equal(status, 502);
  }
});

test("a slow backend within its limit is waited for, each pause on its own", async (t) => {
  const port = await startBackend(t, async (_req, res) => {
    for (let part = 0; part < 4; part++) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      res.write("x");
    }
    res.end();
  });
  const gateway = await startGateway(t, serving([api({ backend: httpBackend(port), backendTimeoutSeconds: 0.2 })]));
  assert.equal((await call(gateway.port, "/release/")).body, "xxxx");
});

test("a backend at a blocked address is refused, by address and by name, and never connected to", async (t) => {
  let connections = 0;
  const port = await startSocketBackend(t, () => connections++);
  const settings = { blockedBackendAddresses: ["127.0.0.0/8", "::1/128"] };
  const urls = [
    `http://127.0.0.1:${port}`,
    `http://2130706433:${port}`,
    `http://0x7f.1:${port}`,
    `http://localhost:${port}`,
  ];
  urls.push(`http://[::ffff:127.0.0.1]:${port}`);
  for (const url of urls) {
    const backend = { ...httpBackend(port), url };
    const gateway = await startGateway(t, serving([api({ backend })]), { settings });
    const reply = await call(gateway.port, "/release/");
    assert.deepEqual([reply.status, reply.body], [403, '{"message":"Endpoint IP address is not allowed"}\n'], url);
  }
  assert.equal(connections, 0);
});

test("the cloud's metadata address is blocked unless the operator allows it", async (t) => {
  const backend = { ...httpBackend(80), url: "http://169.254.169.254" };
  const gateway = await startGateway(t, serving([api({ backend })]));
  assert.equal((await call(gateway.port, "/release/")).status, 403);
});

test("an API whose backend cannot be understood is 481, and the others are served", async (t) => {
  const broken = api({ path: "/broken", backend: { ...httpBackend(80), url: "ftp://example.com" } }, "api-broken00");
  const gateway = await startGateway(t, serving([broken, api({ path: "/fine" })]));
  const reply = await call(gateway.port, "/release/broken");
  assert.deepEqual([reply.status, reply.body], [481, '{"message":"API config error"}\n']);
  assert.equal((await call(gateway.port, "/release/fine")).status, 200);
  assert.equal(gateway.faults.length, 1);
});
