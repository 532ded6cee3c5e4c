import assert from "node:assert/strict";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { Agent } from "node:https";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { formatAddress } from "../../src/config/setting.ts";
import type { CertificatePair } from "../../src/model/certificate.ts";
import { signed, startBackend, until } from "../gateway/running.ts";
import { runCommand, spawnTurnpike } from "../harness/process.ts";
import { createSample, type Sample } from "../harness/sample.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { testEnvironment } from "../harness/turnpike.ts";
import { callHttp2, callHttps, makePair, openHttp2, shakeHands } from "./callers.ts";

const shop = "shop.example.com";

/** Puts a certificate where another may be, the way renewal tools do. */
function put(folder: string, id: string, { certificate, key }: CertificatePair): void {
  for (const [suffix, text] of [
    ["crt", certificate],
    ["key", key],
  ] as const) {
    const file = join(folder, `${id}.${suffix}`);
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  }
}

async function isShown(port: number, servername: string, { certificate }: CertificatePair): Promise<boolean> {
  const socket = await shakeHands(port, { servername });
  const shown = socket.getPeerCertificate().raw.toString("base64");
  socket.destroy();
  return certificate.replace(/-----[A-Z ]+-----|\n/g, "") === shown;
}

/** Waits until every one of a few handshakes in a row is answered with the certificate, whichever thread they reach. */
async function untilShown(port: number, servername: string, pair: CertificatePair): Promise<void> {
  const end = Date.now() + 15_000;
  for (let inRow = 0; inRow < 8; ) {
    inRow = (await isShown(port, servername, pair)) ? inRow + 1 : 0;
    if (Date.now() > end) throw new Error(`waited too long until the certificate of ${servername} is shown`);
  }
}

/** Keeps calling, without ever trying again, until told to stop; what did not get through is kept. */
function load(t: TestContext, port: number, { host, key }: Sample, ca: readonly string[]) {
  const failures: unknown[] = [];
  let calls = 0;
  let isStopping = false;
  const kept = new Agent({ keepAlive: true, maxSockets: 2, ca: [...ca] });
  t.after(() => kept.destroy());
  const session = openHttp2(t, port, { ca: [...ca] });
  const headers = () => ({ host, ...Object.fromEntries(signed(Date.now(), key.id, key.secret)) });
  const repeat = async (ask: () => Promise<{ readonly status: number }>) => {
    while (!isStopping) {
      const outcome = await ask().catch((error: unknown) => ({ status: error }));
      calls++;
      if (outcome.status !== 200) failures.push(outcome.status);
    }
  };
  const path = "/release/api";
  const running = Promise.all([
    repeat(() => callHttps(port, path, headers(), kept)),
    repeat(() => callHttps(port, path, headers(), kept)),
    repeat(() => callHttps(port, path, headers(), new Agent({ ca: [...ca] }))),
    ...[1, 2].map(() => {
      const { host: authority, ...rest } = headers();
      return repeat(() => callHttp2(session, path, { ":authority": authority, ...rest }));
    }),
  ]);
  return {
    calls: () => calls,
    async stop() {
      isStopping = true;
      await running;
      return failures;
    },
  };
}

