import assert from "node:assert/strict";
import { test } from "node:test";
import { runCommand } from "../harness/process.ts";

/** A command line, what its user is told, and the variables it ran with. */
type Case = readonly [args: readonly string[], told: RegExp, variables?: NodeJS.ProcessEnv];

const commands: readonly Case[] = [
  [[], /^Usage: turnpike/],
  [["upp"], /unknown command 'upp'\n\(Did you mean up\?\)/],
  [["account"], /^Usage: turnpike account/],
  [["account", "lst"], /unknown command 'lst'\n\(Did you mean list\?\)/],
  [["account", "add"], /missing required argument 'name'/],
  [["account", "add", " "], /an account needs a name/],
  [["account", "add", "x", "--app-id", "zz"], /--app-id must be a number/],
  [["account", "add-key", "x1"], /AppId must be a number/],
  [["account", "remove-key"], /missing required argument 'secretId'/],
  [["call"], /missing required argument 'action'/],
  [["call", "A", "stray"], /expected --Name value, found "stray"/],
  [["call", "A", "--Name"], /--Name has no value/],
  [["call", "A", "--json", "[1]"], /--json must be one JSON object/],
  [["call", "A", "--json", "{}", "--Limit", "1"], /--json replaces all other parameters/],
  [["curl"], /missing required argument 'url'/],
  [["curl", "ftp://host/"], /only http:\/\/ and https:\/\/ URLs/],
  [["curl", "ht!tp://x y"], /"ht!tp:\/\/x y" is not a URL/],
  [["curl", "127.0.0.1:1", "-H", "nocolon"], /a header is written as "Name: value"/],
  [["curl", "127.0.0.1:1", "-H", "Bad\nName: x"], /valid HTTP token/],
  [["curl", "127.0.0.1:1", "-X", "BAD METHOD"], /valid HTTP token/],
  [["demo", "--exti"], /unknown option '--exti'\n\(Did you mean --exit\?\)/],
  [["settings", "extra"], /too many arguments for 'settings'/],
];

const values: readonly Case[] = [
  [["up", "--dat", "x"], /unknown option '--dat'\n\(Did you mean --data\?\)/],
  [["up", "stray"], /too many arguments for 'up'/],
  [["up", "--data", ""], /--data must not be empty/],
  [["up", "--threads", "x"], /--threads must be a whole number, from 1 to 256, not "x"/],
  [["up", "--gateway", "host"], /--gateway must be HOST:PORT, such as 127\.0\.0\.1:7080, not "host"/],
  [["up", "--management", "a:99999"], /--management must be HOST:PORT/],
  [["up", "--management", "h:1", "--gateway", "h:1"], /must not share an address/],
  [["up", "--role", "king"], /--role must be one of all, control, gateway, not "king"/],
  [["up", "--gateway", "h:1", "--gateway-tls", "h:1"], /--gateway and --gateway-tls must not share an address/],
  [["up", "--tls-key", "k.pem"], /--tls-certificate and --tls-key must be set together/],
  [["up"], /TURNPIKE_THREDS is not a setting of Turnpike; "turnpike settings" lists them/, { TURNPIKE_THREDS: "2" }],
  [["up"], /TURNPIKE_ACTION_RATE must be a whole number, 0 or more, not "-1"/, { TURNPIKE_ACTION_RATE: "-1" }],
  [["up"], /TURNPIKE_PATH_STYLE must be true or false, not "maybe"/, { TURNPIKE_PATH_STYLE: "maybe" }],
  [
    ["up"],
    /TURNPIKE_TRUSTED_PROXIES must be CIDR blocks, such as \S+, not "lb"/,
    { TURNPIKE_TRUSTED_PROXIES: "::1,lb" },
  ],
  [["up"], /TURNPIKE_BLOCKED_BACKENDS must be CIDR.* not "::\/129"/, { TURNPIKE_BLOCKED_BACKENDS: "::/129" }],
  [["up"], /TURNPIKE_METHOD_MISMATCH must be one of 404, 405, not "400"/, { TURNPIKE_METHOD_MISMATCH: "400" }],
  [["call", "A"], /SECRET_ID and TURNPIKE_SECRET_KEY must be set together/, { TURNPIKE_SECRET_KEY: "x" }],
  [["up"], /SECRET_ID and TURNPIKE_ROOT_SECRET_KEY must be set together/, { TURNPIKE_ROOT_SECRET_ID: "x" }],
];

for (const [what, cases] of [
  ["a mistyped command", commands],
  ["an impossible value", values],
] as const) {
  test(`${what} is explained on standard error and ends with 2`, async (t) => {
    for (const [args, told, variables] of cases) {
      const { code, stdout, stderr } = await runCommand(t, args, variables);
      const line = `turnpike ${args.join(" ")}`;
      assert.match(stderr, told, line);
      assert.doesNotMatch(stderr, /\n {4}at /, `${line} prints a stack`);
      assert.deepEqual([code, stdout], [2, ""], line);
    }
  });
}
