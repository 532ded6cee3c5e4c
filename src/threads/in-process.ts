import { createGateway, type Gateway } from "../gateway/gateway.ts";
import { RateTable } from "../gateway/limits/rate-counters.ts";
import { SharedWindows } from "../gateway/limits/shared-windows.ts";
import { AccessLog } from "../observability/access-log.ts";
import type { Logger } from "../observability/logger.ts";
import { createMetrics } from "../observability/metrics.ts";
import { ThreadMetrics } from "../observability/thread-metrics.ts";
import type { GatewayThreads } from "./gateway-threads.ts";
import type { Ports } from "./messages.ts";
import type { WorkerPoolOptions } from "./worker-pool.ts";

interface InProcessOptions extends Omit<WorkerPoolOptions, "threads" | "log" | "data"> {
  /** Without memory for rates: nobody else counts them. */
  readonly data: Omit<WorkerPoolOptions["data"], "rateCounters">;
  /** Whether this system lets several sockets listen on a port. */
  readonly canSharePort: boolean;
  readonly log: Logger;
}

/**
 * The gateway in the main thread, for `--threads 1`: nothing is copied to another thread, so it starts sooner and takes less
 * memory.
 */
export async function serveInProcess(options: InProcessOptions): Promise<GatewayThreads> {
  const { data, source, quotas, accessLog: sink, log } = options;
  const accessLog: AccessLog | undefined =
    sink &&
    new AccessLog({
      sink: { write: (lines) => sink.write(lines), close: async () => {} },
      onFailure: (error) => log.error({ err: error }, "the access log cannot be written, its lines are lost"),
      onRecovery: () => log.warn({ droppedLines: accessLog?.droppedLines }, "the access log is written again"),
    });
  const metrics = createMetrics({
    droppedLogLines: () => accessLog?.droppedLines ?? 0,
    isAccessLogFailing: () => accessLog?.isFailing ?? false,
  });
  const threadMetrics = new ThreadMetrics(() => 1);
  const gateway = createGateway({
    counters: new RateTable(),
    windows: new SharedWindows(data.windows),
    quotas,
    settings: data.settings,
    metrics,
    log,
    ...(accessLog && { accessLog }),
  });
  const unsubscribe = await source.subscribe((delta) => {
    const takenOver = quotas.apply(delta);
    try {
      gateway.apply(delta);
    } finally {
      takenOver();
    }
  });
  const ports = await listen(gateway, options).catch(async (error: unknown) => {
    await gateway.close({ drainMs: 0 });
    unsubscribe();
    throw error;
  });
  return {
    ...ports,
    useCertificates: (certificates) => gateway.useCertificates(certificates),
    // The feed hands a step over in one turn.
    applied: async () => {},
    metrics: async () => [await metrics.values(), await threadMetrics.values()],
    replaceAll: async () => false,
    async close({ drainMs }) {
      await gateway.close({ drainMs });
      unsubscribe();
      await accessLog?.close();
    },
  };
}

async function listen(gateway: Gateway, { host, port, tls, canSharePort }: InProcessOptions): Promise<Ports> {
  const sharing = { isShared: canSharePort };
  const address = await gateway.listen(host, port, sharing);
  if (tls === null) return { port: address.port, tlsPort: null };
  gateway.useCertificates(tls.certificates);
  const tlsAddress = await gateway.listenTls(tls.host, tls.port, sharing);
  return { port: address.port, tlsPort: tlsAddress.port };
}
