import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openDataFolder } from "../../src/store/data-folder.ts";
import { apis, type BenchKey } from "../cases.ts";
import { freePort, listening, type Started, startProcess } from "../processes.ts";
import type { Gateway, Site } from "./gateway.ts";
import { Management, rootKey } from "./turnpike-management.ts";

const checkout = join(import.meta.dirname, "..", "..");

/** This checkout, started as a user starts it: access log and metrics on, one gateway thread. */
export const turnpike: Gateway = {
  name: "turnpike",
  title: "Turnpike",
  checks: true,
  install: "npm ci",
  isInstalled: () => true,
  version: () => (JSON.parse(readFileSync(join(checkout, "package.json"), "utf8")) as { version: string }).version,
  async start(site) {
    const { started, managementPort, gatewayPort } = await startTurnpike(join(site.folder, "data"));
    const host = await setUp(new Management(managementPort), site);
    return { port: gatewayPort, pid: started.pid, address: { host, prefix: "/release" }, stop: started.stop };
  },
};

/** Starts the program on free ports and resolves once both listeners accept. */
export async function startTurnpike(
  dataFolder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<{ started: Started; managementPort: number; gatewayPort: number }> {
  const managementPort = await freePort();
  const gatewayPort = await freePort();
  const addresses = ["--management", `127.0.0.1:${managementPort}`, "--gateway", `127.0.0.1:${gatewayPort}`];
  const started = startProcess(
    process.execPath,
    [join(checkout, "src", "main.ts"), "up", "--data", dataFolder, ...addresses],
    {
      environment: {
        NODE_ENV: "production",
        TURNPIKE_ROOT_APP_ID: String(rootKey.appId),
        TURNPIKE_ROOT_SECRET_ID: rootKey.secretId,
        TURNPIKE_ROOT_SECRET_KEY: rootKey.secretKey,
        TURNPIKE_ACTION_RATE: "0",
        TURNPIKE_MAX_SERVICES: "100000",
        TURNPIKE_MAX_APIS_PER_SERVICE: "100000",
        TURNPIKE_MAX_USAGE_PLANS: "1000000",
        TURNPIKE_MAX_API_KEYS: "10000000",
        TURNPIKE_DRAIN_SECONDS: "1",
        TURNPIKE_THREADS: "1",
        ...settings,
      },
    },
  );
  await listening(started, managementPort, 120_000);
  await listening(started, gatewayPort, 120_000);
  return { started, managementPort, gatewayPort };
}

/** Publishes the APIs with a limit at every level that has one; resolves with the service's host name. */
async function setUp(management: Management, { folder, backendPort, keys }: Site): Promise<string> {
  const service = await management.call("CreateService", { ServiceName: "bench", Protocol: "http" });
  const ServiceId = service.text("ServiceId");
  const apiIds: string[] = [];
  for (const { name, method, path } of apis) {
    const api = await management.call("CreateApi", {
      ...{ ServiceId, ApiName: name, ServiceType: "HTTP", ServiceTimeout: 15, Protocol: "HTTP", AuthType: "SECRET" },
      RequestConfig: { Path: path, Method: method },
      ServiceConfig: { Url: `http://127.0.0.1:${backendPort}`, Path: path, Method: method },
    });
    apiIds.push(api.text("ApiId"));
  }
  await management.call("ReleaseService", { ServiceId, EnvironmentName: "release", ReleaseDesc: "bench" });

  const unspendable = { MaxRequestNum: 99_999_999 };
  const planIds = [
    await addPlan(management, "open", unspendable, keys.open),
    await addPlan(management, "slow", { MaxRequestNumPreSec: 1 }, [keys.throttled]),
  ];
  const place = { ServiceId, BindType: "SERVICE", Environment: "release" };
  await management.call("BindEnvironment", { ...place, UsagePlanIds: planIds });
  await setLimits(join(folder, "data"), ServiceId, apiIds);
  return service.text("OuterSubDomain");
}

/**
 * Service and API get limits too high to be met, so that they are counted. The management API admits 5,000 calls a second
 * at most, so they are written to the store, which the running program follows.
 */
async function setLimits(folder: string, serviceId: string, apiIds: readonly string[]): Promise<void> {
  const limit = { serviceId, environment: "release", rate: 1_000_000 } as const;
  const store = await openDataFolder({ folder, masterKey: null });
  await store.write(async (tx) => {
    await tx.strategies.setService(limit);
    await tx.strategies.setApis(apiIds.map((apiId) => ({ ...limit, apiId })));
  });
  await store.close();
  // It looks for what other processes wrote once a second.
  await wait(2_000);
}

async function addPlan(
  management: Management,
  name: string,
  limits: object,
  keys: readonly BenchKey[],
): Promise<string> {
  const planId = (await management.call("CreateUsagePlan", { UsagePlanName: name, ...limits })).text("UsagePlanId");
  for (const { id, secret } of keys) await addKey(management, planId, id, secret);
  return planId;
}

async function addKey(management: Management, planId: string, id: string, secret: string): Promise<void> {
  const pair = { AccessKeyType: "manual", AccessKeyId: id, AccessKeySecret: secret };
  await management.call("CreateApiKey", { SecretName: id, ...pair });
  await management.call("BindSecretIds", { UsagePlanId: planId, AccessKeyIds: [id] });
}
