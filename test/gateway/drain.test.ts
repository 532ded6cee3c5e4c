import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { test } from "node:test";
import { accepts } from "../harness/accepts.ts";
import { call, exchangeBytes, startBackend, startGateway, until } from "./running.ts";
import { api, host, httpBackend, serving } from "./state.ts";

test("a stop lets a running call finish, says that the connection ends, and accepts nobody new", async (t) => {
  const answers: (() => void)[] = [];
  const backend = await startBackend(t, (_req, res) => {
    answers.push(() => res.end("late"));
  });
  const { gateway, port } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]));
  const running = exchangeBytes(port, `GET /release/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  await until(() => answers.length === 1, "the backend is asked");
  const closed = gateway.close({ drainMs: 5_000 });
  // Who has connected before the listener is gone is still served, so a call may only be tried once nobody can.
  while (await accepts(port)) {}
  await assert.rejects(call(port, "/release/"), { code: "ECONNREFUSED" });
  answers[0]?.();
  const answer = await running;
  assert.match(answer, /^HTTP\/1\.1 200 OK\r\n[\s\S]*Connection: close\r\n[\s\S]*late/i);
  await closed;
});

test("an idle connection may still bring a request while the gateway stops", async (t) => {
  const { gateway, port } = await startGateway(t, serving([api()]));
  let answers = "";
  const caller = connect(port, "127.0.0.1");
  caller.setEncoding("latin1").on("data", (text: string) => {
    answers += text;
  });
  caller.write(`GET /release/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  await until(() => answers.endsWith("mock"), "the first answer");
  const closed = gateway.close({ drainMs: 5_000 });
  caller.write(`GET /release/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  await Promise.all([closed, once(caller, "close")]);
  assert.equal(answers.match(/HTTP\/1\.1 200/g)?.length, 2);
  assert.match(answers, /Connection: close/i);
});

test("a call that does not end is cut when the time to stop is over", async (t) => {
  let isAsked = false;
  const backend = await startBackend(t, () => {
    isAsked = true;
  });
  const { gateway, port, records } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]));
  const running = exchangeBytes(port, `GET /release/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`).catch(() => "");
  await until(() => isAsked, "the backend is asked");
  await gateway.close({ drainMs: 20 });
  assert.equal(await running, "");
  await until(() => records.length === 1, "the request is logged");
});
