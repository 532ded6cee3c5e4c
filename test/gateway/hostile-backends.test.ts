import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";
import { describe, it, type TestContext } from "node:test";
import { WireClient } from "../http1/wire.ts";
import { call, startEcho, startGateway, until } from "./running.ts";
import { api, host, httpBackend, serving } from "./state.ts";

/** A backend that answers every request with what `answer` says, on as many connections as it is given. */
async function startHostile(t: TestContext, answer: (socket: Socket, request: number) => void) {
  const sockets = new Set<Socket>();
  let requests = 0;
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("data", () => answer(socket, requests++));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return { port: (server.address() as AddressInfo).port, sockets };
}

const BAD_GATEWAY = [502, '{"message":"502 Bad Gateway"}\n'];
const TIMEOUT = [504, '{"message":"504 Gateway Time-out"}\n'];
const OK = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood";
const EVIL = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil";

/** Answers of which not a byte may reach a caller. */
const REFUSED: Readonly<Record<string, string>> = {
  "a status of two digits": "HTTP/1.1 20 OK\r\n\r\n",
  "a status of four digits": "HTTP/1.1 2000 OK\r\n\r\n",
  "a status line ended by LF": "HTTP/1.1 200 OK\nContent-Length: 0\r\n\r\n",
  "a version from the future": "HTTP/2.0 200 OK\r\n\r\n",
  "a status line without end": `HTTP/1.1 200 ${"x".repeat(70_000)}`,
  "a head without end": `HTTP/1.1 200 OK\r\n${"A: b\r\n".repeat(20_000)}`,
  "a field without end": `HTTP/1.1 200 OK\r\nA: ${"b".repeat(70_000)}`,
  "a bare CR in a field": "HTTP/1.1 200 OK\r\nA: b\rSet-Cookie: forged=1\r\nContent-Length: 0\r\n\r\n",
  "a bare LF in a field": "HTTP/1.1 200 OK\r\nA: b\nSet-Cookie: forged=1\r\nContent-Length: 0\r\n\r\n",
  "a NUL in a field": "HTTP/1.1 200 OK\r\nA: \0\r\nContent-Length: 0\r\n\r\n",
  "a NUL in the reason": "HTTP/1.1 200 O\0K\r\nContent-Length: 0\r\n\r\n",
  "two lengths": "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\ngood!",
  "a length and a coding": "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
  "a disguised coding": "HTTP/1.1 200 OK\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
  "a nominated length": "HTTP/1.1 200 OK\r\nConnection: content-length\r\nContent-Length: 4\r\n\r\ngood",
  "a switch of protocols nobody asked for":
    "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n",
  "a flood of interim answers": "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n".repeat(1_000),
  "an interim answer with a body": `HTTP/1.1 100 Continue\r\nContent-Length: 4\r\n\r\nevil${OK}`,
};

