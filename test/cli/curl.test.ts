import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { formatAddress } from "../../src/config/setting.ts";
import { createApi, httpApi, release } from "../control/resources.ts";
import { type Received, startEcho } from "../gateway/running.ts";
import { runCommand } from "../harness/process.ts";
import { createSample } from "../harness/sample.ts";
import { startTurnpike } from "../harness/turnpike.ts";

/** A gateway with a signed API on an echoing backend, and `turnpike curl` in a shell beside it. */
async function setUp(t: TestContext) {
  const { app, client, data, port } = await startTurnpike(t);
  const sdk = client();
  const sample = await createSample(sdk);
  await createApi(
    sdk,
    httpApi(sample.serviceId, {
      AuthType: "SECRET",
      RequestConfig: { Path: "/echo", Method: "ANY" },
      ServiceConfig: { Url: `http://127.0.0.1:${await startEcho(t)}`, Path: "/echo", Method: "ANY" },
    }),
  );
  await release(sdk, sample.serviceId);
  const variables = { TURNPIKE_DATA: data, TURNPIKE_MANAGEMENT: formatAddress(app.management) };
  const curl = (...args: string[]) => runCommand(t, ["curl", ...args], variables);
  return { curl, key: sample.key.id, host: `http://${sample.host}:${port}`, sample, port };
}

test("curl signs with a key whose secret it looks up, and sends method, headers and body", async (t) => {
  const { curl, key, host } = await setUp(t);
  const plain = await curl("--key", key, `${host}/release/api`);
  assert.deepEqual(plain, { code: 0, stdout: "hello", stderr: "" });

  const posted = await curl(
    "--key",
    key,
    "-d",
    "a=1",
    "-H",
    "X-One: 1",
    "-H",
    "Content-Type: text/plain",
    `${host}/release/echo`,
  );
  const received: Received = JSON.parse(posted.stdout);
  assert.deepEqual([received.method, received.body], ["POST", "a=1"]);
  const fields = received.rawHeaders.join("\n").toLowerCase();
  assert.match(fields, /^x-one\n1$/m);
  assert.match(fields, /^content-type\ntext\/plain$/m);
  const put = await curl("--key", key, "-X", "PUT", "--data-raw", "x", `${host}/release/echo`);
  assert.equal(JSON.parse(put.stdout).method, "PUT");
});

test("curl shows the head on request, and fails on an error status only when told to", async (t) => {
  const { curl, key, host, sample, port } = await setUp(t);
  const unsigned = await curl("-i", `127.0.0.1:${port}/_/${sample.serviceId}/release/api`);
  assert.match(unsigned.stdout, /^HTTP\/1\.1 401 Unauthorized\n(?:[\w-]+: [^\n]*\n)+\n\{"message":"HMAC /);
  assert.equal(unsigned.code, 0);
  assert.equal((await curl("-f", `${host}/release/api`)).code, 22);
  assert.equal((await curl("-f", "--key", key, `${host}/release/api`)).code, 0);
  const unknown = await curl("--key", "NOPE", `${host}/release/api`);
  assert.match(unknown.stderr, /^turnpike: cannot sign with NOPE: .*InvalidAccessKeyId\)\n$/);
  assert.equal(unknown.code, 1);
  const away = await curl("127.0.0.1:1/");
  assert.match(away.stderr, /^turnpike: cannot reach 127\.0\.0\.1:1: .*\n$/);
  assert.equal(away.code, 1);
});
