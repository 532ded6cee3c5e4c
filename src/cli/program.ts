import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import { Command, CommanderError, Option } from "commander";
import { type Flags, readConfig } from "../config/config.ts";
import type { Setting } from "../config/setting.ts";
import { type Config, type SettingName, settings } from "../config/settings.ts";
import { call } from "./call.ts";
import { curl } from "./curl.ts";
import { describeFailure } from "./failure.ts";
import { listSettings } from "./list-settings.ts";

// What opens a store or a listener is loaded only by the commands that need it: the others answer at once.
const up = async (config: Config) => (await import("./up.ts")).up(config);
const listAccounts = async (config: Config) => (await import("./account.ts")).listAccounts(config);
const addAccount = async (config: Config, name: string, appId: string | undefined) =>
  (await import("./account.ts")).addAccount(config, name, appId);
const addAccountKey = async (config: Config, appId: string) =>
  (await import("./account.ts")).addAccountKey(config, appId);
const removeAccountKey = async (config: Config, secretId: string) =>
  (await import("./account.ts")).removeAccountKey(config, secretId);
const demo = async (options: { exits: boolean; environment: NodeJS.ProcessEnv }) =>
  (await import("./demo/demo.ts")).demo(options);

/** Runs the command line; resolves with the exit code. 0: done, 1: it failed, 2: it was written wrongly. */
export async function run(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  let exitCode = 0;
  const program = describe(environment, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const failure = describeFailure(error);
    // Of a bug, all there is to know is wanted in its report.
    const shown = failure?.message ?? `unexpected failure: ${inspect(error)}`;
    process.stderr.write(`turnpike: ${shown}\n`);
    return failure?.exitCode ?? 1;
  }
}

function describe(environment: NodeJS.ProcessEnv, finish: (code: number) => void): Command {
  const config = (flags: Flags): Config => readConfig(flags, environment);
  const program = new Command("turnpike")
    .description("A self-hosted API gateway: keys and usage plans in front of your backends.")
    .version(version(), "-V, --version", "print the version")
    .showHelpAfterError("(add --help for what can be written)")
    .exitOverride();

  withSettings(program.command("up").description("start the management API and the gateway"), [
    "data",
    "management",
    "gateway",
    "gatewayTls",
    "tlsCertificate",
    "tlsKey",
    "threads",
    "role",
  ])
    .addHelpText("after", '\nEvery setting also has an environment variable; "turnpike settings" lists them all.')
    .action(async (flags: Flags) => finish(await up(config(flags))));

  withSettings(
    program
      .command("call <action> [parameters...]")
      .description("make a signed management call, such as: turnpike call DescribeServicesStatus --Limit 5"),
    ["data", "management"],
  )
    .option("--region <region>", "region the call is for", "ap-guangzhou")
    .option("--json <object>", "parameters as one JSON object instead")
    .allowUnknownOption()
    .addHelpText(
      "after",
      `
Parameters are written as the API spells them: --UsagePlanId usagePlan-1 --AccessKeyIds.0 AKID1
The root account's key is read from the data folder; TURNPIKE_SECRET_ID and TURNPIKE_SECRET_KEY name another one.`,
    )
    .action(async (action: string, parameters: string[], options) =>
      finish(await call(config(pick(options)), action, parameters, options)),
    );

  withSettings(program.command("curl <url>").description("make a gateway call, signed when --key or --app is given"), [
    "data",
    "management",
  ])
    .option("--key <id>", "AccessKeyId to sign with; its secret is fetched through the management API")
    .option("--app <id>", "ApiAppId to sign as, for APIs of AuthType APP")
    .option("--region <region>", "region of the key or app", "ap-guangzhou")
    .option("-X, --request <method>", "method; GET, or POST with --data-raw")
    .option("-H, --header <line>", "header line, repeatable", (line, lines: string[]) => [...lines, line], [])
    .option("-d, --data-raw <text>", "request body")
    .option("-i, --include", "print the status line and headers too")
    .option("-f, --fail", "exit with 22 when the status is 400 or more")
    .action(async (url: string, options) => finish(await curl(config(pick(options)), url, options)));

  const account = program.command("account").description("accounts that may use the management API");
  withSettings(account.command("list").description("list accounts and their SecretIds"), ["data"]).action(
    async (flags: Flags) => finish(await listAccounts(config(flags))),
  );
  withSettings(account.command("add <name>").description("create an account and print its key"), ["data"])
    .option("--app-id <number>", "account number; made up when left out")
    .action(async (name: string, options) => finish(await addAccount(config(pick(options)), name, options.appId)));
  withSettings(account.command("add-key <appId>").description("give an account one more key and print it"), [
    "data",
  ]).action(async (appId: string, flags: Flags) => finish(await addAccountKey(config(flags), appId)));
  withSettings(account.command("remove-key <secretId>").description("remove a key; the last of an account stays"), [
    "data",
  ]).action(async (secretId: string, flags: Flags) => finish(await removeAccountKey(config(flags), secretId)));

  program
    .command("settings")
    .description("list every setting with its variable, default and value in force")
    .action(() => finish(listSettings(config({}))));

  program
    .command("demo")
    .description("start everything with a sample service, plan and keys, and show calls passing, refused and throttled")
    .option("--exit", "use free ports, stop afterwards; exit with 0 only if every call came out as expected")
    .action(async (options) => finish(await demo({ exits: options.exit === true, environment })));

  return program;
}

function withSettings(command: Command, names: readonly SettingName[]): Command {
  for (const name of names) {
    const setting: Setting<unknown> = settings[name];
    if (setting.flag === undefined) continue;
    const shown = setting.shownDefault ?? String(setting.default);
    command.addOption(new Option(setting.flag, `${setting.help} [${setting.env}, default: ${shown}]`));
  }
  return command;
}

/** Of a command's options, those that are settings. */
function pick(options: Record<string, unknown>): Flags {
  return Object.fromEntries(
    Object.entries(options).filter(([name, value]) => name in settings && typeof value === "string"),
  ) as Flags;
}

function version(): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
  );
  return manifest.version;
}
