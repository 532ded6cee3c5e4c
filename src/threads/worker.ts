import { parentPort, workerData } from "node:worker_threads";
import { createGateway } from "../gateway/gateway.ts";
import { SharedRateCounters } from "../gateway/limits/rate-counters.ts";
import { SharedWindows } from "../gateway/limits/shared-windows.ts";
import { AccessLog } from "../observability/access-log.ts";
import { createLogger } from "../observability/logger.ts";
import { createMetrics } from "../observability/metrics.ts";
import { MainPort } from "./main-port.ts";
import type { ToWorker, WorkerData } from "./messages.ts";

// Entry of a gateway thread: a gateway that gets its state from the main thread, shares counters with the other workers, and
// listens on the same port as they do.

if (parentPort === null) throw new Error("this module is started as a worker");
const main = new MainPort(parentPort);
const { settings, rateCounters, windows, logLevel, hasAccessLog } = workerData as WorkerData;

const log = createLogger(logLevel);
const accessLog: AccessLog | undefined = hasAccessLog
  ? new AccessLog({
      sink: main.lines,
      onFailure: (error) => log.error({ err: error }, "the access log cannot be written, its lines are lost"),
      onRecovery: () => log.warn({ droppedLines: accessLog?.droppedLines }, "the access log is written again"),
    })
  : undefined;
const metrics = createMetrics({
  droppedLogLines: () => accessLog?.droppedLines ?? 0,
  isAccessLogFailing: () => accessLog?.isFailing ?? false,
});
const gateway = createGateway({
  counters: new SharedRateCounters(rateCounters),
  windows: new SharedWindows(windows),
  quotas: main.quotas,
  settings,
  metrics,
  log,
  ...(accessLog && { accessLog }),
});

main.receive((order) => {
  switch (order.kind) {
    case "apply":
      apply(order);
      break;
    case "useCertificates":
      gateway.useCertificates(order.certificates);
      break;
    case "listen":
      listen(order);
      break;
    case "reportMetrics":
      metrics.values().then((values) => main.send({ kind: "metrics", values }));
      break;
    case "close":
      close(order.drainMs);
      break;
  }
});
main.send({ kind: "ready" });

function apply({ delta }: Extract<ToWorker, { kind: "apply" }>): void {
  try {
    gateway.apply(delta);
  } catch (error) {
    log.error({ err: error }, "a change could not be applied; what it replaces goes on serving");
  }
  main.send({ kind: "applied" });
}

async function listen({ plain, tls, sharesPort }: Extract<ToWorker, { kind: "listen" }>): Promise<void> {
  try {
    const { port } = await gateway.listen(plain.host, plain.port, sharesPort);
    const tlsAddress = tls === null ? null : await gateway.listenTls(tls.host, tls.port, sharesPort);
    main.send({ kind: "listening", port, tlsPort: tlsAddress?.port ?? null });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    main.send({ kind: "listenFailed", error: { ...(error as object), message } });
  }
}

async function close(drainMs: number): Promise<void> {
  await gateway.close({ drainMs });
  await accessLog?.close();
  main.send({ kind: "closed", values: await metrics.values() });
}
