import assert from "node:assert/strict";
import { test } from "node:test";
import { exchangeBytes, type Received, startEcho, startGateway } from "./running.ts";
import { api, host, httpBackend, serving } from "./state.ts";

// A gateway that authorises one path while its backend executes another has no authorisation. `/public` is open here and
// `/admin` wants a key; no spelling may reach the backend's `/admin` without one.
const spellings = [
  "/public/../admin",
  "/public/%2e%2e/admin",
  "/public/.%2e/admin",
  "/public/..;/admin",
  "/public;/../admin",
  "/public\\..\\admin",
  "/public%2f..%2fadmin",
  "/public%5c..%5cadmin",
  "/public/%252e%252e/admin",
  "/public//admin",
  "//admin",
  "/./admin",
  "/%2e/admin",
  "/public/%00admin",
  "/public/%0aadmin",
  "/public%c0%af..%c0%afadmin",
  "/public../admin",
  "/public/x#/../admin",
];

for (const policy of ["refuse", "normalise"] as const) {
  test(`no spelling of a path reaches what another API guards (${policy})`, async (t) => {
    const backend = await startEcho(t);
    const open = api({ path: "/public", backend: httpBackend(backend, "/public") }, "api-open0000");
    const guarded = api(
      { path: "/admin", authType: "SECRET", backend: httpBackend(backend, "/admin") },
      "api-admin000",
    );
    const { port } = await startGateway(t, serving([open, guarded]), { settings: { ambiguousPaths: policy } });
    for (const spelling of spellings) {
      const answer = await exchangeBytes(
        port,
        `GET /release${spelling} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
      );
      const status = Number(answer.split(" ")[1]);
      if (status !== 200) {
        assert.ok(status === 400 || status === 401 || status === 404, `${spelling}: ${answer}`);
        continue;
      }
      const { url } = JSON.parse(answer.slice(answer.indexOf("{"), answer.lastIndexOf("}") + 1)) as Received;
      assert.match(url, /^\/public/, spelling);
      // What is escaped twice is refused, or else passed on as it is: one decoding never makes it a dot segment.
      const read = policy === "refuse" ? decoded(decoded(url)) : decoded(url);
      assert.doesNotMatch(read, /(?:\/|\\)\.\.?(?:\/|\\|;|$)/, spelling);
    }
  });
}

test("refuses ambiguous paths with 400 by default and keeps the connection usable", async (t) => {
  const { port } = await startGateway(t, serving([api()]));
  const head = `HTTP/1.1\r\nHost: ${host}\r\n`;
  const answer = await exchangeBytes(
    port,
    `GET /release/a/../b ${head}\r\nGET /release/b ${head}Connection: close\r\n\r\n`,
  );
  assert.match(answer, /^HTTP\/1\.1 400 [\s\S]*\{"message":"The path holds a dot segment"\}\n[\s\S]*HTTP\/1\.1 200 /);
});

/** Every escape read as a byte. */
function decoded(url: string): string {
  const bytes = url.replaceAll(/%([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}
