import assert from "node:assert/strict";
import { test } from "node:test";
import { settings } from "../../src/config/settings.ts";
import { runCommand } from "../harness/process.ts";

test("every command explains itself and its options", async (t) => {
  const expected: readonly (readonly [args: readonly string[], told: readonly string[]])[] = [
    [["--help"], ["up [options]", "call [options] <action>", "curl [options] <url>", "account", "settings", "demo"]],
    [
      ["help", "up"],
      ["--data <dir>", "TURNPIKE_DATA", "--management", "--gateway", "--threads", "turnpike settings"],
    ],
    [
      ["call", "--help"],
      ["--region", "--json", "AccessKeyIds.0", "TURNPIKE_SECRET_ID"],
    ],
    [
      ["curl", "--help"],
      ["--key <id>", "--request", "--header", "--data-raw", "--include", "--fail"],
    ],
    [
      ["account", "--help"],
      ["list", "add [options] <name>", "add-key [options] <appId>", "remove-key [options] <secretId>"],
    ],
    [
      ["account", "add", "--help"],
      ["--app-id", "--data"],
    ],
    [["demo", "--help"], ["--exit"]],
  ];
  for (const [args, told] of expected) {
    const { code, stdout, stderr } = await runCommand(t, args);
    for (const text of told) assert.ok(stdout.includes(text), `${args.join(" ")} does not tell ${text}`);
    assert.deepEqual([code, stderr], [0, ""], args.join(" "));
  }
  assert.match((await runCommand(t, ["--version"])).stdout, /^\d+\.\d+\.\d+\n$/);
});

test("settings lists every setting with the value in force, and of secrets only that they are set", async (t) => {
  const secret = "canary-secret-of-the-root-account";
  const { code, stdout } = await runCommand(t, ["settings"], {
    TURNPIKE_ROOT_SECRET_ID: "AKIDroot",
    TURNPIKE_ROOT_SECRET_KEY: secret,
    TURNPIKE_DRAIN_SECONDS: "7",
    TURNPIKE_GATEWAY: "[::1]:99",
  });
  assert.equal(code, 0);
  for (const { env } of Object.values(settings)) assert.match(stdout, new RegExp(`^${env}=`, "m"));
  assert.match(stdout, /^TURNPIKE_DRAIN_SECONDS=7$/m);
  assert.match(stdout, /^TURNPIKE_GATEWAY=\[::1\]:99 /m);
  assert.match(stdout, /^TURNPIKE_ROOT_SECRET_KEY=\(set\)$/m);
  assert.ok(!stdout.includes(secret));
});
