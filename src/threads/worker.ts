import type { Socket } from "node:net";
import { parentPort, workerData } from "node:worker_threads";
import { createGateway } from "../gateway/gateway.ts";
import { RateTable } from "../gateway/limits/rate-counters.ts";
import { SharedWindows } from "../gateway/limits/shared-windows.ts";
import type { DrainTimes, Listening, PortSharing } from "../gateway/transport/http-transport.ts";
import { AccessLog } from "../observability/access-log.ts";
import { createLogger } from "../observability/logger.ts";
import { createMetrics } from "../observability/metrics.ts";
import type { SnapshotDelta } from "../snapshot/delta.ts";
import { join, unpack } from "./delta-parts.ts";
import { inheritListeners } from "./inherit-listeners.ts";
import { MainPort } from "./main-port.ts";
import type { ToWorker, WorkerData } from "./messages.ts";

type ListenOrder = Extract<ToWorker, { kind: "listen" }>;

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
  counters: new RateTable(rateCounters),
  windows: new SharedWindows(windows),
  quotas: main.quotas,
  settings,
  metrics,
  log,
  ...(accessLog && { accessLog }),
});

/** Of the delta that is arriving. */
const parts: SnapshotDelta[] = [];

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
      close(order.times);
      break;
  }
});
main.send({ kind: "ready" });

function apply({ part, isLast }: Extract<ToWorker, { kind: "apply" }>): void {
  parts.push(unpack(part));
  if (!isLast) return;
  try {
    gateway.apply(join(parts.splice(0)));
  } catch (error) {
    log.error({ err: error }, "a change could not be applied; what it replaces goes on serving");
  }
  main.send({ kind: "applied" });
}

async function listen(order: ListenOrder): Promise<void> {
  try {
    const listening = await listenThere(order);
    const [plain, tls] = listening;
    main.send({
      kind: "listening",
      ports: { port: plain?.port ?? 0, tlsPort: tls?.port ?? null },
      descriptors: listening.map(({ descriptors }) => descriptors),
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    main.send({ kind: "listenFailed", error: { ...(error as object), message } });
  }
}

/** One for each port. */
async function listenThere({ plain, tls, isShared, inherited }: ListenOrder): Promise<readonly Listening[]> {
  const open = [(sharing: PortSharing) => gateway.listen(plain.host, plain.port, sharing)];
  if (tls !== null) open.push((sharing) => gateway.listenTls(tls.host, tls.port, sharing));
  if (inherited === null) return Promise.all(open.map((listenOn) => listenOn({ isShared })));
  try {
    const listens = open.flatMap((listenOn, index) =>
      (inherited[index] ?? []).map(() => (listener: Socket) => listenOn({ inherited: listener })),
    );
    const listening = [...(await inheritListeners(inherited.flat(), listens))];
    return inherited.map(({ length }) => together(listening.splice(0, length)));
  } catch (error) {
    log.warn({ err: error }, "a listening socket could not be taken over; connections that wait in its queue are lost");
    return Promise.all(open.map((listenOn) => listenOn({ isShared })));
  }
}

/** What listens on one port. */
function together(listening: readonly Listening[]): Listening {
  return { port: listening[0]?.port ?? 0, descriptors: listening.flatMap(({ descriptors }) => descriptors) };
}

async function close(times: DrainTimes): Promise<void> {
  await gateway.close(times);
  await accessLog?.close();
  main.send({ kind: "closed", values: await metrics.values() });
}
