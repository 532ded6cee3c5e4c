import assert from "node:assert/strict";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import { createReceive } from "../../../src/control/receive.ts";

const kib = 1024;

/** A server that tells how many bytes it received, or cuts the connection. */
async function startReceiver(t: TestContext, bufferLimit: number): Promise<number> {
  const receive = createReceive(bufferLimit);
  const server = createServer((message, response) => {
    receive(message).then(
      ({ body }) => response.end(String(body?.length ?? "too large")),
      () => void response.destroy(),
    );
  });
  t.after(() => server.close().closeAllConnections());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** Sends `first` bytes; the rest when told. */
function upload(port: number, first: number) {
  const outgoing = request({ host: "127.0.0.1", port, method: "POST", agent: false });
  const answer = new Promise<string>((resolve) => {
    outgoing.on("error", () => resolve("cut"));
    outgoing.on("response", async (incoming) => resolve((await incoming.toArray()).join("")));
  });
  outgoing.write(Buffer.alloc(first));
  return { answer, finish: (rest: number) => outgoing.end(Buffer.alloc(rest)) };
}

test("large bodies at one time share a limit, ordinary ones pass beside them", async (t) => {
  const port = await startReceiver(t, 100 * kib);
  const large = upload(port, 150 * kib);
  const ordinary = upload(port, kib);
  ordinary.finish(0);
  assert.equal(await ordinary.answer, String(kib));
  const more = upload(port, 150 * kib);
  // Whichever of the two goes past what they share is cut, and the other may go on.
  const first = await Promise.race([large.answer, more.answer]);
  assert.equal(first, "cut");
  const next = upload(port, kib);
  next.finish(0);
  assert.equal(await next.answer, String(kib));
  large.finish(0);
  more.finish(0);
  assert.deepEqual([await large.answer, await more.answer].sort(), [String(150 * kib), "cut"]);
});

test("what a cut or a finished upload held is free again", async (t) => {
  const port = await startReceiver(t, 100 * kib);
  for (let i = 0; i < 3; i += 1) {
    const fitting = upload(port, 150 * kib);
    fitting.finish(0);
    assert.equal(await fitting.answer, String(150 * kib));
    assert.equal(await upload(port, 250 * kib).answer, "cut");
  }
});

test("a body over ten megabytes is read to its end but not kept", async (t) => {
  const port = await startReceiver(t, 11 * kib * kib);
  const large = upload(port, 11 * kib * kib);
  large.finish(10 * kib * kib);
  assert.equal(await large.answer, "too large");
});
