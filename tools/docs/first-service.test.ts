import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { formatAddress } from "../../src/config/setting.ts";
import { startTurnpike } from "../../test/harness/turnpike.ts";

const root = join(import.meta.dirname, "../..");

test("the commands of the first-service guide, run as they are written, answer what it says", async (t) => {
  const { app, data, port } = await startTurnpike(t);
  const commands = shellBlocks("docs/guides/first-service.md")
    .replaceAll("npm run -s turnpike --", `"${process.execPath}" "${join(root, "src/main.ts")}"`)
    .replaceAll("8080", String(port))
    .replaceAll("3000", String(await freePort()));
  const { code, output } = await runShell(commands, {
    TURNPIKE_DATA: data,
    TURNPIKE_MANAGEMENT: formatAddress(app.management),
  });

  assert.equal(code, 0, output);
  const expected = [
    "There is no api match uri",
    "a validate authorization header is required",
    "HTTP/1.1 200 OK",
    "GET /orders",
    "GET /orders",
    "GET /orders",
    "429",
    "GET /v2/orders",
    "GET /orders",
  ];
  let at = 0;
  for (const words of expected) {
    at = output.indexOf(words, at);
    assert.notEqual(at, -1, `${words} is missing in: ${output}`);
    at += words.length;
  }
  assert.doesNotMatch(output, /"Error"/);
});

function shellBlocks(page: string): string {
  const source = readFileSync(join(root, page), "utf8");
  return [...source.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = ""]) => block).join("\n");
}

async function runShell(
  script: string,
  variables: NodeJS.ProcessEnv,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn("bash", ["-c", `set -eo pipefail\n${script}`], {
    env: { PATH: process.env["PATH"], ...variables },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { output: await text(child.stdout), code: await ended };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