for (const threads of ["1", "2"]) {
  test(`with ${threads} threads, certificates change by call, by file and by signal without a failed call`, async (t) => {
    const data = temporaryFolder(t);
    const folder = join(data, "certificates");
    mkdirSync(folder);
    const own = [1, 2, 3].map((count) => makePair(`own-${count}.test`, "localhost"));
    const ofShop = [1, 2].map((count) => makePair(shop, `shop-${count}.test`));
    const [first, second, third] = own as [CertificatePair, CertificatePair, CertificatePair];
    const [oldShop, newShop] = ofShop as [CertificatePair, CertificatePair];
    put(data, "own", first);
    put(folder, "shop", oldShop);
    const turnpike = await spawnTurnpike(t, data, {
      TURNPIKE_THREADS: threads,
      TURNPIKE_GATEWAY_TLS: "127.0.0.1:0",
      TURNPIKE_TLS_CERTIFICATE: join(data, "own.crt"),
      TURNPIKE_TLS_KEY: join(data, "own.key"),
    });
    const { tlsPort, client, child } = turnpike;
    const sample = await createSample(client);
    const loading = load(
      t,
      tlsPort,
      sample,
      own.map(({ certificate }) => certificate),
    );

    // By call: in force when it is answered.
    put(folder, "late", newShop);
    const domain = { ServiceId: sample.serviceId, SubDomain: shop, NetType: "OUTER", IsDefaultMapping: true };
    const bound = { ...domain, Protocol: "https", CertificateId: "shop", NetSubDomain: sample.host };
    assert.equal(await isShown(tlsPort, shop, first), true);
    await client.BindSubDomain(bound);
    for (let count = 0; count < 4; count++) assert.equal(await isShown(tlsPort, shop, oldShop), true);
    await client.ModifySubDomain({ ...domain, Protocol: "https", CertificateId: "late" });
    for (let count = 0; count < 4; count++) assert.equal(await isShown(tlsPort, shop, newShop), true);

    // By file.
    put(data, "own", second);
    await untilShown(tlsPort, "localhost", second);
    assert.equal(await isShown(tlsPort, shop, newShop), true);

    // By signal, and not by a bad file, which is named.
    writeFileSync(join(data, "own.crt"), "spoilt");
    child.kill("SIGHUP");
    await until(() => /the one read before stays in force/.test(turnpike.stderr()), "the bad file is reported");
    assert.match(turnpike.stderr(), /own\.crt holds no certificate in PEM form/);
    assert.equal(await isShown(tlsPort, "localhost", second), true);
    put(data, "own", third);
    child.kill("SIGHUP");
    await untilShown(tlsPort, "localhost", third);

    const before = loading.calls();
    await until(() => loading.calls() > before + 20, "calls go on");
    assert.deepEqual(await loading.stop(), []);
    assert.ok(loading.calls() > 200, `${loading.calls()} calls were made`);
    const { code } = await turnpike.kill("SIGTERM");
    assert.equal(code, 0);
  });
}

test("without a certificate of its own the gateway makes one, once, that its callers can be told to trust", async (t) => {
  const data = temporaryFolder(t);
  const start = () => spawnTurnpike(t, data, { TURNPIKE_GATEWAY_TLS: "127.0.0.1:0" });
  const first = await start();
  assert.match(first.stdout(), /^ +self-signed: .*gateway-tls\.crt$/m);
  const certificate = readFileSync(join(data, "gateway-tls.crt"), "utf8");
  assert.equal(statSync(join(data, "gateway-tls.key")).mode & 0o777, 0o600);
  const { host, key } = await createSample(first.client);
  const headers = Object.fromEntries(signed(Date.now(), key.id, key.secret));
  // Verified against the names the service has here.
  const agent = new Agent({ ca: certificate, servername: host });
  const reply = await callHttps(first.tlsPort, "/release/api", { host, ...headers }, agent);
  assert.deepEqual([reply.status, reply.body], [200, "hello"]);
  // `turnpike curl` beside it trusts it without being told.
  const variables = { TURNPIKE_MANAGEMENT: formatAddress(first.management) };
  const url = `https://${host}:${first.tlsPort}/release/api`;
  const curled = await runCommand(t, ["curl", "--data", data, "--key", key.id, url], variables);
  assert.deepEqual(curled, { code: 0, stdout: "hello", stderr: "" });
  const second = await first.kill("SIGTERM").then(start);
  assert.equal(readFileSync(join(data, "gateway-tls.crt"), "utf8"), certificate);
  assert.equal(await isShown(second.tlsPort, host, { certificate, key: "" }), true);
});

test("it does not start when the address for HTTPS is taken, with one thread or several", async (t) => {
  const taken = await startBackend(t, () => {});
  for (const threads of ["1", "2"]) {
    const variables = { ...testEnvironment, TURNPIKE_THREADS: threads, TURNPIKE_GATEWAY_TLS: `127.0.0.1:${taken}` };
    const run = await runCommand(t, ["up", "--data", temporaryFolder(t)], variables);
    const message = `turnpike: cannot listen on 127.0.0.1:${taken}: another program listens there\n`;
    assert.deepEqual([run.code, run.stderr, run.stdout], [1, message, ""]);
  }
});

test("it does not start with a certificate that cannot be served, and names the file", async (t) => {
  const data = temporaryFolder(t);
  const flags = ["--gateway-tls", "127.0.0.1:0", "--tls-certificate", "none.crt", "--tls-key", "none.key"];
  const run = await runCommand(t, ["up", "--data", data, ...flags], testEnvironment);
  assert.deepEqual([run.code, run.stderr, run.stdout], [1, "turnpike: there is no none.crt\n", ""]);
});
