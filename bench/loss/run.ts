import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { makeSelfSigned } from "../../src/domains/self-signed.ts";
import { startTurnpike } from "../gateways/turnpike.ts";
import { Management } from "../gateways/turnpike-management.ts";
import { freePort, type Started } from "../processes.ts";
import { type Called, callAll } from "./caller.ts";
import { changeAll } from "./changes.ts";
import { type Published, publish, signedCall } from "./place.ts";

/** What happens to the gateway while it is called. */
export type Disturbance = "none" | "restarts" | "changes" | "certificates" | "stop";

export interface LossOptions {
  readonly folder: string;
  readonly backendPort: number;
  readonly disturbance: Disturbance;
  readonly isKept: boolean;
  readonly calls: number;
  readonly callers: number;
  readonly threads: number;
  readonly changesPerSecond: number;
}

export interface LossResult extends Called {
  readonly seconds: number;
  /** How often it was disturbed: threads replaced, changes made, certificates replaced. */
  readonly disturbances: number;
  /** What the process ended with when it was told to stop. */
  readonly exitCode: number | null;
}

const restartEveryMs = 200;
const certificateEveryMs = 200;

/** One run on a gateway of its own. */
export async function runLoss(options: LossOptions): Promise<LossResult> {
  const { folder, disturbance, isKept, callers } = options;
  const isTls = disturbance === "certificates";
  const certificate = new CertificateFiles(folder);
  if (isTls) certificate.replace();
  const tlsPort = await freePort();
  const running = await startTurnpike(join(folder, "data"), {
    TURNPIKE_THREADS: String(options.threads),
    TURNPIKE_MAX_STRATEGY_RATE: "100000",
    TURNPIKE_DRAIN_SECONDS: "20",
    ...(isTls && { TURNPIKE_GATEWAY_TLS: `127.0.0.1:${tlsPort}`, ...certificate.environment }),
  });
  const management = new Management(running.managementPort);
  const place = await publish(management, options.backendPort);
  const request = signedCall(place);
  let begun = 0;
  let isOver = false;
  const startedAt = performance.now();
  const calling = callAll({
    ...{ request, isTls, callers, isKept, mayRefuse: disturbance === "stop" },
    port: isTls ? tlsPort : running.gatewayPort,
    isOver: () => isOver || begun++ >= options.calls,
  }).finally(() => {
    isOver = true;
  });
  const disturbing = disturb(
    options,
    running.started,
    management,
    place,
    certificate,
    () => isOver || begun >= options.calls,
  );
  const [called, disturbances] = await Promise.all([calling, disturbing]);
  const seconds = (performance.now() - startedAt) / 1_000;
  // Stopped by then, or to be stopped.
  if (disturbance !== "stop") process.kill(running.started.pid, "SIGTERM");
  return { ...called, seconds, disturbances, exitCode: await running.started.exited };
}

async function disturb(
  { disturbance, changesPerSecond, calls }: LossOptions,
  started: Started,
  management: Management,
  place: Published,
  certificate: CertificateFiles,
  isOver: () => boolean,
): Promise<number> {
  switch (disturbance) {
    case "none":
      return 0;
    case "changes":
      return changeAll(management, place, { perSecond: changesPerSecond, isOver });
    case "restarts":
      // While threads are being replaced the signal says nothing new.
      for (; !isOver(); await wait(restartEveryMs)) process.kill(started.pid, "SIGUSR2");
      return replacedThreads(management);
    case "certificates": {
      let count = 0;
      for (; !isOver(); await wait(certificateEveryMs)) {
        certificate.replace();
        process.kill(started.pid, "SIGHUP");
        count++;
      }
      return count;
    }
    case "stop":
      await wait(Math.min(2_000, calls / 10));
      process.kill(started.pid, "SIGTERM");
      return 1;
  }
}

async function replacedThreads(management: Management): Promise<number> {
  const metrics = await management.get("/metrics");
  return Number(/^turnpike_gateway_threads_replaced_total\{cause="asked"\} (\d+)/m.exec(metrics)?.[1] ?? Number.NaN);
}

/** The gateway's own certificate, made anew each time it is replaced. */
class CertificateFiles {
  readonly environment: Readonly<Record<string, string>>;

  constructor(folder: string) {
    this.environment = {
      TURNPIKE_TLS_CERTIFICATE: join(folder, "gateway.crt"),
      TURNPIKE_TLS_KEY: join(folder, "gateway.key"),
    };
  }

  replace(): void {
    const { TURNPIKE_TLS_CERTIFICATE = "", TURNPIKE_TLS_KEY = "" } = this.environment;
    const until = new Date(Date.now() + 86_400_000);
    const { certificate, key } = makeSelfSigned("loss", ["localhost"], new Date(Date.now() - 60_000), until);
    writeFileSync(TURNPIKE_TLS_KEY, key);
    writeFileSync(TURNPIKE_TLS_CERTIFICATE, certificate);
  }
}
