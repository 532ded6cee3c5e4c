import { join } from "node:path";
import { type App, startApp } from "../app.ts";
import { formatAddress } from "../config/setting.ts";
import type { Config } from "../config/settings.ts";
import { rootAccountFile } from "../control/root-account.ts";
import { selfSignedFiles } from "../domains/gateway-certificate.ts";

/** `turnpike up`: runs until SIGTERM or SIGINT; a second signal stops at once. */
export async function up(config: Config): Promise<number> {
  // Listened for from the beginning: whoever reads that it serves may stop it at once.
  const stopped = firstStopSignal();
  let reload: (() => Promise<void>) | undefined;
  let replaceThreads: (() => Promise<void>) | undefined;
  // Unhandled it would end the process, as when a terminal is closed.
  process.on("SIGHUP", () => reload?.());
  // As unhandled as SIGHUP would be.
  process.on("SIGUSR2", () => replaceThreads?.());
  const app = await startApp(config);
  reload = () => app.reloadCertificates();
  replaceThreads = () => app.replaceThreads();
  process.stdout.write(welcome(app, config));
  await stopped;
  try {
    await app.stop();
    return 0;
  } catch (error) {
    app.logger.error({ err: error }, "stopping failed");
    return 1;
  }
}

function firstStopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let isStopping = false;
    const stop = (): void => {
      if (isStopping) process.exit(1);
      isStopping = true;
      resolve();
    };
    process.on("SIGTERM", stop);
    process.on("SIGINT", stop);
  });
}

function httpsLines({ gatewayTls }: App, { data, tlsCertificate }: Config): readonly string[] {
  if (gatewayTls === null) return [];
  const line = `            https://${formatAddress(gatewayTls)}`;
  return tlsCertificate === null
    ? [line, `            self-signed: ${join(data, selfSignedFiles.certificate)}`]
    : [line];
}

function welcome(app: App, config: Config): string {
  const lines = [
    `management  http://${formatAddress(app.management)}`,
    `gateway     http://${formatAddress(app.gateway)}`,
    ...httpsLines(app, config),
    `data        ${config.data}`,
    // Told at every start: the one that made the account may have failed before it could show it.
    `account     ${join(config.data, rootAccountFile)}`,
  ];
  if (app.rootAccount.isNew) {
    const { appId, secretId, secretKey } = app.rootAccount.key;
    lines.push(
      "",
      "This is the first start. The root account, shown this once and kept in that file:",
      `AppId       ${appId}`,
      `SecretId    ${secretId}`,
      `SecretKey   ${secretKey}`,
    );
  }
  return `${lines.join("\n")}\n`;
}
