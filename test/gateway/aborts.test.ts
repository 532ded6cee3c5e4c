import assert from "node:assert/strict";
import { request } from "node:http";
import { connect } from "node:net";
import { test } from "node:test";
import { defaultGatewaySettings } from "../../src/gateway/settings.ts";
import { call, startBackend, startGateway, until } from "./running.ts";
import { api, host, httpBackend, serving } from "./state.ts";

test("a caller who leaves while he waits releases the backend at once and is logged as 499", async (t) => {
  let isAsked = false;
  let isReleased = false;
  const backend = await startBackend(t, (req) => {
    isAsked = true;
    req.socket.on("close", () => {
      isReleased = true;
    });
  });
  const { port, records } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]));
  const caller = connect(port, "127.0.0.1", () => caller.write(`GET /release/x HTTP/1.1\r\nHost: ${host}\r\n\r\n`));
  await until(() => isAsked, "the backend is asked");
  caller.destroy();
  await until(() => isReleased && records.length === 1, "the backend is released");
  assert.equal(records[0]?.status, 499);
  assert.equal(records[0]?.error, "Client closed connection");
  assert.equal(records[0]?.path, "/x");
});

test("a caller who leaves within his answer stops the backend's", async (t) => {
  let isReleased = false;
  const backend = await startBackend(t, (_req, res) => {
    const pump = () => {
      while (res.write(Buffer.alloc(65536)));
    };
    res.on("drain", pump);
    res.on("close", () => {
      isReleased = true;
    });
    pump();
  });
  const { port, records } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]));
  const caller = connect(port, "127.0.0.1", () => caller.write(`GET /release/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`));
  caller.once("data", () => caller.destroy());
  await until(() => isReleased && records.length === 1, "the backend is stopped");
  assert.equal(records[0]?.status, 499);
});

test("a caller who does not read is cut off after a while", async (t) => {
  const backend = await startBackend(t, (_req, res) => {
    const pump = () => {
      while (res.write(Buffer.alloc(65536)));
    };
    res.on("drain", pump);
    pump();
  });
  const { port, records } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]), {
    settings: { timeouts: { ...defaultGatewaySettings.timeouts, stalledCallerMs: 50 } },
  });
  const caller = connect(port, "127.0.0.1", () => caller.write(`GET /release/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`));
  caller.pause();
  caller.on("error", () => {});
  await until(() => records.length === 1, "the connection is cut");
  caller.destroy();
});

test("a caller who breaks off his body leaves no half request behind as if it were whole", async (t) => {
  const outcomes: string[] = [];
  const backend = await startBackend(t, (req, res) => {
    req.resume();
    req.on("end", () => {
      outcomes.push("complete");
      res.end();
    });
    req.on("error", () => outcomes.push("broken off"));
  });
  const { port, records } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]));
  const caller = connect(port, "127.0.0.1", () =>
    caller.write(`POST /release/ HTTP/1.1\r\nHost: ${host}\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n`, () => {
      setImmediate(() => caller.destroy());
    }),
  );
  caller.on("error", () => {});
  await until(() => records.length === 1, "the request is logged");
  assert.equal(records[0]?.status, 499);
  assert.ok(!outcomes.includes("complete"));
  assert.equal((await call(port, "/release/")).status, 200);
});

test("hundreds of callers who leave at any moment leave the gateway serving", async (t) => {
  const backend = await startBackend(t, (req, res) => {
    req.resume();
    setTimeout(() => res.end("ok".repeat(50_000)), Math.random() * 5);
  });
  const { port, records, faults } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]));
  const count = 300;
  await Promise.all(
    Array.from({ length: count }, (_, index) => {
      return new Promise<void>((resolve) => {
        const headers = { Host: host, "Content-Length": "10" };
        const outgoing = request({ port, host: "127.0.0.1", method: "POST", path: "/release/", headers, agent: false });
        outgoing.on("error", () => {});
        outgoing.on("response", (incoming) => incoming.on("data", () => outgoing.destroy()).on("error", () => {}));
        outgoing.on("close", () => resolve());
        outgoing.write("12345");
        if (index % 2 === 0) outgoing.end("67890");
        outgoing.on("socket", (socket) =>
          socket.once("connect", () => setTimeout(() => outgoing.destroy(), Math.random() * 50)),
        );
      });
    }),
  );
  await until(() => records.length >= 1, "some are logged");
  assert.equal((await call(port, "/release/")).status, 200);
  assert.deepEqual(faults, []);
});
