import type { TestContext } from "node:test";
import { type App, startApp } from "../../src/app.ts";
import { readConfig } from "../../src/config/config.ts";
import type { ManagementKey } from "../../src/model/account.ts";
import { addAccount, type Client, type Credentials, sdkClient } from "./sdk.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export interface Turnpike {
  readonly app: App;
  readonly data: string;
  /** Where the gateway listens on loopback. */
  readonly port: number;
  /** The official SDK, signing as the root account in Guangzhou unless told otherwise. */
  client(options?: { readonly region?: string; readonly account?: Credentials }): Client;
  addAccount(): Promise<ManagementKey>;
}

/** Variables every test starts with: free ports, one thread, no limit of management calls, no noise. */
export const testEnvironment: NodeJS.ProcessEnv = {
  TURNPIKE_MANAGEMENT: "127.0.0.1:0",
  TURNPIKE_GATEWAY: "127.0.0.1:0",
  TURNPIKE_ACTION_RATE: "0",
  TURNPIKE_DRAIN_SECONDS: "5",
  TURNPIKE_THREADS: "1",
  TURNPIKE_LOG_LEVEL: "warn",
};

/** The whole program in this process, with a data folder of its own; gone when the test ends. */
export async function startTurnpike(
  t: Pick<TestContext, "after">,
  variables: NodeJS.ProcessEnv = {},
): Promise<Turnpike> {
  const data = temporaryFolder(t);
  const app = await startApp(readConfig({ data }, { ...testEnvironment, ...variables }));
  t.after(() => app.stop());
  return {
    app,
    data,
    port: app.gateway.port,
    client: ({ region, account = app.rootAccount.key } = {}) => sdkClient(app.management, account, region),
    addAccount: () => addAccount(data),
  };
}