describe("a backend that sends", () => {
  for (const [what, bytes] of Object.entries(REFUSED)) {
    it(`${what} is answered for with 502`, async (t) => {
      const { port: backend } = await startHostile(t, (socket) => socket.write(bytes, "latin1"));
      const { port } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]));
      const { status, body, headers } = await call(port, "/release/");
      assert.deepEqual([status, body], BAD_GATEWAY);
      assert.equal(headers["set-cookie"], undefined);
    });
  }

  // Each of these leaves bytes behind that could be taken for the answer to the next call.
  for (const [what, bytes, expected] of [
    ["two answers for one request", OK + EVIL, "good"],
    ["an answer longer than it says", OK.replace("good", `good${EVIL}`), "good"],
    ["a 204 with a body", `HTTP/1.1 204 No Content\r\nContent-Length: ${EVIL.length}\r\n\r\n${EVIL}`, ""],
    ["a 304 with a body", `HTTP/1.1 304 Not Modified\r\n\r\n${EVIL}`, ""],
    [
      "bytes behind its last chunk",
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ngood\r\n0\r\n\r\n${EVIL}`,
      "good",
    ],
  ] as const) {
    it(`${what}: another caller gets none of it`, async (t) => {
      const { port: backend, sockets } = await startHostile(t, (socket) => socket.write(bytes));
      const { port } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]));
      for (let turn = 0; turn < 20; turn++) {
        const { status, body } = await call(port, "/release/");
        assert.equal(status === 200 || status === 204 || status === 304, true, String(status));
        assert.equal(body, expected);
      }
      assert.equal(sockets.size, 20, "no connection is used again");
    });
  }

  it("an answer before it has read the request gets no second request on that connection", async (t) => {
    const { port: backend, sockets } = await startHostile(t, (socket, request) => {
      // Once per connection: what follows is the rest of the body.
      if (socket.bytesWritten === 0) socket.write(request === 0 ? OK : OK.replace("good", "next"));
    });
    const { port } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]));
    const caller = new WireClient(port);
    t.after(() => caller.close());
    caller.send(`POST /release/ HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 2000000\r\n\r\n${"x".repeat(200_000)}`);
    await caller.receives("good");
    assert.equal((await call(port, "/release/")).body, "next");
    assert.equal(sockets.size, 2);
  });
});

describe("a backend that fails leaves others alone:", () => {
  const modes: Readonly<Record<string, { readonly answer: (socket: Socket) => void; readonly expected: unknown[] }>> = {
    "it accepts and is silent": { answer() {}, expected: TIMEOUT },
    "it resets": { answer: (socket) => socket.resetAndDestroy(), expected: BAD_GATEWAY },
    "it closes": { answer: (socket) => socket.end(), expected: BAD_GATEWAY },
    "it drips its head": {
      answer: (socket) => {
        const text = `HTTP/1.1 200 OK\r\nA: ${"b".repeat(1_000)}`;
        let at = 0;
        const timer = setInterval(() => socket.write(text[at++] ?? "b"), 5);
        socket.on("close", () => clearInterval(timer));
      },
      expected: TIMEOUT,
    },
    "it sends garbage": { answer: (socket) => socket.write("\0\x01\x02"), expected: BAD_GATEWAY },
  };
  for (const [mode, { answer, expected }] of Object.entries(modes)) {
    it(mode, async (t) => {
      const { port: failing } = await startHostile(t, answer);
      const healthy = await startEcho(t);
      // Short only where time is what ends the call.
      const backendTimeoutSeconds = expected === TIMEOUT ? 0.1 : 30;
      const { port, faults } = await startGateway(
        t,
        serving([
          api({ path: "/failing", backend: httpBackend(failing), backendTimeoutSeconds }, "api-failing0"),
          api({ path: "/healthy", backend: httpBackend(healthy) }),
        ]),
      );
      const failed = Array.from({ length: 50 }, () => call(port, "/release/failing"));
      const good = Array.from({ length: 50 }, () => call(port, "/release/healthy"));
      assert.ok((await Promise.all(good)).every(({ status }) => status === 200));
      for (const { status, body } of await Promise.all(failed)) assert.deepEqual([status, body], expected);
      assert.deepEqual(faults, []);
    });
  }

  it("it cannot be reached at all", async (t) => {
    // TEST-NET-1 (RFC 5737) leads nowhere: packets are lost, or a router says so.
    const nowhere = { ...httpBackend(80), url: "http://192.0.2.1" };
    const healthy = await startEcho(t);
    const { port, records } = await startGateway(
      t,
      serving([
        api({ path: "/nowhere", backend: nowhere, backendTimeoutSeconds: 0.2 }, "api-nowhere0"),
        api({ path: "/healthy", backend: httpBackend(healthy) }),
      ]),
    );
    const lost = Array.from({ length: 20 }, () => call(port, "/release/nowhere"));
    assert.equal((await call(port, "/release/healthy")).status, 200);
    for (const { status } of await Promise.all(lost)) assert.ok(status === 504 || status === 502, String(status));
    await until(() => records.length === 21, "all are logged");
  });
});
