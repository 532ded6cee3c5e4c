import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort, listening, startProcess } from "../processes.ts";
import type { Gateway } from "./gateway.ts";

const folder = join(import.meta.dirname, "npm");

/** A gateway from npm, run by the same Node as Turnpike, with the checks of `npm/check.js` in front of its proxy. */
export function nodeGateway(name: string, packageName: string): Gateway {
  const manifest = join(folder, "node_modules", packageName, "package.json");
  return {
    name,
    title: `${packageName}, with the check`,
    checks: true,
    install: "npm ci --ignore-scripts --prefix bench/gateways/npm",
    isInstalled: () => existsSync(manifest),
    version: () => (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version,
    async start({ folder: data, backendPort, keys }) {
      const port = await freePort();
      const keyFile = join(data, "keys.json");
      const open = keys.open.map((key) => ({ ...key, plan: "open", rate: -1, quota: 99_999_999 }));
      await writeFile(keyFile, JSON.stringify([...open, { ...keys.throttled, plan: "slow", rate: 1, quota: -1 }]));
      const started = startProcess(process.execPath, [join(folder, `${name}.js`)], {
        environment: {
          NODE_ENV: "production",
          BENCH_FOLDER: data,
          BENCH_KEYS: keyFile,
          BENCH_PORT: String(port),
          BENCH_BACKEND: `http://127.0.0.1:${backendPort}`,
        },
      });
      await listening(started, port);
      return { port, pid: started.pid, address: { host: `127.0.0.1:${port}`, prefix: "" }, stop: started.stop };
    },
  };
}

/** Fetches what the lockfile names, once; the checkout's own packages stay as they are. What it cannot fetch is left out. */
export function installNodeGateways(): void {
  if (existsSync(join(folder, "node_modules"))) return;
  spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder, stdio: "inherit" });
}
