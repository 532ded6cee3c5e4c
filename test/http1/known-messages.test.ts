import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { ScriptedBackend, startRelay, until } from "./relay-fixture.ts";
import { statusesOf } from "./wire.ts";

const REQUEST = "GET /known HTTP/1.1\r\nHost: a\r\nX-Key: 0123456\r\n\r\n";
const HEAD = "HTTP/1.1 200 OK\r\nDate: Sun, 22 Nov 2026 10:00:00 GMT\r\nContent-Length: 5\r\n\r\n";
/** A head is known from the third time it comes. */
const TIMES_UNTIL_KNOWN = 3;

/** Answers the n-th request, counted over all connections, with a body that tells n, and then does as the test says. */
async function serveKnown() {
  let count = 0;
  const state = { after: "", endsAfter: false, body: (n: number) => `no.${String(n).padStart(2, "0")}` };
  const heard = new Map<number, number>();
  const backend = new ScriptedBackend((socket, received, connection) => {
    const requests = received.split("\r\n\r\n").length - 1;
    for (let n = heard.get(connection) ?? 0; n < requests; n++) {
      const answer = HEAD + state.body(count++) + state.after;
      if (state.endsAfter) socket.end(answer);
      else socket.write(answer);
    }
    heard.set(connection, requests);
  });
  const relay = await startRelay(backend);
  for (let n = 0; n < TIMES_UNTIL_KNOWN; n++) {
    const caller = relay.client().send(REQUEST);
    await caller.receives(`no.0${n}`);
    caller.close();
  }
  return { ...relay, backend, state };
}

describe("messages that are known by their bytes", () => {
  let served: Awaited<ReturnType<typeof serveKnown>>;
  beforeEach(async () => {
    served = await serveKnown();
  });
  afterEach(() => served.stop());

  it("are answered each with its own body, on connections that are kept", async () => {
    const caller = served.client();
    for (let n = 3; n < 10; n++) await caller.send(REQUEST).receives(`no.0${n}`);
    assert.equal(served.backend.sockets.length, 1);
  });

  it("are answered in order when several come in one piece, and when the last is another or cut off", async () => {
    for (const last of [REQUEST, "GET /other HTTP/1.1\r\nHost: a\r\n\r\n"]) {
      for (const cut of [1, last.length - 1, last.length]) {
        const caller = served.client();
        caller.send(REQUEST + REQUEST + last.slice(0, cut));
        await until(() => statusesOf(caller.received).length >= 2);
        if (cut < last.length) caller.send(last.slice(cut));
        await until(() => statusesOf(caller.received).length === 3);
        const [first, second, third] = Array.from(caller.received.matchAll(/no\.(\d\d)/g), (match) => Number(match[1]));
        assert.deepEqual([second, third], [(first ?? 0) + 1, (first ?? 0) + 2]);
        caller.close();
      }
    }
  });

  it("are answered when they are cut at any byte", async () => {
    for (let cut = 1; cut < REQUEST.length; cut++) {
      const caller = served.client().send(REQUEST.slice(0, cut));
      await until(() => served.server.connectionCount === 1 && caller.socket.bytesWritten === cut);
      caller.send(REQUEST.slice(cut));
      await caller.receives("no.");
      caller.close();
      await until(() => served.server.connectionCount === 0);
    }
  });

  it("do not make a connection kept that the backend has closed behind the answer", async () => {
    served.state.endsAfter = true;
    const caller = served.client();
    await caller.send(REQUEST).receives("no.03");
    await until(() => served.origin.connectionCount === 0);
    await caller.send(REQUEST).receives("no.04");
    assert.equal(served.backend.sockets.length, 2);
  });

  it("do not hide a byte behind the answer, nor a body that is shorter than announced", async () => {
    served.state.after = "x";
    const caller = served.client();
    await caller.send(REQUEST).receives("no.03");
    assert.ok(!caller.received.includes("no.03x"));
    await until(() => served.origin.connectionCount === 0);

    served.state.after = "";
    served.state.body = () => "half";
    served.state.endsAfter = true;
    const other = served.client().send(REQUEST);
    assert.ok((await other.ends()).endsWith("half"));
  });
});
