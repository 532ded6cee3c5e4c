import assert from "node:assert/strict";
import { connect, type Socket } from "node:net";
import { test } from "node:test";
import { defaultGatewaySettings } from "../../src/gateway/settings.ts";
import { call, exchangeBytes, startBackend, startEcho, startGateway, until } from "./running.ts";
import { api, host, httpBackend, serving } from "./state.ts";

const head = `POST /release/ HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 100\r\n\r\n`;

test("callers who send their bodies slowly hold up nobody else", async (t) => {
  const backend = await startEcho(t);
  const { port } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]));
  const slow = Array.from({ length: 200 }, () => connect(port, "127.0.0.1"));
  t.after(() => {
    for (const socket of slow) socket.destroy();
  });
  let connected = 0;
  for (const socket of slow) {
    socket.on("error", () => {});
    socket.write(`${head}x`, () => connected++);
  }
  await until(() => connected === slow.length, "all slow callers have begun");
  for (let turn = 0; turn < 20; turn++)
    assert.equal((await call(port, "/release/", { method: "POST", body: "y" })).status, 200);
});

test("a caller who stops within his body is told so, and the backend is not blamed", async (t) => {
  const backend = await startEcho(t);
  const { port, records } = await startGateway(
    t,
    serving([api({ backend: httpBackend(backend), backendTimeoutSeconds: 0.05 })]),
    { settings: { timeouts: { ...defaultGatewaySettings.timeouts, requestBodyMs: 50 } } },
  );
  const answer = await exchangeBytes(port, `${head}x`);
  assert.match(answer, /^HTTP\/1\.1 408 [\s\S]*\{"message":"Request Timeout"\}\n$/);
  await until(() => records.length === 1, "the request is logged");
  assert.equal(records[0]?.status, 408);
});

test("a caller who does not finish his head is cut off", async (t) => {
  const { port } = await startGateway(t, serving([api()]), {
    settings: { timeouts: { ...defaultGatewaySettings.timeouts, requestHeadMs: 50 } },
  });
  const answer = await exchangeBytes(port, `GET /release/ HTTP/1.1\r\nHost: ${host}\r\n`);
  assert.match(answer, /^HTTP\/1\.1 408 /);
});

const service = `HTTP/1.1\r\nHost: ${host}\r\n`;

/** What peers do that never come to an end, and what the gateway does about it within its limits of time. */
const endless: Readonly<Record<string, { readonly begin: string; readonly goOn: string; readonly answer: RegExp }>> = {
  "never say a word": { begin: "", goOn: "", answer: /^$/ },
  "send their heads line by line": { begin: `GET /release/ ${service}`, goOn: "X: y\r\n", answer: /^HTTP\/1\.1 408 / },
  "send heads without end": {
    begin: `GET /release/ ${service}`,
    goOn: `X: ${"y".repeat(4_000)}\r\n`,
    answer: /^HTTP\/1\.1 431 /,
  },
  "send short bodies byte by byte": { begin: head, goOn: "x", answer: /^HTTP\/1\.1 408 / },
  "send chunks without end": {
    begin: `POST /release/ ${service}Transfer-Encoding: chunked\r\n\r\n`,
    goOn: "1\r\nx\r\n",
    answer: /^HTTP\/1\.1 408 /,
  },
};

for (const [what, { begin, goOn, answer }] of Object.entries(endless)) {
  test(`hundreds who ${what} are all sent off in time, and nobody else notices`, async (t) => {
    const backend = await startEcho(t);
    const { port, faults } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]), {
      settings: {
        timeouts: { ...defaultGatewaySettings.timeouts, requestHeadMs: 300, requestBodyMs: 300 },
      },
    });
    const answers: string[] = [];
    const begun = new Set<Socket>();
    const peers = Array.from({ length: 300 }, (_, index) => {
      answers.push("");
      const socket = connect(port, "127.0.0.1", () => {
        socket.write(begin);
        begun.add(socket);
      });
      socket.setEncoding("latin1").on("error", () => {});
      socket.on("data", (text: string) => {
        answers[index] += text;
      });
      return socket;
    });
    const dripping = setInterval(() => {
      for (const socket of begun) if (goOn !== "" && socket.writable) socket.write(goOn);
    }, 20);
    t.after(() => {
      clearInterval(dripping);
      for (const socket of peers) socket.destroy();
    });
    for (let turn = 0; turn < 30; turn++) {
      assert.equal((await call(port, "/release/", { method: "POST", body: "y" })).status, 200);
    }
    await until(() => peers.every(({ closed }) => closed), "all have been sent off");
    for (const text of answers) assert.match(text, answer);
    assert.deepEqual(faults, []);
  });
}

test("those who send long bodies slowly get half of what a backend may have under way, and nobody else notices", async (t) => {
  const backend = await startEcho(t);
  const { port } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]), {
    settings: { caps: { ...defaultGatewaySettings.caps, callsPerBackend: 8 } },
  });
  const begun = `POST /release/ ${service}Content-Length: 1000000\r\n\r\n${"x".repeat(20_000)}`;
  let sent = 0;
  const slow = Array.from({ length: 50 }, () => {
    const socket = connect(port, "127.0.0.1", () => socket.write(begun, () => sent++));
    return socket.on("error", () => {});
  });
  t.after(() => {
    for (const socket of slow) socket.destroy();
  });
  await until(() => sent === slow.length, "all slow callers have begun");
  for (let turn = 0; turn < 20; turn++) {
    assert.equal((await call(port, "/release/", { method: "POST", body: "y" })).status, 200);
  }
});

test("those who do not read their answers are cut off, and nobody else notices", async (t) => {
  const large = Buffer.alloc(4 * 1024 * 1024);
  const backend = await startBackend(t, (req, res) => void res.end(req.url === "/large" ? large : "ok"));
  const { port, records } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]), {
    settings: {
      caps: { ...defaultGatewaySettings.caps, callsPerBackend: 16 },
      timeouts: { ...defaultGatewaySettings.timeouts, stalledCallerMs: 1_000 },
    },
  });
  const stalled = Array.from({ length: 24 }, () => {
    const socket = connect(port, "127.0.0.1", () => socket.write(`GET /release/large ${service}\r\n`));
    return socket.pause().on("error", () => {});
  });
  t.after(() => {
    for (const socket of stalled) socket.destroy();
  });
  for (let turn = 0; turn < 10; turn++) assert.equal((await call(port, "/release/")).body, "ok");
  await until(() => records.length >= 24, "those who stall are cut off");
});
