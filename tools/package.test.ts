import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

const root = join(import.meta.dirname, "..");
let folder: string;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "turnpike-package-"));
  execFileSync("npm", ["pack", "--pack-destination", folder], { cwd: root, stdio: "pipe" });
  const [archive] = readdirSync(folder);
  assert.ok(archive);
  execFileSync("npm", ["init", "-y"], { cwd: folder, stdio: "pipe" });
  execFileSync("npm", ["install", "--omit=dev", `./${archive}`], { cwd: folder, stdio: "pipe" });
});

after(() => rmSync(folder, { recursive: true, force: true }));

test("the packed package, installed into an empty folder, starts with `turnpike up` and stops on SIGTERM", async () => {
  // The runtime that runs this test stands in for a user's own Node: the package does not bring one.
  const server = spawn(
    process.execPath,
    [join(folder, "node_modules/.bin/turnpike"), "up", "--management", "127.0.0.1:0", "--gateway", "127.0.0.1:0"],
    { cwd: folder, stdio: ["ignore", "pipe", "inherit"] },
  );
  try {
    const management = await firstMatch(server.stdout, /management\s+(http:\/\/\S+)/);
    const ready = await fetch(`${management}/readyz`);
    assert.equal(ready.status, 200);
  } finally {
    server.kill("SIGTERM");
  }
  const [code] = await new Promise<[number | null]>((resolve) => server.on("exit", (exitCode) => resolve([exitCode])));
  assert.equal(code, 0);
});

test("the package brings neither TypeScript sources nor a Node of its own", () => {
  const installed = join(folder, "node_modules");
  assert.ok(!readdirSync(join(installed, "turnpike-gateway")).includes("src"));
  assert.deepEqual(
    readdirSync(installed).filter((name) => name.startsWith("node-")),
    [],
  );
});

async function firstMatch(stream: NodeJS.ReadableStream, pattern: RegExp): Promise<string> {
  let seen = "";
  for await (const chunk of stream) {
    seen += chunk;
    const match = pattern.exec(seen);
    if (match?.[1]) return match[1];
  }
  throw new Error(`ended without ${pattern}: ${seen}`);
}
