import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type App, startApp } from "../../app.ts";
import { readConfig } from "../../config/config.ts";
import { formatAddress } from "../../config/setting.ts";
import { connect } from "./manage.ts";
import { nextSteps } from "./next-steps.ts";
import { type SampleBackend, startSampleBackend } from "./sample-backend.ts";
import { type Outcome, playScenario } from "./scenario.ts";
import { type DemoSetup, setUp } from "./setup.ts";

/** Where the demo that stays up keeps its data; made anew at every start. */
const demoDataFolder = join("data", "demo");

/** `turnpike demo`: resolves with 0 when every call came out as expected, else 1. */
export async function demo(options: {
  readonly exits: boolean;
  readonly environment: NodeJS.ProcessEnv;
}): Promise<number> {
  const data = options.exits ? await mkdtemp(join(tmpdir(), "turnpike-demo-")) : demoDataFolder;
  await rm(data, { recursive: true, force: true });
  const addresses = options.exits
    ? { management: "127.0.0.1:0", gateway: "127.0.0.1:0" }
    : { gateway: "127.0.0.1:8080" };
  const config = readConfig(
    { data, ...addresses },
    {
      // A few calls are served soonest by one thread.
      TURNPIKE_THREADS: "1",
      ...options.environment,
      TURNPIKE_LOG_LEVEL: "warn",
    },
  );
  const backend = await startSampleBackend();
  const app = await startApp(config).catch(async (error: unknown) => {
    await backend.close();
    throw error;
  });
  try {
    const { setup, isGood } = await show(app, backend);
    if (!options.exits) {
      process.stdout.write(nextSteps(setup, app, data));
      await interrupted();
    }
    return isGood ? 0 : 1;
  } finally {
    await app.stop();
    await backend.close();
    if (options.exits) await rm(data, { recursive: true, force: true });
  }
}

async function show(app: App, backend: SampleBackend): Promise<{ setup: DemoSetup; isGood: boolean }> {
  const gateway = `http://${formatAddress(app.gateway)}`;
  const { manage, via } = await connect(app.management, app.rootAccount.key);
  process.stdout.write(
    `management  http://${formatAddress(app.management)}\ngateway     ${gateway}\nset up by   ${via}\n\n`,
  );
  const setup = await setUp(manage, backend.url);
  process.stdout.write(row("", "call", "expected", "got", "answer"));
  let isGood = true;
  for await (const outcome of playScenario(setup, manage, gateway)) {
    process.stdout.write(line(outcome));
    isGood &&= outcome.isExpected;
  }
  process.stdout.write(
    isGood ? "\nEvery call came out as expected.\n" : "\nSome calls did not come out as expected.\n",
  );
  return { setup, isGood };
}

function line({ title, expected, actual, why, isExpected }: Outcome): string {
  return row(isExpected ? "ok" : "NO", title, expected, actual, why);
}

function row(mark: string, title: string, expected: string, actual: string, why: string): string {
  return `${mark.padEnd(3)}${title.padEnd(42)} ${expected.padEnd(29)} ${actual.padEnd(5)} ${why}\n`;
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}
