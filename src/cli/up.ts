import { type App, startApp } from "../app.ts";
import { formatAddress } from "../config/setting.ts";
import type { Config } from "../config/settings.ts";

/** `turnpike up`: runs until SIGTERM or SIGINT; a second signal stops at once. */
export async function up(config: Config): Promise<number> {
  const app = await startApp(config);
  process.stdout.write(welcome(app, config));
  return new Promise((resolve) => {
    let isStopping = false;
    const stop = (): void => {
      if (isStopping) process.exit(1);
      isStopping = true;
      app.stop().then(
        () => resolve(0),
        (error: unknown) => {
          app.logger.error({ err: error }, "stopping failed");
          resolve(1);
        },
      );
    };
    process.on("SIGTERM", stop);
    process.on("SIGINT", stop);
  });
}

function welcome(app: App, config: Config): string {
  const lines = [
    `management  http://${formatAddress(app.management)}`,
    `gateway     http://${formatAddress(app.gateway)}`,
    `data        ${config.data}`,
  ];
  if (app.rootAccount.isNew) {
    const { appId, secretId, secretKey } = app.rootAccount.key;
    lines.push(
      "",
      "This is the first start. The root account, shown this once and kept in the data folder:",
      `AppId       ${appId}`,
      `SecretId    ${secretId}`,
      `SecretKey   ${secretKey}`,
    );
  }
  return `${lines.join("\n")}\n`;
}
