import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { test } from "node:test";
import { startEndpoint } from "./endpoint.ts";

test("health is told while calls wait, to a client that connects after they came", async (t) => {
  let begun = 0;
  let begunBefore = -1;
  const endpoint = await startEndpoint(t, {
    // Each call takes one id when it begins.
    uuid: () => {
      begun++;
      return randomUUID();
    },
    probes: {
      isAlive() {
        begunBefore = begun;
        return true;
      },
    },
  });
  const sent = 2000;
  const many = connect(endpoint.port, "127.0.0.1");
  t.after(() => many.destroy());
  await once(many, "connect");
  let answers = "";
  const allAnswered = new Promise<void>((resolve) => {
    many.setEncoding("latin1").on("data", (text: string) => {
      answers += text;
      if (answers.split("HTTP/1.1 200 ").length > sent) resolve();
    });
  });
  // All arrive at once; their answers come in this order whatever the server does.
  many.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(sent));
  await once(many, "data");
  assert.equal((await endpoint.send({ path: "/healthz" })).status, 200);
  assert.ok(begunBefore < sent, `${begunBefore} of ${sent} calls had begun`);
  await allAnswered;
  assert.equal(begun, sent);
});
