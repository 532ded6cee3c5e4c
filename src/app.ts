import { randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import { controlSettings, gatewaySettings } from "./config/sections.ts";
import type { Address } from "./config/setting.ts";
import type { Config } from "./config/settings.ts";
import { createControl } from "./control/call.ts";
import { createDocumentSite } from "./control/document-site.ts";
import { ensureRootAccount, type RootAccount, rootAccountFile } from "./control/root-account.ts";
import { listenManagement } from "./control/server.ts";
import type { Surroundings } from "./control/surroundings.ts";
import { createTagProduct } from "./control/tag/tag-product.ts";
import { findUnreadableSecrets } from "./control/unreadable-secrets.ts";
import { isAliasOf } from "./domains/alias.ts";
import { findCertificate } from "./domains/certificate-folder.ts";
import { ensureSelfSigned } from "./domains/gateway-certificate.ts";
import { ServedCertificates } from "./domains/served-certificates.ts";
import { systemClock } from "./gateway/clock.ts";
import { Quotas } from "./gateway/limits/quotas.ts";
import { rateCounterMemory } from "./gateway/limits/rate-counters.ts";
import { windowMemory } from "./gateway/limits/shared-windows.ts";
import { openLogFile, streamSink } from "./observability/log-file.ts";
import { LogSearch } from "./observability/log-search.ts";
import type { LogSink } from "./observability/log-sink.ts";
import { createLogger, type Logger } from "./observability/logger.ts";
import { processMetrics, summarise } from "./observability/metrics.ts";
import { createSnapshotFeed } from "./snapshot/follow.ts";
import { openDataFolder } from "./store/data-folder.ts";
import { lockDataFolder } from "./store/data-folder-lock.ts";
import { serveInProcess } from "./threads/in-process.ts";
import { probeGatewayAddress } from "./threads/probe.ts";
import { WorkerPool } from "./threads/worker-pool.ts";

const accessLogFile = "access.log";
const certificateFolder = "certificates";
/** How often changes written by another process (such as `turnpike account`) are looked for. */
const pollIntervalMs = 1_000;

export interface App {
  readonly management: Address;
  readonly gateway: Address;
  /** Null: no HTTPS. */
  readonly gatewayTls: Address | null;
  readonly rootAccount: RootAccount;
  readonly logger: Logger;
  /** Reads the certificates again, which is done now and then anyway. */
  reloadCertificates(): Promise<void>;
  /** Replaces the threads that serve callers one after another, without losing a call. */
  replaceThreads(): Promise<void>;
  /** Stops accepting, lets what runs finish within the configured time, flushes and closes everything. */
  stop(): Promise<void>;
}

/** Puts all parts together and starts them. Nothing is left open when it rejects. */
export async function startApp(config: Config): Promise<App> {
  const logger = createLogger(config.logLevel);
  const stack = new AsyncDisposableStack();
  try {
    stack.defer(lockDataFolder(config.data));
    const store = await openDataFolder({ folder: config.data, masterKey: config.masterKey });
    stack.defer(() => store.close());
    const rootAccount = await ensureRootAccount(
      store,
      {
        file: join(config.data, rootAccountFile),
        appId: config.rootAppId,
        secretId: config.rootSecretId,
        secretKey: config.rootSecretKey,
      },
      Date.now(),
    );

    const onUnreadable = (record: string) =>
      logger.error({ record }, "a secret cannot be decrypted; its record is not served, all others are");
    for (const record of await findUnreadableSecrets(store)) onUnreadable(record);

    const accessLog = await openAccessLog(config);
    stack.defer(() => accessLog?.close());
    const settings = gatewaySettings(config);
    const quotas = new Quotas({
      source: store.quotas,
      clock: systemClock,
      leaseTimeoutMs: settings.timeouts.quotaLeaseMs,
      onFailure: (error) =>
        logger.error({ err: error }, "the quota ledger failed; calls it would have to count are refused"),
    });
    stack.defer(() => quotas.close());
    const feed = createSnapshotFeed(store, {
      domain: config.domain,
      serviceRate: config.maxStrategyRate,
      pollIntervalMs,
      onError: (error) => logger.error({ err: error }, "the snapshot could not follow the store; the last one serves"),
      onUnreadable,
    });
    stack.defer(() => feed.close());
    const certificates = config.gatewayTls === null ? null : await openCertificates(config, logger);
    stack.defer(() => certificates?.close());
    const canShare = await probeGatewayAddresses(config);
    if (!canShare && config.threads > 1) logger.info("this system does not let threads share a port; one serves");
    const serving = {
      ...config.gateway,
      tls: certificates && config.gatewayTls && { ...config.gatewayTls, certificates: certificates.current },
      data: { settings, windows: windowMemory(), logLevel: config.logLevel },
      source: feed,
      quotas,
      accessLog,
      log: logger,
    };
    const threads =
      canShare && config.threads > 1
        ? await WorkerPool.start({
            ...serving,
            data: { ...serving.data, rateCounters: rateCounterMemory() },
            threads: config.threads,
          })
        : await serveInProcess({ ...serving, canSharePort: canShare });
    stack.defer(() => threads.close({ drainMs: config.drainSeconds * 1_000 }));
    certificates?.follow((changed) => threads.useCertificates(changed));

    const changesApplied = async () => {
      await feed.catchUp();
      await threads.applied();
    };

    let isReady = true;
    const control = createControl({
      store,
      surroundings: surroundingsOf(config, certificates),
      settings: controlSettings(config),
      clock: Date.now,
      random: randomBytes,
      uuid: randomUUID,
      quotaUse: (leased) => quotas.used(leased),
      changesApplied,
      logger,
    });
    const probes = {
      isAlive: () => true,
      isReady: () => isReady,
      warnings: () => warningsOf(feed.unreadableCount),
      metrics: async () => {
        const ofProcess = await processMetrics({ unreadableRecords: feed.unreadableCount });
        return summarise([...(await threads.metrics()), ofProcess]);
      },
    };
    const tags = createTagProduct({
      store,
      signedHosts: config.signedHosts,
      actionRate: config.actionRate,
      clock: Date.now,
      uuid: randomUUID,
      changesApplied,
      logger,
    });
    const documents = createDocumentSite({ store, clock: systemClock.monotonic, logger });
    const management = await listenManagement({ control, tags, probes, documents, logger }, config.management);
    stack.defer(() => management.close());

    return {
      management: { host: config.management.host, port: management.address.port },
      gateway: { host: config.gateway.host, port: threads.port },
      gatewayTls:
        config.gatewayTls && threads.tlsPort !== null ? { ...config.gatewayTls, port: threads.tlsPort } : null,
      rootAccount,
      logger,
      async reloadCertificates() {
        if (certificates === null) logger.info("there are no certificates to read again: HTTPS is off");
        else await certificates.reload();
      },
      async replaceThreads() {
        const areReplaced = await threads.replaceAll({ drainMs: config.drainSeconds * 1_000 });
        if (!areReplaced) logger.info("there are no threads to replace: the main thread serves callers");
      },
      stop() {
        isReady = false;
        return stack.disposeAsync();
      },
    };
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}

function warningsOf(unreadableCount: number): readonly string[] {
  return unreadableCount === 0 ? [] : [`not served, as their secrets cannot be decrypted: ${unreadableCount}`];
}

/** For HTTPS: those of custom domains, and the gateway's own. */
function openCertificates(config: Config, log: Logger): Promise<ServedCertificates> {
  const { data, domain, tlsCertificate, tlsKey } = config;
  const fallback =
    tlsCertificate !== null && tlsKey !== null
      ? { certificateFile: tlsCertificate, keyFile: tlsKey }
      : ensureSelfSigned(data, domain, new Date());
  return ServedCertificates.open({ fallback, folder: join(data, certificateFolder), log });
}

async function probeGatewayAddresses({ gateway, gatewayTls }: Config): Promise<boolean> {
  const canShare = await probeGatewayAddress(gateway);
  return gatewayTls === null ? canShare : (await probeGatewayAddress(gatewayTls)) && canShare;
}

function surroundingsOf(config: Config, served: ServedCertificates | null): Surroundings {
  const folder = join(config.data, certificateFolder);
  return {
    logs: config.accessLog === "file" ? new LogSearch({ path: join(config.data, accessLogFile) }) : null,
    certificates: {
      async find(id) {
        // What a domain is about to name is served from the moment it does.
        await served?.take(id);
        return findCertificate(folder, id);
      },
    },
    isAliasOf: config.checkCname ? isAliasOf : null,
  };
}

/** Workers bring the lines; how they are written is one for all. */
async function openAccessLog(config: Config): Promise<LogSink | undefined> {
  if (config.accessLog === "off") return undefined;
  if (config.accessLog === "stdout") return streamSink(process.stdout);
  return openLogFile({
    path: join(config.data, accessLogFile),
    maxBytes: config.accessLogMaxMb * 1_000_000,
    keptFiles: config.accessLogFiles - 1,
  });
}
